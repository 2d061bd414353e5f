import { placesIn, type Places } from './destinations.ts'
import { goingOn } from './labels-again.ts'
import { beginningFor, shortPages, turnedBelow } from './last-pages.ts'
import { fitTables, isSmaller, tooWide } from './overflow.ts'
import type { NotesPlaced } from './notes/tools.ts'
import { blocksAtPageEnds, type Block } from './page-ends.ts'
import type { TextEnds } from './text-ends.ts'
import type { BrowserPage } from './browser-page.ts'

/** How a page was laid out. */
export interface PageLayout {
  readonly pages: number
  /** On which page each heading of the contents stands, by its id. */
  readonly headings: ReadonlyMap<string, number>
  /** What those notes say that have found no place at the foot of the page that calls them. */
  readonly misplaced: readonly string[]
}

/** The same as it was learnt, before it is printed. */
export interface LearntLayout extends PageLayout {
  /** The numbers of the blocks that begin a page in the middle of a session: its label stands beside them again. */
  readonly inside: readonly number[]
  /** How many paragraphs the parting of notes has made. */
  readonly paragraphs: number
}

/** Words that are not parted move others to the ends of pages; after so many rounds they stay there. */
const MOST_ROUNDS = 6

/**
 * Lays the page out, with its notes in their places, and again without the words that would be parted at a page's end, until
 * there are none; and where a text's last page holds too little, with more of the text on it.
 */
export async function learnLayout(browserPage: BrowserPage): Promise<LearntLayout> {
  const { blocks, ends: textEnds } = await browserPage.beginLayout()
  const layOut = async (): Promise<Places> => placesIn(await browserPage.printLayout())
  const ends: number[] = []
  let settled: readonly number[] = []
  let paragraphs = 0
  let misplaced: readonly string[] = []
  let isFilled = false
  let places = await layOut()
  if (isSmaller(places.scale)) {
    const farthest = await fitTables(browserPage)
    places = await layOut()
    if (isSmaller(places.scale)) throw tooWide(farthest)
  }
  /** Puts the notes in their places. @returns whether the page has any */
  const placeNotes = async (): Promise<boolean> => {
    const notes = await layOutNotes(browserPage, places)
    if (!notes) return false
    ;({ settled, paragraphs, places, misplaced } = notes)
    ends.push(...notes.ends)
    return true
  }
  await placeNotes()
  for (let rounds = 1; ; rounds++) {
    const { pages, destinations: headings } = places
    const more = rounds > MOST_ROUNDS ? [] : blocksAtPageEnds(blocks, headings, [...ends, ...settled])
    if (more.length > 0) {
      await browserPage.keepWordsWhole(more)
      ends.push(...more)
      places = await layOut()
      continue
    }
    if (!isFilled) {
      isFilled = true
      if (textEnds && (await fillLastPages(browserPage, blocks, textEnds, places, layOut))) {
        // The text begins where it did, which is all that its notes are told.
        if (!(await placeNotes())) places = await layOut()
        continue
      }
    }
    await browserPage.endLayout()
    return { pages, headings, inside: goingOn(blocks, headings), paragraphs, misplaced }
  }
}

/**
 * Has pages begin earlier, where the last of a text holds too little, or what it holds stand on the page before.
 * @returns whether it changed anything
 */
async function fillLastPages(
  browserPage: BrowserPage,
  blocks: readonly Block[],
  ends: TextEnds,
  laidOut: Places,
  layOut: () => Promise<Places>,
): Promise<boolean> {
  let places = laidOut
  let all = shortPages(blocks, ends, places)
  if (all.length === 0) return false
  if (!ends.areBlocksLinked) {
    await browserPage.linkBefore(all.map(({ last }) => last))
    places = await layOut()
    all = shortPages(blocks, ends, places)
  }
  const begun: number[] = []
  const turned: number[] = []
  const found = await browserPage.beginningsAmong(all.map((short) => short.blocks))
  for (const [index, short] of all.entries()) {
    const beginnings = found[index]!
    const number = beginningFor(short, beginnings, blocks, ends, places)
    if (number === undefined) turned.push(...turnedBelow(short, beginnings, blocks, ends, places))
    else begun.push(number)
  }
  if (begun.length > 0) await browserPage.beginPages(begun)
  if (turned.length > 0) await browserPage.turnPages(turned)
  return begun.length + turned.length > 0
}

/** How often notes are placed at most, of which some turn out to stand on another page than their call. */
const MOST_PLACINGS = 4

/** Notes in their places. */
interface LaidOutNotes extends NotesPlaced, Pick<PageLayout, 'misplaced'> {
  readonly places: Places
}

/** Places the notes of a page. @param places as the page is without them; nothing is returned where it has none */
async function layOutNotes(browserPage: BrowserPage, places: Places): Promise<LaidOutNotes | undefined> {
  if (!browserPage.preparation.markers.some(({ calls }) => calls !== undefined)) return undefined
  const strayed: string[] = []
  for (let placings = 1; ; placings++) {
    const notes = await browserPage.placeNotes(places.heights.get('text') ?? 0, strayed)
    if (!notes) return undefined
    const placed = placesIn(await browserPage.printLayout())
    const { destinations } = placed
    const astray = notes.pairs.filter(([note, call]) => destinations.get(note) !== destinations.get(call))
    if (astray.length === 0 || placings === MOST_PLACINGS) {
      const elsewhere = [...notes.below, ...astray.map(([note]) => note)]
      return { ...notes, places: placed, misplaced: elsewhere.length > 0 ? await browserPage.wordsOf(elsewhere) : [] }
    }
    // Those on the first page have moved what comes after them.
    const pages = astray.map(([, call]) => destinations.get(call) ?? 0)
    const last = placings < MOST_PLACINGS - 1 ? Math.min(...pages) : Infinity
    strayed.push(...astray.filter((_, index) => pages[index]! <= last).map(([note]) => note))
  }
}
