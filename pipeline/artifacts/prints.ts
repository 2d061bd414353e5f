import { endPictures } from '../pdf/pictures.ts'
import type { Printer, PrintJob } from '../pdf/printer.ts'
import { factsOf, nameOfOrder, printFacts, type Maker, type PrintOrder } from './print-order.ts'
import type { Store } from './store.ts'

/** The means of printing, and the store of prints. */
export interface PrintShop {
  readonly store: Store
  /**
   * Names what prints, without starting the browser.
   * @throws Failure if there is none
   */
  readonly maker: () => Promise<Maker>
  /** Starts the printer. */
  readonly start: () => Printer
  /** Draws the first page of a PDF, which needs no browser. */
  readonly drawPdf: Printer['drawPdf']
  /** Number of pages at once that keep the printer busy. */
  readonly pagesAtOnce: number
  /**
   * True if pages are opened in the browser while they are composed. It is set if no earlier build is known, so that most pages
   * need printing.
   */
  readonly opensEarly: boolean
  /** True if the browser stays open for the next build. */
  readonly staysOpen: boolean
}

/**
 * Opens a printer that takes prints from the store and prints the others. A print’s name is the digest of its inputs: the page
 * with its fonts and pictures, its date, the browser, and this program. If the store has all prints, no browser starts. After
 * `prepare`, the browser opens pages while they are composed. Pictures are taken from the store in the same way.
 */
export function openPrints({ store, maker, start, drawPdf, pagesAtOnce, opensEarly, staysOpen }: PrintShop): Printer {
  let printer: Printer | undefined
  let isFirst = true
  let known: Promise<Maker> | undefined
  /** A picture from the store, or a new one. */
  const picture = async (order: PrintOrder, draw: () => Promise<Uint8Array>): Promise<Uint8Array> => {
    const name = await named(order)
    const stored = await store.get(name)
    const bytes = stored?.bytes ?? (await draw())
    if (!stored) store.put(name, { facts: null, bytes })
    return bytes
  }
  const named = async (order: PrintOrder): Promise<string> => nameOfOrder(order, await (known ??= maker()))
  let origin: Printer['origin']
  return {
    get origin() {
      return origin
    },
    pagesAtOnce,
    // A missing browser is reported when a page is to be printed.
    browserName: () =>
      (known ??= maker()).then(
        ({ browser }) => browser,
        () => undefined,
      ),
    rest: () => {
      isFirst = false
      // The browser ends in the background.
      if (staysOpen) return
      printer?.endBrowsers().catch(() => undefined)
      endPictures().catch(() => undefined)
    },
    prepare: () => void (printer ??= start()),
    open: () => {
      let job: PrintJob | undefined = opensEarly && isFirst ? (printer ??= start()).open() : undefined
      let pdf: Promise<Uint8Array> | undefined
      return {
        async print(html, date) {
          const name = await named({ kind: 'print', html, date })
          const stored = await store.get(name)
          if (stored) {
            job?.abandon()
            const { layout, origin: from } = printFacts(stored)
            origin ??= from
            pdf = Promise.resolve(stored.bytes)
            return layout
          }
          job ??= (printer ??= start()).open()
          const layout = await job.print(html, date)
          origin ??= printer?.origin
          const facts = factsOf(layout, origin)
          pdf = job.finished()
          pdf.then((bytes) => store.put(name, { facts, bytes })).catch(() => undefined)
          return layout
        },
        abandon: () => job?.abandon(),
        finished: async () => pdf!,
      }
    },
    drawPage: async (html, size) => picture({ kind: 'page', html, size }, () => (printer ??= start()).drawPage(html, size)),
    drawPdf: async (pdf, size) => picture({ kind: 'first page', pdf, size }, () => drawPdf(pdf, size)),
    endBrowsers: async () => printer?.endBrowsers(),
    close: async () => printer?.close(),
  }
}
