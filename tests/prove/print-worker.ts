/** A worker as `editions worker` starts one, with times of its own, until it is told to end; it says its name when it is there. */
import { setTimeout as pause } from 'node:timers/promises'
import { openOwnPrinter, ownMaker } from '../../pipeline/cli/prints.ts'
import { openSharedStore } from '../../pipeline/jobs/shared-store.ts'
import type { Timings } from '../../pipeline/jobs/timings.ts'
import { startWorker } from '../../pipeline/jobs/worker.ts'
import type { Printer } from '../../pipeline/pdf/printer.ts'
import { failure } from '../../pipeline/problem.ts'

/** What it is told. */
export interface WorkerOrder {
  readonly address: string
  readonly store: string
  readonly timings: Timings
  /** Makes it one of another version. */
  readonly version?: string
  /** Time before each print, in milliseconds. */
  readonly delay?: number
  /** Makes it one whose machine starts no browser. */
  readonly isIll?: boolean
}

/** A page with these words ends whoever prints it, as one does that takes more memory than there is. */
export const DEADLY = 'This page ends whoever prints it.'

/** What an ill worker says. */
export const NO_BROWSER = 'Here no browser starts.'

if (import.meta.main) {
  const order = JSON.parse(process.argv[2]!) as WorkerOrder
  const store = await openSharedStore(order.store)
  const own = await ownMaker()
  const maker = { ...own, version: order.version ?? own.version }
  const openPrinter = (): Printer => (order.isIll ? ill(openOwnPrinter()) : printing(openOwnPrinter(), order.delay))
  const worker = await startWorker({ ...order, store, maker, openPrinter, jobs: 1, tell: () => undefined, tellFault: () => undefined })
  process.send!(worker.name)
  process.on('SIGTERM', () => {
    void worker.drain().then(() => process.disconnect())
  })
}

function ill(printer: Printer): Printer {
  const refuse = (): Promise<never> =>
    Promise.reject(failure({ rule: 'browser', file: 'browser', message: NO_BROWSER, remedy: 'Give it one.' }))
  return { ...printer, open: () => ({ ...printer.open(), print: refuse }), drawPage: refuse, drawPdf: refuse }
}

function printing(printer: Printer, delay = 0): Printer {
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
          if (html.includes(DEADLY)) process.kill(process.pid, 'SIGKILL')
          await pause(delay)
          return job.print(html, date)
        },
      }
    },
  }
}
