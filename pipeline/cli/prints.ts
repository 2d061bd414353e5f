import { resolve } from 'node:path'
import { openPrints } from '../artifacts/prints.ts'
import { programVersion } from '../artifacts/program.ts'
import { openStore, type Store } from '../artifacts/store.ts'
import { hasRecord } from '../build/record.ts'
import { realPath } from '../files/disk.ts'
import { moduleBeside } from '../files/modules.ts'
import { findBrowser } from '../pdf/executable.ts'
import { openPrinter, type Printer } from '../pdf/printer.ts'

/** The printer, and the store of prints. */
export interface Prints {
  readonly printer: Printer
  readonly store: Store
}

/**
 * Opens the printer. If no earlier build into the folder is known, pages must be printed, and the browser starts at once while
 * the rest is loaded.
 */
export async function openPrinting(root: string, out: string, staysOpen = false): Promise<Prints> {
  const real = await realPath(resolve(root))
  return openPrintingLater(staysOpen, !hasRecord(real, await realPath(resolve(real, out))))
}

/** Opens the printer and the store. The browser starts with the first print, or at once. */
export function openPrintingLater(staysOpen: boolean, opensEarly = false): Prints {
  const store = openStore()
  const printer = openPrints({
    store,
    version: programVersion,
    findBrowser: () => findBrowser(async () => (await import('../pdf/browser.ts')).downloadedBrowser(), false),
    opensEarly,
    staysOpen,
    start: () => openPrinter(moduleBeside('../formats/finishing-thread', import.meta.url)),
  })
  if (opensEarly) printer.prepare()
  return { printer, store }
}
