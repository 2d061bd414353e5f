import type { Element } from 'xast'
import type { Item } from './numbering.ts'
import { childOf } from './parts.ts'
import { spaceBetween } from './spacing.ts'
import type { Styles } from './styles.ts'
import type { Paragraph } from './survey.ts'

/** The least space that a reader takes for one between paragraphs, in twentieths of a point. */
const SEEN = 90

/** A list while its items are read. */
interface OpenList {
  readonly items: Element[]
  /** Places between its items, and how many of them have space. */
  gaps: number
  spaced: number
}

/**
 * Finds the items of lists whose items stand apart: those with space, or an empty line, at most places between them. A place between an
 * item and one of a list in it counts for the outer list, as in Markdown.
 * @param paragraphs in order
 */
export function looseItems(paragraphs: readonly Paragraph[], items: ReadonlyMap<Element, Item>, styles: Styles): Set<Element> {
  const lists: OpenList[] = []
  let open: OpenList[] = []
  let last: Paragraph | undefined
  let isAfterEmpty = false
  for (const paragraph of paragraphs) {
    const item = items.get(paragraph.element)
    const isApart = paragraph.isInTable || paragraph.isInBox
    if (!item || isApart) {
      if (isApart || paragraph.text.trim() !== '') open = []
      isAfterEmpty = true
      continue
    }
    if (last && open.length > 0 && !item.isMore) {
      const list = open[Math.min(open.length, item.depth) - 1]!
      list.gaps++
      if (isAfterEmpty || spaceAfter(last, paragraph, styles) > SEEN) list.spaced++
    }
    ;[last, isAfterEmpty] = [paragraph, false]
    open = open.slice(0, item.depth)
    if (item.isMore) continue
    if (open.length < item.depth) lists.push((open[item.depth - 1] = { items: [], gaps: 0, spaced: 0 }))
    open[item.depth - 1]!.items.push(paragraph.element)
  }
  return new Set(lists.flatMap(({ items: own, gaps, spaced }) => (spaced * 2 > gaps ? own : [])))
}

function spaceAfter(first: Paragraph, second: Paragraph, styles: Styles): number {
  const [a, b] = [first, second].map(({ element }) => childOf(element, 'w:pPr'))
  return spaceBetween(styles.spacing(a), styles.spacing(b), styles.idOf(a) === styles.idOf(b))
}
