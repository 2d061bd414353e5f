import { createHash } from 'node:crypto'
import type { Press } from './press.ts'
import type { Sheet } from './sheet.ts'
import type { Print } from './finishing.ts'
import { placesIn, type Places } from './destinations.ts'
import { gatherNotes } from './notes/gather.ts'
import { placeNotes } from './notes/place.ts'
import { NOTES_TOOLS, type NotesPlaced } from './notes/tools.ts'
import { BLOCKS, blocksAtPageEnds, hidePage, keepWordsWhole, MOST_CHARACTERS, showPage, type Block } from './page-ends.ts'
import { fitPage, MOST_NARROW, narrowTables, type Misfit } from './fit.ts'
import { folios } from './folios.ts'
import { goingOn, repeatLabels } from './labels-again.ts'
import { beginningFor, beginningsAmong, beginPages, markEnds, PAGE_OF_TEXT, shortPages, type TextEnds } from './last-pages.ts'
import { MARK, preparePage, type Preparation } from './preparation.ts'
import { Unprintable } from './unprintable.ts'
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
  /** How often each table of the page was set narrower, so that it fits the page; none where all fit as they are. */
  readonly narrowed: readonly number[]
  /** The numbers of the blocks at the ends of pages: no word is parted in them, so that none goes on overleaf. */
  readonly ends: readonly number[]
  /** The numbers of the blocks with which pages begin, since the last of a text was filled too little without them. */
  readonly begun: readonly number[]
  /** The numbers of the blocks that begin a page in the middle of a session: its label stands beside them again. */
  readonly inside: readonly number[]
  /** The digest of the page's HTML, the browser and what this program does with the page: others end pages elsewhere. */
  readonly digest: string
}

/**
 * Prints a page with the numbers of its contents and the running section at its head: learns on which page each heading
 * stands, prints it with these numbers, and again until the layout stands still. What an expectation tells need not be
 * learnt: where it holds, that is one print. The same page gives the same bytes, whatever was expected.
 * @param page its HTML, or what gives it
 * @param expected the layout of the last build
 * @throws Unprintable where something is wider than the page, whatever is done
 * @throws Error where the browser fails twice, or gives a PDF that is empty or not tagged
 */
export async function printEdition(press: Press, page: string | (() => Promise<string>), expected?: PageLayout): Promise<RawPrint> {
  return press.withSheet(page, async (sheet, html) => {
    const wanted = [...html.matchAll(/data-page-of="([^"]*)"/g)].map(([, id]) => id!)
    const digest = createHash('sha256').update([sheet.browser, LAYS_OUT, html].join('\n')).digest('hex')
    let written = expected && wanted.every((id) => expected.headings.has(id)) ? expected : undefined
    // Where notes stand is found out each time: to remember it would take as much as to find it.
    const isKnown = expected?.digest === digest && !html.includes('data-footnotes')
    let learnt: (Pick<PageLayout, 'ends' | 'narrowed' | 'begun' | 'inside'> & { readonly paragraphs?: number }) | undefined = isKnown
      ? expected
      : undefined
    if (learnt === undefined || written === undefined) {
      const layout = await learnLayout(sheet)
      learnt = layout
      const { pages, headings, narrowed, ends, begun, inside } = layout
      written ??= { pages, headings, narrowed, ends, begun, inside, digest }
    } else {
      if (learnt.narrowed.length > 0) await sheet.narrowTables(learnt.narrowed)
      if (learnt.begun.length > 0) await sheet.beginPages(learnt.begun)
      await sheet.keepWordsWhole(learnt.ends)
    }
    const { ends, narrowed, begun, inside } = learnt
    const labels = inside.length > 0 ? await sheet.repeatLabels(inside) : []
    const hidden = sheet.preparation.hidden + labels.join('').replaceAll(/\s/g, '')
    for (let prints = 1; ; prints++) {
      if (wanted.length > 0) await sheet.writeLayout(written)
      const bytes = await sheet.print()
      refuseBlank(bytes)
      const { pages, destinations, scale } = placesIn(bytes)
      if (isSmaller(scale)) throw new Unprintable(TOO_WIDE, [])
      const headings = new Map(wanted.flatMap((id) => (destinations.has(id) ? [[id, destinations.get(id)!] as const] : [])))
      const layout: PageLayout = { pages, headings, narrowed, ends, begun, inside, digest }
      if (wanted.length === 0 || agree(wanted, written, layout)) {
        const markers = [...sheet.preparation.markers, ...Array.from({ length: learnt.paragraphs ?? 0 }, () => ({ type: 'P' }))]
        return { bytes, preparation: { ...sheet.preparation, hidden, markers, texts: withFolios(sheet.preparation, written) }, layout }
      }
      if (prints === MOST_PRINTS) throw new Error('The page numbers of the contents do not come to rest.')
      written = layout
    }
  })
}

/**
 * Lays the page out, with its notes in their places, and again without the words that would be parted at a page's end, until
 * there are none; and where a text's last page holds too little, with more of the text on it.
 */
async function learnLayout(sheet: Sheet): Promise<Omit<PageLayout, 'digest'> & { readonly paragraphs: number }> {
  const { blocks, ends: textEnds } = await sheet.beginLayout()
  const ends: number[] = []
  let settled: readonly number[] = []
  let paragraphs = 0
  let narrowed: readonly number[] = []
  let begun: readonly number[] | undefined
  let isPlaced = false
  for (let rounds = 1; ; rounds++) {
    let places = placesIn(await sheet.printLayout())
    if (rounds === 1 && isSmaller(places.scale)) {
      narrowed = await fit(sheet)
      places = placesIn(await sheet.printLayout())
    }
    if (!isPlaced) {
      const notes = await layOutNotes(sheet, places)
      if (notes) {
        ;({ settled, paragraphs, places } = notes)
        ends.push(...notes.ends)
      }
      isPlaced = true
    }
    const { pages, destinations: headings } = places
    const more = rounds > MOST_ROUNDS ? [] : blocksAtPageEnds(blocks, headings, [...ends, ...settled])
    if (more.length > 0) {
      await sheet.keepWordsWhole(more)
      ends.push(...more)
      continue
    }
    if (begun === undefined) {
      begun = textEnds ? await fillLastPages(sheet, blocks, textEnds, places) : []
      isPlaced = begun.length === 0
    }
    if (isPlaced) {
      await sheet.endLayout()
      return { pages, headings, narrowed, ends, begun, inside: goingOn(blocks, headings), paragraphs }
    }
  }
}

/** Has pages begin earlier, where the last of a text holds too little. @returns the numbers of the blocks with which they begin */
async function fillLastPages(sheet: Sheet, blocks: readonly Block[], ends: TextEnds, places: Places): Promise<readonly number[]> {
  const begun: number[] = []
  for (const short of shortPages(blocks, ends, places)) {
    const number = beginningFor(short, await sheet.beginningsAmong(short.blocks), blocks, ends, places)
    if (number !== undefined) begun.push(number)
  }
  if (begun.length > 0) await sheet.beginPages(begun)
  return begun
}

/** How often notes are placed at most, of which some turn out to stand on another page than their call. */
const MOST_PLACINGS = 3

/** Places the notes of a page. @param places as the page is without them; nothing is returned where it has none */
async function layOutNotes(sheet: Sheet, places: Places): Promise<(NotesPlaced & { readonly places: Places }) | undefined> {
  if (!sheet.preparation.markers.some(({ calls }) => calls !== undefined)) return undefined
  const strayed: string[] = []
  for (let placings = 1; ; placings++) {
    const notes = await sheet.placeNotes(places.heights.get('text') ?? 0, strayed)
    if (!notes) return undefined
    const placed = placesIn(await sheet.printLayout())
    const { destinations } = placed
    const astray = notes.pairs.filter(([note, call]) => destinations.get(note) !== destinations.get(call)).map(([note]) => note)
    if (astray.length === 0 || placings === MOST_PLACINGS) return { ...notes, places: placed }
    strayed.push(...astray)
  }
}

/** Whether the browser prints everything smaller than the style says, but for what comes of rounding. */
function isSmaller(scale: number): boolean {
  return scale < 0.999
}

const TOO_WIDE = 'Something on the page is wider than the page, so that the browser would print every page smaller.'

/**
 * Sets the tables of a page narrower that are wider than it.
 * @throws Unprintable naming what is wider all the same: it would have the browser print every page smaller
 */
async function fit(sheet: Sheet): Promise<readonly number[]> {
  const { narrowed, misfits } = await sheet.fit()
  const [first] = misfits
  if (!first) return narrowed
  throw new Unprintable(
    misfits.map(saidOf).join(' '),
    // Another table may have the same word.
    misfits.flatMap(({ table, text }) => (table === undefined ? [text] : [table, text])),
    first.column === undefined ? SHORTEN : DIVIDE,
  )
}

const DIVIDE =
  'Divide the table in two of fewer columns, or write shorter words in its widest column; in long words a line may end after a hyphen.'
const SHORTEN = 'Write it shorter, or with spaces or hyphens at which a line may end.'

function saidOf({ text, column, width, place }: Misfit): string {
  const [is, has] = [width, place].map((millimetres) => `${Math.round(millimetres)} mm`)
  if (column === undefined) return `“${excerpt(text)}” is ${is} wide, and its place is ${has}.`
  const widest = `its widest column ${column === '' ? '' : `is “${excerpt(column)}”, and `}holds “${excerpt(text)}”`
  return `A table is ${is} wide even in small type, and a page that is turned for it has ${has}; ${widest}.`
}

/** The beginning of a text, as its writer typed it: where words may be parted is the layout’s. */
function excerpt(text: string): string {
  const typed = text.replaceAll('\u00AD', '')
  return typed.length > 60 ? `${typed.slice(0, 60)}…` : typed
}

/** What this program does to a page before its ends are known. */
const LAYS_OUT = [
  gatherNotes,
  preparePage,
  collapseWhiteSpace,
  fitPage,
  MOST_NARROW,
  narrowTables,
  hidePage,
  markEnds,
  PAGE_OF_TEXT,
  shortPages,
  beginningsAmong,
  beginningFor,
  beginPages,
  fillLastPages,
  goingOn,
  repeatLabels,
  BLOCKS,
  MOST_CHARACTERS,
  learnLayout,
  MOST_ROUNDS,
  layOutNotes,
  MOST_PLACINGS,
  placeNotes,
  ...Object.values(NOTES_TOOLS),
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
