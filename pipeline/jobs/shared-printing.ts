import type { Maker } from '../artifacts/print-order.ts'
import { openPrints } from '../artifacts/prints.ts'
import type { Printer } from '../pdf/printer.ts'
import { openQueuePrinter, ORDERS_AT_ONCE, type QueuePrinter } from './queue-printer.ts'
import { openPrintingHost, type HostMeans, type PrintingHost, type OwnBrowsers } from './printing-host.ts'
import { openSharedStore, type SharedStore } from './shared-store.ts'
import type { Tally } from './tally.ts'
import { TIMINGS, type Timings } from './timings.ts'

/** The queue and the store that machines share. */
export interface SharedPlaces {
  readonly queue: string
  readonly store: string
}

/** What a thread of a build opens its printer with, as plain data. */
export interface SharedPrinting {
  readonly places: SharedPlaces
  readonly maker: Maker
  readonly timings: Timings
}

/** The printing of a build over several machines. */
export interface BuildPrinting {
  readonly printer: Printer
  readonly store: SharedStore
  readonly tally: Tally
  /** Number of workers at hand, as last heard. */
  readonly workers: () => number
  /** What threads open printers of their own with. */
  readonly sharing: { readonly printing: SharedPrinting; readonly host: PrintingHost }
}

/** What a build needs for it. */
interface BuildMeans extends Omit<HostMeans, 'store'> {
  /** True if the browser of this machine stays open for the next build. */
  readonly staysOpen: boolean
  readonly timings?: Timings
}

/**
 * Opens the printing of a build over several machines.
 * @throws Failure where the queue or the store cannot be opened
 */
export async function openBuildPrinting(
  places: SharedPlaces,
  { staysOpen, timings = TIMINGS, ...means }: BuildMeans,
): Promise<BuildPrinting> {
  const store = await openSharedStore(places.store)
  const host = openPrintingHost({ ...means, store })
  const printing: SharedPrinting = { places, maker: means.maker, timings }
  const queue = await openQueuePrinter({ ...printing, store, host, own: host })
  return {
    printer: openShop(printing, store, queue, staysOpen),
    store,
    tally: host.tally,
    workers: () => queue.workers,
    sharing: { printing, host },
  }
}

/**
 * Opens the printer of a thread beside the build’s own.
 * @param host the build’s, which has the browser of this machine
 * @throws Failure as `openBuildPrinting` does
 */
export async function openThreadPrinter(printing: SharedPrinting, host: PrintingHost): Promise<Printer> {
  const store = await openSharedStore(printing.places.store, () => host.noteDamaged())
  return openShop(printing, store, await openQueuePrinter({ ...printing, store, host, own: NONE }), true)
}

/** A thread has no browser. */
const NONE: OwnBrowsers = { rest: () => undefined, endBrowsers: async () => undefined, close: async () => undefined }

/** Prints from the store, and by the queue. */
function openShop({ maker }: SharedPrinting, store: SharedStore, queue: QueuePrinter, staysOpen: boolean): Printer {
  const printer = openPrints({
    maker: async () => maker,
    store,
    drawPdf: (...of) => queue.drawPdf(...of),
    pagesAtOnce: ORDERS_AT_ONCE,
    opensEarly: false,
    staysOpen,
    start: () => queue,
  })
  // The queue is closed with the printer, whether anything is printed or not.
  printer.prepare()
  return printer
}
