import type { Places } from './destinations.ts'
import type { ShortPage } from './last-pages.ts'
import type { Block } from './page-ends.ts'
import { LAST_LINE, type TextEnds } from './text-ends.ts'

/** A table or a figure on an upright page that has a caption, by which readers find it wherever it stands. */
export interface Display {
  /** The numbers of its first block and of its last. */
  readonly first: number
  readonly last: number
  /** Which of the chapters that begin a page it stands in. */
  readonly chapter: number
  /** Whether it stands on one page. */
  readonly isWhole: boolean
}

/** Where text that follows a display is to stand before it: it leaves a hole there, or ends in a few lines on a page that it has for itself. */
export interface Displaced {
  readonly holes: readonly number[]
  readonly inWay: readonly number[]
}

/** So much of the page before a display may be empty, and so much where the end of a chapter would else stand alone. */
const HOLE = 0.2
const HOLE_AT_END = 0.25
/** A display that ends a chapter fills so much of its page. */
const LEAST = 0.2
/** The head of a table and what parts a display from the text, which no block tells. In points. */
const AROUND = 60

/**
 * The displays before which text may stand that follows them, by the numbers of their first blocks. What is before one moves all that
 * comes after it in its chapter: so there is one in each.
 * @param footOf how far down the text of a page reaches at most, in points
 */
export function displaced(
  displays: readonly Display[],
  shorts: readonly ShortPage[],
  blocks: readonly Block[],
  { ends, paper, height }: TextEnds,
  { destinations, heights }: Places,
  footOf: (page: number) => number,
): Displaced {
  const [holes, inWay]: [number[], number[]] = [[], []]
  const chapters = new Set<number>()
  for (const { first, last, chapter, isWhole } of displays) {
    if (chapters.has(chapter)) continue
    const page = destinations.get(blocks[first]!.id)
    const end = ends.find((each) => each.last === first - 1)
    if (page === undefined || !end) continue
    const free = footOf(page - 1) - (paper - heights.get(end.id)! + LAST_LINE)
    const isHole = destinations.get(end.id) === page - 1 && free > HOLE * height
    const own = heights.get(blocks[first]!.id)! - heights.get(blocks[last]!.id)! + AROUND
    const short = isWhole ? shorts.find((each) => each.before === page && each.last > last) : undefined
    const isInWay = short !== undefined && own >= LEAST * height && own - short.filled <= HOLE_AT_END * height
    if (!isHole && !isInWay) continue
    chapters.add(chapter)
    if (isHole) holes.push(first)
    else inWay.push(first)
  }
  return { holes, inWay }
}

/** Tells the displays of a text; runs in the page. Those of side by side editions stay where they are. */
export function displaysIn(selector: string): Display[] {
  const numbers = new Map([...document.querySelectorAll(selector)].map((block, number) => [block, number]))
  const found: Display[] = []
  let chapter = 0
  for (const unit of document.querySelectorAll(
    'body:not([data-columns]) .text > :is(h2, table:has(> caption), figure:has(> figcaption))',
  )) {
    const style = getComputedStyle(unit) as CSSStyleDeclaration & { page: string }
    if (unit.matches('h2') && /page|left|right|recto|verso/.test(style.breakBefore)) chapter++
    const own = [unit, ...unit.querySelectorAll(selector)].flatMap((block) => numbers.get(block) ?? [])
    if (unit.matches('h2') || style.page === 'turned' || own.length === 0) continue
    found.push({ first: own[0]!, last: own.at(-1)!, chapter, isWhole: style.breakInside === 'avoid' })
  }
  return found
}
