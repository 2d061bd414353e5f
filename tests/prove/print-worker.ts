/** A worker as `editions worker` starts one, with times of its own, until it is told to end; it says its name when it is there. */
import { openOwnPrinter, ownMaker } from '../../pipeline/cli/prints.ts'
import { openSharedStore } from '../../pipeline/jobs/shared-store.ts'
import type { Timings } from '../../pipeline/jobs/timings.ts'
import { startWorker } from '../../pipeline/jobs/worker.ts'
import type { Printer } from '../../pipeline/pdf/printer.ts'

/** What it is told. */
export interface WorkerOrder {
  readonly address: string
  readonly store: string
  readonly timings: Timings
  /** Makes it one of another version. */
  readonly version?: string
}

/** A page with these words ends whoever prints it, as one does that takes more memory than there is. */
export const DEADLY = 'This page ends whoever prints it.'

if (import.meta.main) {
  const order = JSON.parse(process.argv[2]!) as WorkerOrder
  const store = await openSharedStore(order.store)
  const own = await ownMaker()
  const maker = { ...own, version: order.version ?? own.version }
  const openPrinter = (): Printer => endedBy(DEADLY, openOwnPrinter())
  const worker = await startWorker({ ...order, store, maker, openPrinter, jobs: 1, tell: () => undefined })
  process.send!(worker.name)
  process.on('SIGTERM', () => {
    void worker.drain().then(() => process.disconnect())
  })
}

function endedBy(words: string, printer: Printer): Printer {
  return {
    ...printer,
    get origin() {
      return printer.origin
    },
    open: () => {
      const job = printer.open()
      return {
        ...job,
        print: async (html, date) => {
          if (html.includes(words)) process.kill(process.pid, 'SIGKILL')
          return job.print(html, date)
        },
      }
    },
  }
}
