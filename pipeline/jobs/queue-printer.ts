import { printFacts, type Maker, type PrintOrder } from '../artifacts/print-order.ts'
import type { Stored } from '../artifacts/stored.ts'
import type { Printer } from '../pdf/printer.ts'
import { connect } from './connection.ts'
import { openJobQueue, queueName } from './job-queue.ts'
import { openPrintQueue, type PrintQueue } from './print-queue.ts'
import { readQueueAddress } from './queue-address.ts'
import type { OwnBrowsers, PrintingHost } from './printing-host.ts'
import type { RollEntry } from './roll.ts'
import type { SharedStore } from './shared-store.ts'
import type { Timings } from './timings.ts'
import { openWatch } from './watch.ts'

/** Number of prints that a thread of a build has on the queue at once: enough for the workers of a cluster, few enough for its memory. */
export const ORDERS_AT_ONCE = 64

/** A printer that has others print. */
export interface QueuePrinter extends Printer {
  /** Number of workers at hand, as last heard. */
  readonly workers: number
}

/** What a queue printer needs. */
export interface QueuePrinterMeans {
  readonly places: { readonly queue: string }
  readonly store: SharedStore
  readonly maker: Maker
  /** Prints what no worker prints, and counts. */
  readonly host: PrintingHost
  readonly own: OwnBrowsers
  readonly timings: Timings
}

/**
 * Opens the printer of a build over several machines.
 * @throws Failure where the queue cannot be reached
 */
export async function openQueuePrinter(means: QueuePrinterMeans): Promise<QueuePrinter> {
  const { maker, store, host, own, timings } = means
  const { redis, cautions } = await connect(readQueueAddress(means.places.queue))
  for (const caution of cautions) host.tell(caution)
  const watch = openWatch(redis, queueName(maker), timings, {
    missed: (others) => host.tell(absence(maker, others, timings.patience)),
    ill: (worker, reason) => host.note({ worker, reason }),
  })
  const queue = await openJobQueue(redis, maker, timings)
  const prints = openPrintQueue({ maker, queue, store, watch, host, timings })
  let origin: Printer['origin']
  return {
    get workers() {
      return watch.workers
    },
    get origin() {
      return origin
    },
    pagesAtOnce: ORDERS_AT_ONCE,
    browserName: async () => maker.browser,
    prepare: () => undefined,
    open: () => openJob(prints, (from) => (origin ??= from)),
    drawPage: async (html, size) => (await prints.make({ kind: 'page', html, size })).bytes,
    drawPdf: async (pdf, size) => (await prints.make({ kind: 'first page', pdf, size })).bytes,
    rest: () => own.rest(),
    endBrowsers: () => own.endBrowsers(),
    close: async () => {
      prints.close()
      redis.disconnect()
      await own.close()
    },
  }
}

function openJob(prints: PrintQueue, tellOrigin: (origin: Printer['origin']) => void): ReturnType<Printer['open']> {
  let made: Promise<Stored> | undefined
  return {
    print: async (html, date) => {
      const order: PrintOrder = { kind: 'print', html, date }
      made = prints.make(order)
      const { layout, origin } = printFacts(await made)
      tellOrigin(origin)
      return layout
    },
    abandon: () => undefined,
    finished: async () => (await made!).bytes,
  }
}

/** Says that no worker is there, and which it would have to be. */
function absence(maker: Maker, others: readonly RollEntry[], patience: number): string {
  const there = others.length === 0 ? 'None of another version is there.' : `${others.length} ${others.length === 1 ? 'prints' : 'print'} with something else: ${[...new Set(others.map(({ prints }) => prints))].join('; ')}.` // prettier-ignore
  return `No worker prints with this program and its browser (${printsWith(maker)}). ${there} After ${Math.round(patience / 1000)} seconds without one this machine prints by itself.`
}

/** What a worker or a build prints with, short enough to be compared by eye. */
export function printsWith({ version, browser }: Maker): string {
  const [node = '', digest = ''] = version.split(' ')
  return `program ${digest.slice(0, 12)}, Node ${node}, ${browser}`
}
