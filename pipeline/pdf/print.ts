import type { Press } from './browser.ts'
import { pageCount, pageNumbers } from './destinations.ts'

/** A printed edition. */
export interface Printed {
  readonly bytes: Uint8Array
  readonly pages: number
}

/** Numbers that change the layout change each other: more rounds than this do not happen with slots of fixed width. */
const MOST_PRINTS = 5

/**
 * Prints a page: once to learn on which page each heading stands, and again with the numbers in the contents,
 * until they stand still, which is normally the second print.
 * @throws Error where the browser fails, hangs or gives a PDF that is empty or not tagged; the sheet is closed in any case
 */
export async function printEdition(press: Press, html: string, { date }: { readonly date: Date }): Promise<Printed> {
  const sheet = await press.load(html)
  try {
    let bytes = await sheet.print()
    if (html.includes('data-page-of')) {
      let numbers = pageNumbers(bytes)
      for (let prints = 2; ; prints++) {
        await sheet.writeNumbers(new Map([...numbers].map(([id, page]) => [id, String(page)])))
        bytes = await sheet.print()
        const now = pageNumbers(bytes)
        if (same(numbers, now)) break
        if (prints === MOST_PRINTS) throw new Error('The page numbers of the contents do not come to rest.')
        numbers = now
      }
    }
    refuseBlank(bytes)
    return { bytes: await press.conform({ bytes, preparation: sheet.preparation, date }), pages: pageCount(bytes) }
  } finally {
    // Where the browser is gone the sheet is too, and what ended it is the error to tell.
    await sheet.close().catch(() => undefined)
  }
}

function same(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return a.size === b.size && [...a].every(([id, page]) => b.get(id) === page)
}

/** What a PDF has when it was printed with its language, its tags and its text. */
const PRESENT = { '/StructTreeRoot': /\/StructTreeRoot \d/, '/Lang': /\/Lang \(\w/, 'embedded fonts': /\/FontFile[23]? \d/ }

/** An upgrade of the browser has silently printed untagged before (puppeteer#13565); a failed font leaves blank pages. */
function refuseBlank(pdf: Uint8Array): void {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  const absent = Object.entries(PRESENT).flatMap(([name, pattern]) => (pattern.test(text) ? [] : [name]))
  if (absent.length > 0) throw new Error(`The browser printed a PDF without ${absent.join(', ')}: text, tags or fonts are missing.`)
}
