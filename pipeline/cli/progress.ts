import type { Progress } from '../build.ts'

/** Time, in milliseconds, before an estimate is shown. */
const LONG = 3_000
const CELLS = 20

/**
 * Shows progress on a terminal, and nothing elsewhere. Counted editions get a bar and an estimate of the time left.
 * @param workers gives the number of those that print, where other machines do
 */
export async function showProgress(workers: () => number | undefined = () => undefined): Promise<{ progress: Progress; done: () => void }> {
  // With a width of 0, as some terminal recorders report, the spinner would loop for ever.
  const visible = process.stderr.isTTY && process.stderr.columns > 0
  if (!visible) return { progress: () => undefined, done: () => undefined }
  const { default: ora } = await import('ora')
  const spinner = ora({ stream: process.stderr, discardStdin: false })
  const start = performance.now()
  return {
    progress: (step, count) => {
      const others = workers()
      const by = others === undefined ? '' : `  ${others} ${others === 1 ? 'worker' : 'workers'}`
      const text = count ? `${step}  ${bar(count)}${left(count, performance.now() - start)}${by}` : step
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

/** Estimates the time left from the time so far. */
function left({ made, of }: Count, milliseconds: number): string {
  const rest = Math.round(((milliseconds / made) * (of - made)) / 1000)
  if (milliseconds < LONG || rest < 1) return ''
  return rest < 90 ? `  about ${rest} seconds left` : `  about ${Math.round(rest / 60)} minutes left`
}
