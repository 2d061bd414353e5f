import { placesIn, type Places } from './destinations.ts'
import type { BrowserPage } from './browser-page.ts'
import type { Anchored } from './notes/anchors.ts'
import type { NotesPlaced } from './notes/asked.ts'

/** How often notes are placed at most, of which some turn out to stand on another page than their call. */
const MOST_PLACINGS = 4
/** How often tables are parted elsewhere at most, whose notes turn out to stand on another page than their end. */
const MOST_LOOSENINGS = 6

/** Notes in their places. */
export interface LaidOutNotes extends NotesPlaced {
  readonly places: Places
}

export function hasNotes({ preparation: { markers } }: BrowserPage): boolean {
  return markers.some(({ calls }) => calls !== undefined)
}

/** The ids of what stands on another page than what it is to stand with, as far as the places of both are known. */
export function apartIn(anchors: readonly Anchored[], { destinations }: Pick<Places, 'destinations'>): string[] {
  return anchors.flatMap(({ id, anchor }) => {
    const [page, of] = [destinations.get(id), destinations.get(anchor)]
    return page !== undefined && of !== undefined && page !== of ? [id] : []
  })
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
  const ofTables = (await browserPage.anchorsOfNotes()).filter(({ kind }) => kind !== 'note')
  let among = moved
  for (let [placings, loosenings] = [1, 0]; ; placings++) {
    const placed = await browserPage.placeNotes(beginning, strayed, among)
    if (!placed) return undefined
    const notes = among && before ? withThoseBefore(placed, before) : placed
    const places = placesIn(await browserPage.printLayout())
    const { destinations } = places
    const torn = loosenings < MOST_LOOSENINGS ? apartIn(ofTables, places) : []
    if (torn.length > 0 && (await browserPage.loosenTables(torn))) {
      loosenings++
      placings--
      among = undefined
      continue
    }
    const astray = notes.pairs.filter(([note, call]) => destinations.get(note) !== destinations.get(call))
    if (astray.length === 0 || placings === MOST_PLACINGS) return { ...notes, places }
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
