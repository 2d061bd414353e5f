import type { Printer } from '../../pipeline/pdf/printer.ts'

/** Size of a PDF and of a picture, in bytes, as reports of three pages have them. */
const PDF = 60_000

/** A printer that answers at once: what is left is the work of all others. */
export function instantPrinter(): Printer {
  return {
    origin: 'pinned',
    pagesAtOnce: 64,
    browserName: async () => 'none',
    prepare: () => undefined,
    rest: () => undefined,
    open: () => ({
      print: async () => ({ pages: 3, headings: new Map(), beginnings: new Map(), misplaced: [], isFootCrowded: false, isEndShort: false }),
      abandon: () => undefined,
      finished: async () => new Uint8Array(PDF),
    }),
    drawPage: async () => new Uint8Array(PDF),
    drawPdf: async () => new Uint8Array(PDF),
    endBrowsers: async () => undefined,
    close: async () => undefined,
  }
}
