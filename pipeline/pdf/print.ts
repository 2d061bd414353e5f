import type { Press, Sheet } from './browser.ts'
import type { Print } from './finishing.ts'
import { pageCount, pageNumbers } from './destinations.ts'

/** A print as the browser gives it, and what is to be done in it. */
export interface RawPrint extends Omit<Print, 'date'> {
  /** Nothing where the page has no contents. */
  readonly numbers: PageNumbers
}

/** A printed edition. */
export interface Printed {
  readonly bytes: Uint8Array
  readonly pages: number
}

/** Numbers that change the layout change each other: more rounds than this do not happen with slots of fixed width. */
const MOST_PRINTS = 5

/** On which page each heading stands, by its id. */
export type PageNumbers = ReadonlyMap<string, number>

/**
 * Prints a page with the numbers of its contents: prints it with those that are expected, learns on which page each
 * heading stands, and prints it again until the numbers stand still. Where the expectation holds, that is one print;
 * without one it is two. The same page gives the same bytes, whatever was expected.
 * @param expected the numbers of the last build
 * @throws Error where the browser fails, hangs or gives a PDF that is empty or not tagged; the sheet is closed in any case
 */
export async function printEdition(press: Press, html: string, expected: PageNumbers = new Map()): Promise<RawPrint> {
  const sheet = await press.load(html)
  try {
    const wanted = [...html.matchAll(/data-page-of="([^"]*)"/g)].map(([, id]) => id!)
    const known = wanted.length > 0 && wanted.every((id) => expected.has(id)) ? expected : undefined
    if (known) await write(sheet, known)
    let bytes = await sheet.print()
    let numbers: PageNumbers = wanted.length > 0 ? pageNumbers(bytes) : new Map()
    if (wanted.length > 0 && !(known && agree(wanted, known, numbers))) {
      for (let prints = 2; ; prints++) {
        await write(sheet, numbers)
        bytes = await sheet.print()
        const now = pageNumbers(bytes)
        if (agree(wanted, now, numbers)) break
        if (prints === MOST_PRINTS) throw new Error('The page numbers of the contents do not come to rest.')
        numbers = now
      }
    }
    refuseBlank(bytes)
    return { bytes, preparation: sheet.preparation, numbers }
  } finally {
    // Where the browser is gone the sheet is too, and what ended it is the error to tell.
    await sheet.close().catch(() => undefined)
  }
}

function write(sheet: Sheet, numbers: PageNumbers): Promise<void> {
  return sheet.writeNumbers(new Map([...numbers].map(([id, page]) => [id, String(page)])))
}

/** Whether the entries of the contents have the same pages. */
function agree(ids: readonly string[], a: PageNumbers, b: PageNumbers): boolean {
  return ids.every((id) => a.get(id) === b.get(id))
}

/**
 * Makes a print the PDF that is published.
 * @throws Error as `conform` does
 */
export async function finish(press: Press, print: RawPrint, date: Date): Promise<Printed> {
  const pages = pageCount(print.bytes)
  return { bytes: await press.conform({ bytes: print.bytes, preparation: print.preparation, date }), pages }
}

/** What a PDF has when it was printed with its language, its tags and its text. */
const PRESENT = { '/StructTreeRoot': /\/StructTreeRoot \d/, '/Lang': /\/Lang \(\w/, 'embedded fonts': /\/FontFile[23]? \d/ }

/** An upgrade of the browser has silently printed untagged before (puppeteer#13565); a failed font leaves blank pages. */
function refuseBlank(pdf: Uint8Array): void {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  const absent = Object.entries(PRESENT).flatMap(([name, pattern]) => (pattern.test(text) ? [] : [name]))
  if (absent.length > 0) throw new Error(`The browser printed a PDF without ${absent.join(', ')}: text, tags or fonts are missing.`)
}
