import { placesIn, type Places } from './destinations.ts'
import type { BrowserPage } from './browser-page.ts'
import type { NotesPlaced } from './notes/tools.ts'

/** How often notes are placed at most, of which some turn out to stand on another page than their call. */
const MOST_PLACINGS = 4

/** Notes in their places. */
export interface LaidOutNotes extends NotesPlaced {
  readonly places: Places
  /** What those say that have found no place at the foot of the page that calls them. */
  readonly misplaced: readonly string[]
}

export function hasNotes({ preparation: { markers } }: BrowserPage): boolean {
  return markers.some(({ calls }) => calls !== undefined)
}

/**
 * Places the notes of a page.
 * @param beginning where the text begins on its page
 * @param moved the blocks that were moved since they were placed before
 * @param before how they were placed before
 * @returns nothing for a page whose style does not tell its measures
 */
export async function layOutNotes(
  browserPage: BrowserPage,
  beginning: number,
  moved: readonly number[] | undefined,
  before: LaidOutNotes | undefined,
): Promise<LaidOutNotes | undefined> {
  const strayed: string[] = []
  for (let placings = 1; ; placings++) {
    const placed = await browserPage.placeNotes(beginning, strayed, moved)
    if (!placed) return undefined
    const notes = moved && before ? withThoseBefore(placed, before) : placed
    const places = placesIn(await browserPage.printLayout())
    const { destinations } = places
    const astray = notes.pairs.filter(([note, call]) => destinations.get(note) !== destinations.get(call))
    if (astray.length === 0 || placings === MOST_PLACINGS) {
      const elsewhere = [...notes.below, ...astray.map(([note]) => note)]
      return { ...notes, places, misplaced: elsewhere.length > 0 ? await browserPage.wordsOf(elsewhere) : [] }
    }
    // Those on the first page have moved what comes after them.
    const pages = astray.map(([, call]) => destinations.get(call) ?? 0)
    const last = placings < MOST_PLACINGS - 1 ? Math.min(...pages) : Infinity
    strayed.push(...astray.filter((_, index) => pages[index]! <= last).map(([note]) => note))
  }
}

/** Notes that were placed anew, and those before that stand where they stood. */
function withThoseBefore(placed: NotesPlaced, before: NotesPlaced): NotesPlaced {
  const anew = new Set([...placed.names, ...placed.below])
  return {
    ...placed,
    pairs: [...before.pairs.filter(([note]) => !anew.has(note)), ...placed.pairs],
    below: [...before.below.filter((note) => !anew.has(note)), ...placed.below],
  }
}
