import type { Progress } from '../build.ts'

/** Editions that take less than this, in milliseconds, need no estimate. */
const LONG = 3_000
const CELLS = 20

/** Shows what is being done, on a terminal; elsewhere it is quiet. Where editions are counted, a bar and about how long they will take. */
export async function showProgress(): Promise<{ progress: Progress; done: () => void }> {
  // On a terminal that gives its width as 0, as some recorders do, the spinner would count lines for ever.
  const visible = process.stderr.isTTY && process.stderr.columns > 0
  if (!visible) return { progress: () => undefined, done: () => undefined }
  const { default: ora } = await import('ora')
  const spinner = ora({ stream: process.stderr, discardStdin: false })
  const start = performance.now()
  return {
    progress: (step, count) => {
      const text = count ? `${step}  ${bar(count)}${left(count, performance.now() - start)}` : step
      if (spinner.isSpinning) spinner.text = text
      else spinner.start(text)
    },
    done: () => spinner.stop(),
  }
}

interface Count {
  readonly made: number
  readonly of: number
}

function bar({ made, of }: Count): string {
  const cells = Math.floor((made / of) * CELLS)
  return '█'.repeat(cells) + '░'.repeat(CELLS - cells)
}

/** About how long the rest takes, as what is made has taken. */
function left({ made, of }: Count, milliseconds: number): string {
  const rest = Math.round(((milliseconds / made) * (of - made)) / 1000)
  if (milliseconds < LONG || rest < 1) return ''
  return rest < 90 ? `  about ${rest} seconds left` : `  about ${Math.round(rest / 60)} minutes left`
}
