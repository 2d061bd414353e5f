import type { BrowserProgram } from './executable.ts'
import type { PageLayout } from './print.ts'
import type { PrinterFunctions } from './printer-thread.ts'
import { startThread } from './thread.ts'

/**
 * Prints in a thread of its own: the browser’s driver is loaded, the browser starts and opens pages, while the main thread
 * reads and composes.
 */
export interface Printer {
  /** Where the browser was found; nothing before the first print. */
  readonly origin: BrowserProgram['origin'] | undefined
  /**
   * Has the browser open a page for what is then composed.
   * @param expected the layout of the last build
   */
  open(expected: PageLayout | undefined): Sheet
  /** Ends every browser, hanging ones too, and removes their profiles. */
  close(): Promise<void>
}

/** A page that the browser has open. */
export interface Sheet {
  /**
   * @throws Failure where no browser starts
   * @throws BrowserFault where the browser failed twice
   * @throws ThreadFault where the thread ended
   * @throws Error as `printEdition` does
   */
  print(html: string): Promise<PageLayout>
  /**
   * Makes the print the PDF that is published: one that conforms to PDF/UA and PDF/A.
   * @throws ThreadFault where a thread ended
   * @throws Error as `conform` does
   */
  finish(date: Date): Promise<Uint8Array>
}

/** Starts the thread. What goes wrong there is met where the first page is printed. */
export function openPrinter(): Printer {
  const thread = startThread<PrinterFunctions>(new URL('printer-thread.ts', import.meta.url))
  const { functions } = thread
  let origin: BrowserProgram['origin'] | undefined
  let count = 0
  let ending: Promise<void> | undefined
  const end = async (): Promise<void> => {
    try {
      await functions.close()
    } finally {
      await thread.end()
    }
  }
  return {
    get origin() {
      return origin
    },
    open: (expected) => {
      const number = count++
      const opened = functions.open(number, expected)
      opened.catch(() => undefined)
      return {
        print: async (html) => {
          await opened
          const printed = await functions.print(number, html)
          origin = printed.origin
          return printed.layout
        },
        finish: (date) => functions.finish(number, date),
      }
    },
    close: () => (ending ??= end()),
  }
}
