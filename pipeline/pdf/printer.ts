import { moduleBeside } from '../files/modules.ts'
import type { BrowserProgram } from './browser-program.ts'
import type { PageLayout } from './page-layout.ts'
import { drawPdf, endPictures } from './pictures.ts'
import type { PrinterFunctions } from './printer-thread.ts'
import type { PictureSize } from './png.ts'
import { startThread } from './thread.ts'

/** Number of pages at once in a browser: enough to keep it busy, few enough for its memory. */
export const PAGES_AT_ONCE = 3

/**
 * Prints in a thread of its own: the browser’s driver is loaded, the browser starts and opens pages, while the main thread
 * reads and composes.
 */
export interface Printer {
  /** Where the browser was found; nothing before the first print. */
  readonly origin: BrowserProgram['origin'] | undefined
  /** Number of pages at once that keep it busy. */
  readonly pagesAtOnce: number
  /** Names the browser that prints, without starting it; nothing where it is not known. */
  browserName(): Promise<string | undefined>
  /** Tells that something will most likely be printed. */
  prepare(): void
  /** Has the browser open a page for what is then composed. */
  open(): PrintJob
  /**
   * Draws a page of the size of its style as PNG.
   * @throws Error as `PrintJob.print` does
   */
  drawPage(html: string, size: PictureSize): Promise<Uint8Array>
  /** The same for the first page of a PDF. @throws ThreadFault if the thread ended */
  drawPdf(pdf: Uint8Array, size: PictureSize): Promise<Uint8Array>
  /** Tells that a build has printed all that it prints. */
  rest(): void
  /** Ends every browser, hanging ones too, and removes their profiles. What is printed is finished all the same. */
  endBrowsers(): Promise<void>
  /** The same, and ends the thread with all that it has in hand. */
  close(): Promise<void>
}

/** A page that the browser has open. */
export interface PrintJob {
  /**
   * @param html a page that names its faces as `faceAddress` does, or has them in it
   * @throws Failure where no browser starts
   * @throws BrowserFault where the browser failed twice
   * @throws ThreadFault where the thread ended
   * @throws Error as `printEdition` does
   */
  print(html: string, date: Date): Promise<PageLayout>
  /** Gives the page back: nothing will be printed on it. */
  abandon(): void
  /**
   * The PDF that is published, which conforms to PDF/UA and PDF/A: what was printed is made one at once.
   * @throws ThreadFault where a thread ended
   * @throws Error as `conform` does, or where the PDF does not conform
   */
  finished(): Promise<Uint8Array>
}

/**
 * Starts the thread. What goes wrong there is met where the first page is printed.
 * @param finishing the module of the thread that finishes prints, which serves `FinishingFunctions`
 */
export function openPrinter(finishing: URL): Printer {
  const thread = startThread<PrinterFunctions>(moduleBeside('printer-thread', import.meta.url))
  const { functions } = thread
  functions.finishWith(finishing.href).catch(() => undefined)
  let origin: BrowserProgram['origin'] | undefined
  let count = 0
  let ending: Promise<void> | undefined
  const end = async (): Promise<void> => {
    try {
      await functions.endBrowsers()
    } finally {
      await Promise.all([thread.end(), endPictures()])
    }
  }
  return {
    get origin() {
      return origin
    },
    pagesAtOnce: PAGES_AT_ONCE,
    browserName: async () => undefined,
    prepare: () => undefined,
    rest: () => undefined,
    open: () => {
      const number = count++
      const opened = functions.open(number)
      opened.catch(() => undefined)
      return {
        print: async (html, date) => {
          const printed = await functions.print(number, html, date)
          origin = printed.origin
          return printed.layout
        },
        abandon: () => void opened.then(() => functions.abandon(number)).catch(() => undefined),
        finished: () => functions.finished(number),
      }
    },
    drawPage: async (html, size) => drawPdf(await functions.printPlain(html), size),
    drawPdf,
    endBrowsers: () => functions.endBrowsers(),
    close: () => (ending ??= end()),
  }
}
