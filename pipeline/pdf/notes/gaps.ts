import type { Columns } from './columns.ts'

/** A place between two words of a block. */
export interface Gap {
  readonly block: HTMLElement
  readonly text: Text
  /** How many signs of the text stand before it. */
  readonly at: number
}

/** The end of the first word on a page; runs in the page. @param blocks that may stand on it, in their order */
export function firstGapOn(blocks: readonly HTMLElement[], columns: Columns, page: number): Gap | undefined {
  const range = document.createRange()
  const pageAt = (node: Text, at: number): number => {
    range.setStart(node, at)
    range.setEnd(node, at + 1)
    return columns.pageOf(range.getBoundingClientRect())
  }
  for (const block of blocks) {
    if (!block.matches('p, li, dd') || block.closest('figure') || columns.partsOn(block, page).length === 0) continue
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      if (node.data.trim() === '' || pageAt(node, node.length - 1) < page) continue
      let [low, high] = [0, node.length - 1]
      while (low < high) {
        const middle = (low + high) >> 1
        if (pageAt(node, middle) >= page) high = middle
        else low = middle + 1
      }
      if (pageAt(node, low) !== page) break
      const gap = node.data.slice(low + 1).search(/\s/)
      return { block, text: node, at: gap < 0 ? node.length : low + 1 + gap }
    }
  }
  return undefined
}

/** The end of the first word of the block that follows a heading, where that is one of text; runs in the page. */
export function firstGapBelow(text: Element, heading: Element): Gap | undefined {
  const block = [...text.querySelectorAll<HTMLElement>('p, li, dd, table, pre, figure')].find(
    (each) => heading.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING && !each.closest('.note'),
  )
  if (!block?.matches('p, li, dd')) return undefined
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const at = node.data.search(/(?<=\S)\s/)
    if (at >= 0) return { block, text: node, at }
  }
  return undefined
}
