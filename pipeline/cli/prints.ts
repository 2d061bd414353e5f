import { join, resolve } from 'node:path'
import { nameOfBrowser } from '../artifacts/print-order.ts'
import { openPrints } from '../artifacts/prints.ts'
import { programVersion } from '../artifacts/program.ts'
import { openStore, type Store } from '../artifacts/store.ts'
import { hasRecord } from '../build/record.ts'
import { readText, realPath } from '../files/disk.ts'
import { moduleBeside } from '../files/modules.ts'
import { isAny } from '../formats/registry.ts'
import { FORMAT_NAMES } from '../model/format-name.ts'
import type { QueuePrinter } from '../jobs/queue-printer.ts'
import type { Timings } from '../jobs/timings.ts'
import { findBrowser, type BrowserProgram } from '../pdf/executable.ts'
import { drawPdf } from '../pdf/pictures.ts'
import { openPrinter, PAGES_AT_ONCE, type Printer } from '../pdf/printer.ts'
import { complain } from './terminal.ts'

/** The printer, and the store of prints. */
export interface Prints {
  readonly printer: Printer
  readonly store: Store
  /** Present where other machines print. */
  readonly queue?: QueuePrinter
}

/** The queue and the store that machines share. */
export interface SharedPlaces {
  readonly queue: string
  readonly store: string
}

/**
 * Opens the printer. If no earlier build into the folder is known, pages must be printed, and the browser starts at once while
 * the rest is loaded; not so where the publication names its formats, and none of them is printed.
 */
export async function openPrinting(root: string, out: string, staysOpen = false): Promise<Prints> {
  const real = await realPath(resolve(root))
  const isNew = !hasRecord(real, await realPath(resolve(real, out)))
  return openPrintingLater(staysOpen, isNew && (await mentionsPrints(real)))
}

/** False if `formats:` of a publication names no format that is printed. What is wrong in the file is told by who reads it whole. */
async function mentionsPrints(root: string): Promise<boolean> {
  const [, formats] = /^formats:(.*)$/ms.exec((await readText(join(root, 'content/publication.yaml')).catch(() => '')) ?? '') ?? []
  return formats === undefined || FORMAT_NAMES.some((name) => isAny([name], 'isPrinted') && formats.includes(name))
}

/** Opens the printer and the store. The browser starts with the first print, or at once. */
export function openPrintingLater(staysOpen: boolean, opensEarly = false): Prints {
  const store = openStore()
  const start = openOwnPrinter
  const printer = openPrints({ ...MEANS, store, drawPdf, pagesAtOnce: PAGES_AT_ONCE, opensEarly, staysOpen, start })
  if (opensEarly) printer.prepare()
  return { printer, store }
}

/** What is otherwise for proofs: times, and who is told what a person should know at once. */
interface Circumstances {
  readonly timings?: Timings
  readonly tell?: (sentence: string) => void
}

/**
 * Opens a printer that has other machines print, by a queue and a store that they share. Nothing of this is loaded otherwise.
 * @throws Failure where either cannot be opened
 */
export async function openSharedPrinting(places: SharedPlaces, staysOpen = false, circumstances: Circumstances = {}): Promise<Prints> {
  const [{ openSharedStore }, { openQueuePrinter, ORDERS_AT_ONCE }] = await Promise.all([
    import('../jobs/shared-store.ts'),
    import('../jobs/queue-printer.ts'),
  ])
  const maker = { version: await programVersion(), browser: nameOfBrowser(await findOwnBrowser()) }
  const store = await openSharedStore(places.store)
  const queue = await openQueuePrinter({ address: places.queue, store, maker, own: openOwnPrinter, tell: complain, ...circumstances })
  const start = (): Printer => queue
  const printer = openPrints({
    ...MEANS,
    store,
    drawPdf: (...of) => queue.drawPdf(...of),
    pagesAtOnce: ORDERS_AT_ONCE,
    opensEarly: false,
    staysOpen,
    start,
  })
  // The queue is closed with the printer, whether anything is printed or not.
  printer.prepare()
  return { printer, store, queue }
}

/** Finds the browser of this machine, without starting it. @throws Failure if there is none */
export function findOwnBrowser(): Promise<BrowserProgram> {
  return findBrowser(async () => (await import('../pdf/browser.ts')).downloadedBrowser(), false)
}

/** Opens the printer of this machine. */
export function openOwnPrinter(): Printer {
  return openPrinter(moduleBeside('../formats/finishing-thread', import.meta.url))
}

const MEANS = { version: programVersion, findBrowser: findOwnBrowser }
