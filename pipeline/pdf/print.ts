import { placesIn } from './destinations.ts'
import type { Print } from './finishing.ts'
import { folios } from './folios.ts'
import { learnLayout } from './layout.ts'
import { fitTables, isSmaller, tooWide } from './overflow.ts'
import { MARK, type Preparation } from './preparation.ts'
import { apartIn } from './notes-layout.ts'
import type { PageLayout, MisplacedNote } from './page-layout.ts'
import type { BrowserPage } from './browser-page.ts'
import type { BrowserPool } from './browser-pool.ts'

/** A print as the browser gives it, and what is to be done in it. */
export interface RawPrint extends Omit<Print, 'date'> {
  readonly layout: PageLayout
}

/** Numbers that change the layout change each other: more prints than this do not happen with slots of fixed width. */
const MOST_PRINTS = 5

/** How a page was laid out, before it is known where its notes stand in the print. */
type Laid = Omit<PageLayout, 'misplaced'>

/** Where a page takes what has no room at the foot of its last sheet. */
const INSTEAD = '<div data-instead hidden></div>'

/**
 * Prints a page as `printNumbered` does. One that ends with little on its last sheet is set tighter, where that spares the sheet and
 * loses nothing; the style knows it as `data-tight`. What has no room at the foot of its last sheet stands elsewhere: what only tells how
 * the copy is verified is not worth a sheet.
 * @throws Error as `printNumbered` does
 */
export async function printEdition(pool: BrowserPool, page: string | (() => Promise<string>)): Promise<RawPrint> {
  const print = await printNumbered(pool, page)
  if (!print.layout.isEndShort && !print.layout.isFootCrowded) return print
  const html = typeof page === 'string' ? page : await page()
  if (print.layout.isEndShort) {
    const tight = html.replace('<body ', '$&data-tight ')
    const tighter = await printNumbered(pool, tight)
    const isSpared = tighter.layout.pages < print.layout.pages
    if (isSpared && !tighter.layout.isFootCrowded) return tighter
    if (isSpared && html.includes(INSTEAD)) return printNumbered(pool, footElsewhere(tight))
  }
  return print.layout.isFootCrowded ? printNumbered(pool, footElsewhere(html)) : print
}

/** A page’s HTML with what is to stand at the foot of its last page in the other place for it, or without it. */
function footElsewhere(html: string): string {
  const [box = '', foot = ''] = /<div class="last-foot"[^]*?<\/a>([^]*<\/div>\s*)<\/div>/.exec(html) ?? []
  return html.replace(box, '').replace(INSTEAD, () => foot)
}

/**
 * Prints a page with the numbers of its contents and the running section at its head: learns on which page each heading
 * stands, prints it with these numbers, and again until the layout stands still.
 * @param page its HTML, or what gives it
 * @throws Unprintable where something is wider than the page, whatever is done
 * @throws Error where the browser fails twice, or gives a PDF that is empty or not tagged
 */
async function printNumbered(pool: BrowserPool, page: string | (() => Promise<string>)): Promise<RawPrint> {
  return pool.withPage(page, async (browserPage, html) => {
    const wanted = [...html.matchAll(/data-page-of="([^"]*)"/g)].map(([, id]) => id!)
    const { paragraphs, inside, anchors, below, apart, ...learnt } = await learnLayout(browserPage)
    const labels = inside.length > 0 ? await browserPage.repeatLabels(inside) : []
    const hidden = browserPage.preparation.hidden + labels.join('').replaceAll(/\s/g, '')
    let written: Laid = learnt
    for (let prints = 1; ; prints++) {
      if (wanted.length > 0) await browserPage.writeLayout(written)
      const bytes = await browserPage.print()
      refuseBlank(bytes)
      const { pages, destinations, scale } = placesIn(bytes)
      if (isSmaller(scale)) throw tooWide(await fitTables(browserPage))
      const headings = new Map(wanted.flatMap((id) => (destinations.has(id) ? [[id, destinations.get(id)!] as const] : [])))
      // Numbers that moved a heading may have moved other blocks too.
      const beginnings = written === learnt ? learnt.beginnings : new Map<string, number>()
      const layout: Laid = { ...learnt, pages, headings, beginnings }
      if (wanted.length === 0 || agree(wanted, written, layout)) {
        const elsewhere = [...new Set([...apart, ...apartIn(anchors, { destinations })])]
        const markers = [...browserPage.preparation.markers, ...Array.from({ length: paragraphs }, () => ({ type: 'P' }))]
        return {
          bytes,
          preparation: { ...browserPage.preparation, hidden, markers, texts: withFolios(browserPage.preparation, written) },
          layout: { ...layout, misplaced: await misplacedNotes(browserPage, below, elsewhere) },
        }
      }
      if (prints === MOST_PRINTS) throw new Error('The page numbers of the contents do not come to rest.')
      written = layout
    }
  })
}

/** The notes that stand below what calls them or elsewhere, by their names; one that stands below it on another page is told as that. */
async function misplacedNotes(
  browserPage: BrowserPage,
  below: readonly string[],
  elsewhere: readonly string[],
): Promise<readonly MisplacedNote[]> {
  const names = [...below.filter((name) => !elsewhere.includes(name)), ...elsewhere]
  if (names.length === 0) return []
  const texts = await browserPage.wordsOf(names)
  return names.map((name, at) => ({ text: texts[at]!, place: elsewhere.includes(name) ? 'elsewhere' : 'below' }))
}

/** The texts of a page with the numbers of pages that were written into it. */
function withFolios({ texts, numbering }: Preparation, { pages, headings }: Laid): string[] {
  const { labels } = folios(pages, numbering === 'roman-front' ? headings.get('text') : undefined)
  return texts.map((text) => text.replaceAll(PLACEHOLDER, (_, id: string) => labels[headings.get(id)! - 1]!))
}

const PLACEHOLDER = new RegExp(`${MARK}([^${MARK}]*)${MARK}`, 'gu')

function agree(ids: readonly string[], a: Laid, b: Laid): boolean {
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
