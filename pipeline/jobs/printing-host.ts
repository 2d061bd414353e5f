import pLimit from 'p-limit'
import { makeOrdered, nameOfOrder, type Maker, type PrintOrder } from '../artifacts/print-order.ts'
import type { Stored } from '../artifacts/stored.ts'
import type { Printer } from '../pdf/printer.ts'
import type { Done } from './job-queue.ts'
import type { SharedStore } from './shared-store.ts'
import { openTally, type Tally, type WorkerFault } from './tally.ts'

/** The browsers of this machine, which print what no worker prints. */
export type OwnBrowsers = Pick<Printer, 'rest' | 'endBrowsers' | 'close'>

/** What a build does for all its threads that have others print: it has one browser, and one sum at its end. */
export interface PrintingHost {
  /**
   * Makes on this machine what no worker makes, and puts it in the store.
   * @throws Error as `makeOrdered` does
   */
  make(order: PrintOrder): Promise<Stored>
  /** Counts what a worker has made. */
  count(done: Done): void
  /** Notes what kept a worker from printing. */
  note(fault: WorkerFault): void
  /** Notes that the store had a damaged object. */
  noteDamaged(): void
  /** Tells something that a person should know at once, however many threads say it. */
  tell(sentence: string): void
}

/** The host in a build’s main thread. */
export interface OwnPrintingHost extends PrintingHost, OwnBrowsers {
  readonly tally: Tally
}

/** What a host needs. */
export interface HostMeans {
  readonly store: SharedStore
  readonly maker: Maker
  /** Opens this machine’s own printer, for what no worker prints. */
  readonly own: () => Printer
  readonly tell: (sentence: string) => void
}

/** Number of prints in hand at once where a build prints itself. */
const OWN_AT_ONCE = 3

export function openPrintingHost({ store, maker, own, tell }: HostMeans): OwnPrintingHost {
  const tally = openTally()
  const turns = pLimit(OWN_AT_ONCE)
  const told = new Set<string>()
  let printer: Printer | undefined
  const make = async (order: PrintOrder): Promise<Stored> => {
    const name = nameOfOrder(order, maker)
    // A worker may have come meanwhile.
    const known = await store.get(name).catch(() => undefined)
    if (known) return known
    const stored = await makeOrdered(order, (printer ??= own()))
    tally.countOwn()
    store.put(name, stored)
    return stored
  }
  return {
    tally,
    make: (order) => turns(make, order),
    count: (done) => tally.count(done),
    note: (fault) => tally.note(fault),
    noteDamaged: () => tally.countDamaged(),
    tell: (sentence) => {
      if (told.has(sentence)) return
      told.add(sentence)
      tell(sentence)
    },
    rest: () => printer?.rest(),
    endBrowsers: async () => printer?.endBrowsers(),
    close: async () => printer?.close(),
  }
}
