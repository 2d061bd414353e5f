import type { Press } from './press.ts'
import type { Print } from './finishing.ts'
import { pageCount, pageNumbers } from './destinations.ts'

/** A print as the browser gives it, and what is to be done in it. */
export interface RawPrint extends Omit<Print, 'date'> {
  readonly layout: PageLayout
}

/** Numbers that change the layout change each other: more rounds than this do not happen with slots of fixed width. */
const MOST_PRINTS = 5

/** How a page was laid out: its pages, and on which of them each heading of the contents stands, by its id. */
export interface PageLayout {
  readonly pages: number
  readonly headings: ReadonlyMap<string, number>
}

/**
 * Prints a page with the numbers of its contents and the running section at its head: prints it with those that are
 * expected, learns on which page each heading stands, and prints it again until the layout stands still. Where the
 * expectation holds, that is one print; without one it is two. The same page gives the same bytes, whatever was expected.
 * @param page its HTML, or what gives it
 * @param expected the layout of the last build
 * @throws Error where the browser fails twice, or gives a PDF that is empty or not tagged
 */
export async function printEdition(press: Press, page: string | (() => Promise<string>), expected?: PageLayout): Promise<RawPrint> {
  return press.withSheet(page, async (sheet, html) => {
    const wanted = [...html.matchAll(/data-page-of="([^"]*)"/g)].map(([, id]) => id!)
    let written = expected && wanted.every((id) => expected.headings.has(id)) ? expected : undefined
    for (let prints = 1; ; prints++) {
      if (written && wanted.length > 0) await sheet.writeLayout(written)
      const known = wanted.length === 0 || written !== undefined
      const bytes = await sheet.print(known ? 'publication' : 'layout')
      const layout: PageLayout = { pages: pageCount(bytes), headings: wanted.length > 0 ? pageNumbers(bytes) : new Map() }
      if (wanted.length === 0 || (written && agree(wanted, written, layout))) {
        refuseBlank(bytes)
        return { bytes, preparation: sheet.preparation, layout }
      }
      if (prints === MOST_PRINTS) throw new Error('The page numbers of the contents do not come to rest.')
      written = layout
    }
  })
}

function agree(ids: readonly string[], a: PageLayout, b: PageLayout): boolean {
  return a.pages === b.pages && ids.every((id) => a.headings.get(id) === b.headings.get(id))
}

/** What a PDF has when it was printed with its language, its tags and its text. */
const PRESENT = { '/StructTreeRoot': /\/StructTreeRoot \d/, '/Lang': /\/Lang \(\w/, 'embedded fonts': /\/FontFile[23]? \d/ }

/** An upgrade of the browser has silently printed untagged before (puppeteer#13565); a failed font leaves blank pages. */
function refuseBlank(pdf: Uint8Array): void {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  const absent = Object.entries(PRESENT).flatMap(([name, pattern]) => (pattern.test(text) ? [] : [name]))
  if (absent.length > 0) throw new Error(`The browser printed a PDF without ${absent.join(', ')}: text, tags or fonts are missing.`)
}
