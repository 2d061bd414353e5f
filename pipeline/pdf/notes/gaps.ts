import type { Columns } from './columns.ts'

/** A place between two words of a block. */
export interface Gap {
  readonly block: HTMLElement
  readonly text: Text
  /** How many signs of the text stand before it. */
  readonly at: number
}

/** The texts of a block, but for those of what stands in it for itself, as a table in the item of a list; runs in the page. */
export function ownTexts(block: Element): Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null)
    if (node.data.trim() !== '' && node.parentElement!.closest('p, li, dt, dd, caption, td, th, pre, figure, .note') === block)
      texts.push(node)
  return texts
}

/** What the looking for gaps does its work with. */
export interface GapTools {
  readonly ownTexts: typeof ownTexts
}

/** The end of the first word on a page; runs in the page. @param blocks that may stand on it, in their order */
export function firstGapOn(blocks: readonly HTMLElement[], columns: Columns, page: number, tools: GapTools): Gap | undefined {
  const range = document.createRange()
  const pageAt = (node: Text, at: number): number => {
    range.setStart(node, at)
    range.setEnd(node, at + 1)
    return columns.pageOf(range.getBoundingClientRect())
  }
  for (const block of blocks) {
    if (!block.matches('p, li, dd') || block.closest('figure') || columns.partsOn(block, page).length === 0) continue
    for (const text of tools.ownTexts(block)) {
      if (pageAt(text, text.length - 1) < page) continue
      let [low, high] = [0, text.length - 1]
      while (low < high) {
        const middle = (low + high) >> 1
        if (pageAt(text, middle) >= page) high = middle
        else low = middle + 1
      }
      if (pageAt(text, low) !== page) break
      const gap = text.data.slice(low + 1).search(/\s/)
      return { block, text, at: gap < 0 ? text.length : low + 1 + gap }
    }
  }
  return undefined
}

/** The end of the first word of the block that follows a heading, where that is one of text; runs in the page. */
export function firstGapBelow(text: Element, heading: Element, tools: GapTools): Gap | undefined {
  const block = [...text.querySelectorAll<HTMLElement>('p, li, dd, table, pre, figure')].find(
    (each) => heading.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING && !each.closest('.note'),
  )
  if (!block?.matches('p, li, dd')) return undefined
  for (const own of tools.ownTexts(block)) {
    const at = own.data.search(/(?<=\S)\s/)
    if (at >= 0) return { block, text: own, at }
  }
  return undefined
}
