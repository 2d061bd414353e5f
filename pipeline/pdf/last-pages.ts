import type { Beginning } from './beginnings.ts'
import type { Block } from './page-ends.ts'
import type { Places } from './destinations.ts'
import { LAST_LINE, type TextEnds } from './text-ends.ts'

/** A page whose text ends before it is filled far enough. */
export interface ShortPage {
  /** How much of it is filled, in points. */
  readonly filled: number
  /** The number of the page before. */
  readonly before: number
  /** The number of the last block of its text. */
  readonly last: number
  /** The numbers of the blocks on it and on the page before that are linked, from its end backward. */
  readonly blocks: readonly number[]
  /** The number of the block that takes all of the page before, where one does. */
  readonly over: number | undefined
}

/** What of the page before goes to a short one: all from a block on, or the last lines of a block, and the blocks that stay with them. */
export type Filling =
  | { readonly kind: 'block'; readonly number: number }
  | { readonly kind: 'lines'; readonly number: number; readonly height: number; readonly held: readonly number[] }

/** A last page is filled at least so far. */
const LEAST = 0.2
/** A page before may have ended before its foot: so much more than what lacks is taken from it. */
const MORE = 0.03
/** Where nothing fills it so far, so much of what lacks is better than nothing. */
const LEAST_OF_LACKING = 0.7
/** Lines of a paragraph that stay on its page. */
const ORPHANS = 2

/** The last pages of texts that are filled less than a fifth, though there is a page before. */
export function shortPages(blocks: readonly Block[], { ends, paper, height }: TextEnds, places: Places): ShortPage[] {
  const { pages, destinations, heights } = places
  return ends.flatMap(({ id, last }, index) => {
    const own = destinations.get(id)
    if (own === undefined) return []
    const next = blocks.slice(last + 1).find((block) => destinations.has(block.id))
    // Of the last page notes may be all that is left.
    const page = index === ends.length - 1 ? pages : own
    if (next && destinations.get(next.id) === page) return []
    const filled = page > own ? 0 : paper - heights.get(id)! + LAST_LINE
    if (filled >= LEAST * height) return []
    const pageOf = (number: number): number | undefined => destinations.get(blocks[number]!.id)
    const near: number[] = []
    let number = last
    for (; number >= 0 && !(pageOf(number)! < page - 1); number--) if (pageOf(number) !== undefined) near.push(number)
    const over = number >= 0 && near.every((each) => pageOf(each) === page) ? number : undefined
    return [{ filled, before: page - 1, last, blocks: near, over }]
  })
}

/** Whether a text ends with so little on its last page that it may do without that where it is set tighter. */
export function endsShort({ ends, paper, height, spared }: TextEnds, { pages, destinations, heights }: Places): boolean {
  const end = ends.at(-1)
  return pages > 1 && end !== undefined && destinations.get(end.id) === pages && paper - heights.get(end.id)! + LAST_LINE < spared * height
}

/** How far below the upper margin the text of the page before a short one reaches at most, in points: the notes at its foot stay there. */
export function footOf(
  { before }: Pick<ShortPage, 'before'>,
  notes: readonly string[],
  { paper, height }: TextEnds,
  { destinations, heights, lefts }: Places,
): number {
  // Those in the outer margin stand on the right half.
  const atFoot = notes.filter((note) => destinations.get(note) === before && lefts.get(note)! < paper / 4)
  return Math.min(height, ...atFoot.map((note) => paper - heights.get(note)!))
}

/** A note at the foot of a page: where its call stands below the upper margin, and how high the note is. In points. */
export interface NoteAtFoot {
  readonly call: number
  readonly height: number
}

/** The notes at the foot of the page before a short one. @param pairs as of `NotesPlaced` */
export function notesAtFoot(
  { before }: Pick<ShortPage, 'before'>,
  pairs: readonly (readonly [note: string, call: string])[],
  { paper, height }: TextEnds,
  { destinations, heights, lefts }: Places,
): NoteAtFoot[] {
  const notes = pairs
    .filter(([note, call]) => destinations.get(note) === before && lefts.get(note)! < paper / 4 && heights.has(call))
    .map(([note, call]) => ({ top: paper - heights.get(note)!, call: paper - heights.get(call)! }))
    .toSorted((a, b) => a.top - b.top)
  return notes.map(({ top, call }, index) => ({ call, height: (notes[index + 1]?.top ?? height) - top }))
}

/** A filling, how much it takes of the page before, in points, and whether the short page is filled by it. */
type Candidate = Filling & { readonly taken: number; readonly isHeading: boolean; readonly isEnough: boolean }

/**
 * How a short page is filled best: with so much of the page before as makes it a fifth full, and as little more as there may be. A
 * page that ends before a heading looks as it is meant to.
 * @returns nothing where the page before would be emptier than the short one looks
 */
export function fillingFor(
  short: ShortPage,
  beginnings: readonly Beginning[],
  blocks: readonly Block[],
  ends: TextEnds & { readonly foot: number; readonly notes: readonly NoteAtFoot[] },
  places: Places,
): Filling | undefined {
  const { height, foot, notes } = ends
  const harmOf = ({ taken, isHeading }: Candidate): number => {
    // What is called in it goes along, and leaves its place empty too.
    const gone = notes.filter(({ call }) => call > foot - taken - CALL)
    const hole = gone.reduce((sum, note) => sum + note.height, taken) / height
    return harm(isHeading ? hole * AT_HEADING : hole) + shortness((short.filled + taken) / height)
  }
  const candidates = candidatesFor(short, beginnings, blocks, ends, places)
  // What falls a line short of a fifth of a page is better than two lines on it.
  for (const enough of [true, false]) {
    const best = candidates.filter(({ isEnough }) => isEnough || !enough).toSorted((a, b) => harmOf(a) - harmOf(b))[0]
    if (best && harmOf(best) < shortness(short.filled / height)) return best
  }
  return undefined
}

/** A call stands a little above the line that it is in. In points. */
const CALL = 4
/** How much a hole before a heading counts of one in the text. */
const AT_HEADING = 0.7

/** How bad it looks that a share of a page is left empty. */
function harm(hole: number): number {
  return hole ** 2
}

/** How bad a last page looks of which so much is filled: with two lines as a page of which four tenths are empty, with five as one of a quarter. */
function shortness(share: number): number {
  return share >= LEAST ? 0 : harm(0.45 - 1.6 * share)
}

function candidatesFor(
  { filled, before, last, over }: ShortPage,
  beginnings: readonly Beginning[],
  blocks: readonly Block[],
  { paper, height, foot }: TextEnds & { readonly foot: number },
  { destinations, heights }: Places,
): Candidate[] {
  const pageOf = ({ number }: Beginning): number => destinations.get(blocks[number]!.id)!
  const topOf = ({ number }: Beginning): number => paper - heights.get(blocks[number]!.id)!
  const lacking = LEAST * height - filled
  const found: Candidate[] = []
  for (const [index, beginning] of beginnings.entries()) {
    const { number, kind, line, gap } = beginning
    if (kind === 'turned') break
    if (pageOf(beginning) !== before) continue
    const top = topOf(beginning)
    const taken = foot - top
    const isEnough = taken >= lacking + MORE * height
    if (kind !== 'inner' && (isEnough || taken >= LEAST_OF_LACKING * lacking))
      found.push({ kind: 'block', number, taken, isHeading: kind === 'heading', isEnough })
    const below = beginnings.slice(0, index).filter((each) => pageOf(each) === before)
    const next = beginnings[index - 1]
    // Of one with which others stay it is not known where it ends.
    if (line === 0 || (next?.number ?? last + 1) !== number + 1 || below.some((each) => each.line === 0)) continue
    const goesOver = below.length === 0
    // Of one that goes over to the short page, so many lines stand there.
    const rest = !goesOver ? 0 : next ? Math.max(0, Math.round((topOf(next) - gap) / line)) : linesTo(number === last ? filled : 0, line)
    const end = goesOver ? foot : topOf(below.at(-1)!) - gap
    const lines = Math.floor((end - top) / line + 0.2)
    const kept = lines - Math.max(rest > 0 ? 1 : 2, Math.ceil((lacking - (goesOver ? 0 : foot - end)) / line))
    if (kept < ORPHANS) continue
    const held = below.map((each) => each.number)
    found.push({
      kind: 'lines',
      number,
      height: (lines - kept + rest) * line,
      held,
      taken: foot - top - kept * line,
      isHeading: false,
      isEnough: true,
    })
  }
  if (over !== undefined) {
    const rest = beginnings.length > 0 ? topOf(beginnings.at(-1)!) : filled
    found.push({ kind: 'lines', number: over, height: rest + lacking, held: [], taken: lacking, isHeading: false, isEnough: true })
  }
  return found
}

/** How many lines end so far below the upper margin. @param filled in points, as of a short page */
function linesTo(filled: number, line: number): number {
  return filled > 0 ? Math.round((filled - LAST_LINE) / line) + 1 : 0
}

/** Two rows of a table, and what parts it from the text. In points. */
const ROWS = 60

/** The numbers of the blocks that follow a table on a turned page and have room below it there, where they would stand alone. */
export function turnedBelow(
  { filled, blocks: near }: ShortPage,
  beginnings: readonly Beginning[],
  blocks: readonly Block[],
  { turned }: TextEnds,
  { heights }: Places,
): number[] {
  const table = beginnings.find(({ kind }) => kind === 'turned')
  if (!table || turned.paper - heights.get(blocks[table.number]!.id)! + ROWS + filled > turned.height) return []
  return near.filter((number) => number > table.number)
}
