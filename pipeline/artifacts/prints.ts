import { basename, dirname } from 'node:path'
import { lookAt } from '../files/disk.ts'
import type { BrowserProgram } from '../pdf/executable.ts'
import type { PageLayout } from '../pdf/layout.ts'
import type { Printer, Sheet } from '../pdf/printer.ts'
import { nameOf, type Store } from './store.ts'

/** What is kept of a print beside its PDF. */
interface PrintFacts {
  readonly layout: Omit<PageLayout, 'headings'> & { readonly headings: readonly (readonly [id: string, page: number])[] }
  readonly origin: BrowserProgram['origin'] | undefined
}

/** What prints are made with, and where they are kept. */
export interface PrintShop {
  readonly store: Store
  /** That of this program. */
  readonly version: () => Promise<string>
  /** Finds the browser, without starting it. @throws Failure where there is none */
  readonly findBrowser: () => Promise<BrowserProgram>
  /** Starts what prints. */
  readonly start: () => Printer
  /** Whether pages are opened in the browser while they are composed: most are to be printed, since nothing was before. */
  readonly opensEarly: boolean
  /** Whether the browser waits for another build. */
  readonly staysOpen: boolean
}

/**
 * A printer that gives what the store has, and prints the rest. A print is named by all that it is made from: the page, with the
 * faces and pictures in it, its date, the browser, and this program. Where all is there, no browser starts; once it is told to
 * prepare, it has the browser open pages while they are composed.
 */
export function openPrints({ store, version, findBrowser, start, opensEarly, staysOpen }: PrintShop): Printer {
  let printer: Printer | undefined
  let isFirst = true
  let browser: Promise<string> | undefined
  const browserName = (): Promise<string> => (browser ??= findBrowser().then(nameOfBrowser))
  let origin: Printer['origin']
  return {
    get origin() {
      return origin
    },
    // That there is none is told where it is to print.
    browserName: () => browserName().catch(() => undefined),
    rest: () => {
      isFirst = false
      // The browser has done its work, and ends meanwhile.
      if (!staysOpen) printer?.endBrowsers().catch(() => undefined)
    },
    prepare: () => void (printer ??= start()),
    open: () => {
      let sheet: Sheet | undefined = opensEarly && isFirst ? (printer ??= start()).open() : undefined
      let pdf: Promise<Uint8Array> | undefined
      return {
        async print(html, date) {
          const name = nameOf('print', await version(), await browserName(), date.toISOString(), html)
          const known = await store.get(name)
          if (known) {
            sheet?.abandon()
            const { layout, origin: from } = known.facts as PrintFacts
            origin ??= from
            pdf = Promise.resolve(known.bytes)
            return { ...layout, headings: new Map(layout.headings) }
          }
          sheet ??= (printer ??= start()).open()
          const layout = await sheet.print(html, date)
          origin ??= printer?.origin
          const facts: PrintFacts = { layout: { ...layout, headings: [...layout.headings] }, origin }
          pdf = sheet.finished()
          pdf.then((bytes) => store.put(name, { facts, bytes })).catch(() => undefined)
          return layout
        },
        abandon: () => sheet?.abandon(),
        finished: async () => pdf!,
      }
    },
    endBrowsers: async () => printer?.endBrowsers(),
    close: async () => printer?.close(),
  }
}

/** The pinned browser is known by the folder that it was unpacked into, which has a digest in its name; another by its file’s stamp. */
function nameOfBrowser({ origin, executable }: BrowserProgram): string {
  const file = lookAt(executable)
  return origin === 'pinned' ? basename(dirname(executable)) : `${executable} ${file.kind === 'file' ? file.stamp : ''}`
}
