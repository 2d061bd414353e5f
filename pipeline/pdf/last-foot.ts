import type { Places } from './destinations.ts'
import { footOf } from './last-pages.ts'
import type { Block } from './page-ends.ts'
import { LAST_LINE, type TextEnds } from './text-ends.ts'

/** The id of what stands at the foot of the last page: in the page it follows the text, in a box that takes no room. */
export const LAST_FOOT = 'last-foot'

/** What is at the foot of the last page, and what else may be there. */
export interface LastFoot {
  /** How high it is, in points. */
  readonly height: number
  /** Whether the page is turned for a wide table. */
  readonly isTurned: boolean
  /** Whether the paper has an outer margin that takes it. */
  readonly hasAside: boolean
  /** The numbers of the blocks that take the outer margin too. */
  readonly broad: readonly number[]
}

/** Where it stands: below the text or in the outer margin beside it, and how far its lower edge is below its box, in points. */
export interface FootPlace {
  readonly place: 'below' | 'aside'
  readonly down: number
}

/** What is left free above the box. In points. */
const FREE = 18
/** What is free between it and the notes at the foot of the page, and of the page’s height, which the browser parts at a whole pixel. In points. */
const ABOVE_NOTES = 18
const EDGE = 2
/** Its words stand below it in the outer margin, and a note there may go on for so much. In points. */
const WORDS = 75
const NOTE = 90

/**
 * Where there is room for it on the last page.
 * @param notes the names of those that stand on the page of their call
 * @returns nothing where there is none: a page of its own it is not worth
 */
export function placeOfFoot(
  { height, isTurned, hasAside, broad }: LastFoot,
  blocks: readonly Block[],
  ends: TextEnds,
  notes: readonly string[],
  places: Places,
): FootPlace | undefined {
  const { pages, destinations, heights, lefts } = places
  // Where the notes of the text go on, the last page has nothing else.
  if (destinations.get(LAST_FOOT) !== pages) return undefined
  const page = isTurned ? { ...ends, ...ends.turned } : ends
  const below = (id: string): number => page.paper - heights.get(id)!
  const noted = footOf({ before: pages }, notes, page, places)
  const foot = noted < page.height ? noted - ABOVE_NOTES : noted - EDGE
  const top = below(LAST_FOOT)
  if (foot - top >= LAST_LINE + FREE + height) return { place: 'below', down: foot - top }
  const free = page.height - height - WORDS
  const isBeside = notes.some((note) => destinations.get(note) === pages && lefts.get(note)! >= ends.paper / 4 && below(note) + NOTE > free)
  const isBroad = broad.some((number) => destinations.get(blocks[number]!.id) === pages)
  // Of a long page not every block tells where it is.
  if (!hasAside || isTurned || isBeside || isBroad || !ends.areBlocksLinked) return undefined
  return { place: 'aside', down: page.height - EDGE - top }
}

/** Tells what is to stand at the foot of the last page; runs in the page. */
export function lastFootOf(selector: string): LastFoot | undefined {
  const box = document.querySelector<HTMLElement>('.last-foot')
  if (!box) return undefined
  const BROAD = 'table:has(tr > :nth-child(6)), table[data-narrow], pre[data-wide], :has(> img[data-wide]), .session li:has(.original)'
  const { page } = getComputedStyle(box) as CSSStyleDeclaration & { page: string }
  return {
    height: (Number(box.dataset['height']) * 72) / 25.4,
    isTurned: page === 'turned',
    hasAside: Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--aside')) > 0,
    broad: [...document.querySelectorAll(selector)].flatMap((block, number) => (block.closest(BROAD) ? [number] : [])),
  }
}

/** Puts it there; runs in the page. */
export function putAtFoot({ place, down }: FootPlace): void {
  const box = document.querySelector<HTMLElement>('.last-foot')!
  box.toggleAttribute('data-aside', place === 'aside')
  box.style.setProperty('--down', String(down))
}
