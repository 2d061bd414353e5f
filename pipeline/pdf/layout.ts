import { OVERLONG } from '../language/hyphenation.ts'
import { placesIn, type Places } from './destinations.ts'
import { fitPage, MOST_NARROW, narrowTables } from './fit.ts'
import { goingOn, repeatLabels } from './labels-again.ts'
import {
  beginningFor,
  beginningsAmong,
  beginPages,
  markEnds,
  PAGE_OF_TEXT,
  shortPages,
  turnedBelow,
  turnPages,
  type TextEnds,
} from './last-pages.ts'
import { isSmaller, fitTables } from './misfits.ts'
import { gatherNotes } from './notes/gather.ts'
import { placeNotes } from './notes/place.ts'
import { NOTES_TOOLS, type NotesPlaced } from './notes/tools.ts'
import { BLOCKS, blocksAtPageEnds, hidePage, keepWordsWhole, MOST_CHARACTERS, showPage, WORDS_TOOLS, type Block } from './page-ends.ts'
import { preparePage } from './preparation.ts'
import type { Sheet } from './sheet.ts'
import { collapseWhiteSpace } from './white-space.ts'

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
  /** The numbers of the blocks that stand on a turned page below its table: they would stand alone. */
  readonly turned: readonly number[]
  /** The numbers of the blocks that begin a page in the middle of a session: its label stands beside them again. */
  readonly inside: readonly number[]
  /** The digest of the page's HTML, the browser and what this program does with the page: others end pages elsewhere. */
  readonly digest: string
}

/** Words that are not parted move others to the ends of pages; after so many rounds they stay there. */
const MOST_ROUNDS = 6

/**
 * Lays the page out, with its notes in their places, and again without the words that would be parted at a page's end, until
 * there are none; and where a text's last page holds too little, with more of the text on it.
 */
export async function learnLayout(sheet: Sheet): Promise<Omit<PageLayout, 'digest'> & { readonly paragraphs: number }> {
  const { blocks, ends: textEnds } = await sheet.beginLayout()
  const ends: number[] = []
  let settled: readonly number[] = []
  let paragraphs = 0
  let narrowed: readonly number[] = []
  let filled: Filled | undefined
  let isPlaced = false
  for (let rounds = 1; ; rounds++) {
    let places = placesIn(await sheet.printLayout())
    if (rounds === 1 && isSmaller(places.scale)) {
      narrowed = await fitTables(sheet)
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
    if (filled === undefined) {
      filled = textEnds ? await fillLastPages(sheet, blocks, textEnds, places) : { begun: [], turned: [] }
      isPlaced = filled.begun.length + filled.turned.length === 0
    }
    if (isPlaced) {
      await sheet.endLayout()
      return { pages, headings, narrowed, ends, ...filled, inside: goingOn(blocks, headings), paragraphs }
    }
  }
}

/** How the last pages of texts are filled: the numbers of the blocks with which they begin, and of those that stand below a turned table. */
type Filled = Pick<PageLayout, 'begun' | 'turned'>

/** Has pages begin earlier, where the last of a text holds too little, or what it holds stand on the page before. */
async function fillLastPages(sheet: Sheet, blocks: readonly Block[], ends: TextEnds, places: Places): Promise<Filled> {
  const begun: number[] = []
  const turned: number[] = []
  for (const short of shortPages(blocks, ends, places)) {
    const beginnings = await sheet.beginningsAmong(short.blocks)
    const number = beginningFor(short, beginnings, blocks, ends, places)
    if (number === undefined) turned.push(...turnedBelow(short, beginnings, blocks, ends, places))
    else begun.push(number)
  }
  if (begun.length > 0) await sheet.beginPages(begun)
  if (turned.length > 0) await sheet.turnPages(turned)
  return { begun, turned }
}

/** How often notes are placed at most, of which some turn out to stand on another page than their call. */
const MOST_PLACINGS = 4

/** Places the notes of a page. @param places as the page is without them; nothing is returned where it has none */
async function layOutNotes(sheet: Sheet, places: Places): Promise<(NotesPlaced & { readonly places: Places }) | undefined> {
  if (!sheet.preparation.markers.some(({ calls }) => calls !== undefined)) return undefined
  const strayed: string[] = []
  for (let placings = 1; ; placings++) {
    const notes = await sheet.placeNotes(places.heights.get('text') ?? 0, strayed)
    if (!notes) return undefined
    const placed = placesIn(await sheet.printLayout())
    const { destinations } = placed
    const astray = notes.pairs.filter(([note, call]) => destinations.get(note) !== destinations.get(call))
    if (astray.length === 0 || placings === MOST_PLACINGS) return { ...notes, places: placed }
    // Those on the first page have moved what comes after them.
    const pages = astray.map(([, call]) => destinations.get(call) ?? 0)
    const last = placings < MOST_PLACINGS - 1 ? Math.min(...pages) : Infinity
    strayed.push(...astray.filter((_, index) => pages[index]! <= last).map(([note]) => note))
  }
}

/** What this program does to a page before its ends are known. */
export const LAYS_OUT = [
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
  turnedBelow,
  turnPages,
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
  OVERLONG,
  ...Object.values(WORDS_TOOLS),
  showPage,
].join('\n')
