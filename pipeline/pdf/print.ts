import { createHash } from 'node:crypto'
import type { Press } from './press.ts'
import type { Sheet } from './sheet.ts'
import type { Print } from './finishing.ts'
import { placesIn } from './destinations.ts'
import { BLOCKS, blocksAtPageEnds, hidePage, keepWordsWhole, MOST_CHARACTERS, showPage } from './page-ends.ts'
import { folios } from './folios.ts'
import { MARK, preparePage, type Preparation } from './preparation.ts'
import { collapseWhiteSpace } from './white-space.ts'

/** A print as the browser gives it, and what is to be done in it. */
export interface RawPrint extends Omit<Print, 'date'> {
  readonly layout: PageLayout
}

/** Numbers that change the layout change each other: more prints than this do not happen with slots of fixed width. */
const MOST_PRINTS = 5

/** Words that are not parted move others to the ends of pages; after so many rounds they stay there. */
const MOST_ROUNDS = 6

/** How a page was laid out. */
export interface PageLayout {
  readonly pages: number
  /** On which page each heading of the contents stands, by its id. */
  readonly headings: ReadonlyMap<string, number>
  /** The numbers of the blocks at the ends of pages: no word is parted in them, so that none goes on overleaf. */
  readonly ends: readonly number[]
  /** The digest of the page's HTML, the browser and what this program does with the page: others end pages elsewhere. */
  readonly digest: string
}

/**
 * Prints a page with the numbers of its contents and the running section at its head: learns on which page each heading
 * stands, prints it with these numbers, and again until the layout stands still. What an expectation tells need not be
 * learnt: where it holds, that is one print. The same page gives the same bytes, whatever was expected.
 * @param page its HTML, or what gives it
 * @param expected the layout of the last build
 * @throws Error where the browser fails twice, or gives a PDF that is empty or not tagged
 */
export async function printEdition(press: Press, page: string | (() => Promise<string>), expected?: PageLayout): Promise<RawPrint> {
  return press.withSheet(page, async (sheet, html) => {
    const wanted = [...html.matchAll(/data-page-of="([^"]*)"/g)].map(([, id]) => id!)
    const digest = createHash('sha256').update([sheet.browser, LAYS_OUT, html].join('\n')).digest('hex')
    let written = expected && wanted.every((id) => expected.headings.has(id)) ? expected : undefined
    let ends = expected?.digest === digest ? expected.ends : undefined
    if (ends === undefined || written === undefined) {
      const layout = await learnLayout(sheet)
      ends = layout.ends
      written ??= { ...layout, digest }
    } else await sheet.keepWordsWhole(ends)
    for (let prints = 1; ; prints++) {
      if (wanted.length > 0) await sheet.writeLayout(written)
      const bytes = await sheet.print()
      const { pages, destinations } = placesIn(bytes)
      const headings = new Map(wanted.flatMap((id) => (destinations.has(id) ? [[id, destinations.get(id)!] as const] : [])))
      const layout: PageLayout = { pages, headings, ends, digest }
      if (wanted.length === 0 || agree(wanted, written, layout)) {
        refuseBlank(bytes)
        return { bytes, preparation: { ...sheet.preparation, texts: withFolios(sheet.preparation, written) }, layout }
      }
      if (prints === MOST_PRINTS) throw new Error('The page numbers of the contents do not come to rest.')
      written = layout
    }
  })
}

/** Lays the page out, and again without the words that would be parted at a page's end, until there are none. */
async function learnLayout(sheet: Sheet): Promise<Omit<PageLayout, 'digest'>> {
  const blocks = await sheet.beginLayout()
  const ends: number[] = []
  for (let rounds = 1; ; rounds++) {
    const bytes = await sheet.printLayout()
    const { pages, destinations: headings } = placesIn(bytes)
    const more = rounds > MOST_ROUNDS ? [] : blocksAtPageEnds(blocks, headings, ends)
    if (more.length === 0) {
      await sheet.endLayout()
      return { pages, headings, ends }
    }
    await sheet.keepWordsWhole(more)
    ends.push(...more)
  }
}

/** What this program does to a page before its ends are known. */
const LAYS_OUT = [
  preparePage,
  collapseWhiteSpace,
  hidePage,
  BLOCKS,
  MOST_CHARACTERS,
  learnLayout,
  MOST_ROUNDS,
  blocksAtPageEnds,
  keepWordsWhole,
  showPage,
].join('\n')

/** The texts of a page with the numbers of pages that were written into it. */
function withFolios({ texts, numbering }: Preparation, { pages, headings }: PageLayout): string[] {
  const { labels } = folios(pages, numbering === 'roman-front' ? headings.get('text') : undefined)
  return texts.map((text) => text.replaceAll(PLACEHOLDER, (_, id: string) => labels[headings.get(id)! - 1]!))
}

const PLACEHOLDER = new RegExp(`${MARK}([^${MARK}]*)${MARK}`, 'gu')

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
