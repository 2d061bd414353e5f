import ora from 'ora'
import type { Progress } from '../build.ts'

/** Shows what is being done, on a terminal; elsewhere it is quiet. */
export function showProgress(): { progress: Progress; done: () => void } {
  const spinner = ora({ stream: process.stderr, isSilent: !process.stderr.isTTY, discardStdin: false })
  return {
    progress: (step) => {
      if (spinner.isSpinning) spinner.text = step
      else spinner.start(step)
    },
    done: () => spinner.stop(),
  }
}
