import type { Progress } from '../build.ts'

/** Shows what is being done, on a terminal; elsewhere it is quiet. */
export async function showProgress(): Promise<{ progress: Progress; done: () => void }> {
  // On a terminal that gives its width as 0, as some recorders do, the spinner would count lines for ever.
  const visible = process.stderr.isTTY && process.stderr.columns > 0
  if (!visible) return { progress: () => undefined, done: () => undefined }
  const { default: ora } = await import('ora')
  const spinner = ora({ stream: process.stderr, discardStdin: false })
  return {
    progress: (step) => {
      if (spinner.isSpinning) spinner.text = step
      else spinner.start(step)
    },
    done: () => spinner.stop(),
  }
}
