import { join, resolve } from 'node:path'
import { nameOfBrowser, type Maker } from '../artifacts/print-order.ts'
import { openPrints } from '../artifacts/prints.ts'
import { programVersion } from '../artifacts/program.ts'
import { openStore, type Store } from '../artifacts/store.ts'
import { hasRecord } from '../build/record.ts'
import { readText, realPath } from '../files/disk.ts'
import { moduleBeside } from '../files/modules.ts'
import { isAny } from '../formats/registry.ts'
import { FORMAT_NAMES } from '../model/format-name.ts'
import type { BuildPrinting, SharedPlaces } from '../jobs/shared-printing.ts'
import { findBrowser } from '../pdf/executable.ts'
import type { BrowserProgram } from '../pdf/browser-program.ts'
import { drawPdf } from '../pdf/pictures.ts'
import { openPrinter, PAGES_AT_ONCE, type Printer } from '../pdf/printer.ts'
import { complain } from './terminal.ts'

/** The printer, and the store of prints; where other machines print, what is known of them. */
export interface Prints extends Partial<Pick<BuildPrinting, 'sharing' | 'tally' | 'workers'>> {
  readonly printer: Printer
  readonly store: Store
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
  const printer = openPrints({ maker: ownMaker, store, drawPdf, pagesAtOnce: PAGES_AT_ONCE, opensEarly, staysOpen, start })
  if (opensEarly) printer.prepare()
  return { printer, store }
}

/**
 * Opens a printer that has other machines print, by a queue and a store that they share. Nothing of this is loaded otherwise.
 * @throws Failure where either cannot be opened
 */
export async function openSharedPrinting(places: SharedPlaces, staysOpen = false): Promise<Prints> {
  const { openBuildPrinting } = await import('../jobs/shared-printing.ts')
  return openBuildPrinting(places, { maker: await ownMaker(), own: openOwnPrinter, tell: complain, staysOpen })
}

/** Names what prints on this machine, without starting the browser. @throws Failure if there is none */
export async function ownMaker(): Promise<Maker> {
  const [version, browser] = await Promise.all([programVersion(), findOwnBrowser()])
  return { version, browser: nameOfBrowser(browser) }
}

/** Finds the browser of this machine, without starting it. @throws Failure if there is none */
function findOwnBrowser(): Promise<BrowserProgram> {
  return findBrowser(async () => (await import('../pdf/browser.ts')).downloadedBrowser(), false)
}

/** Opens the printer of this machine. */
export function openOwnPrinter(): Printer {
  return openPrinter(moduleBeside('../formats/finishing-thread', import.meta.url))
}
