import type { Element, Nodes } from 'hast'
import { toString } from 'mdast-util-to-string'

/** A table of so many rows below its head, and so many signs in all, is read at a glance. */
const MOST_ROWS = 6
const MOST_SIGNS = 700

/** Marks with `data-whole`, in place, the tables that a page keeps whole: one of few rows with much text in each may be parted between them. */
export function markShortTables(tree: Nodes): void {
  if (!('children' in tree)) return
  for (const child of tree.children) markShortTables(child)
  if (tree.type !== 'element' || tree.tagName !== 'table') return
  const rows = elementsOf(tree, 'tbody').flatMap((body) => elementsOf(body, 'tr'))
  if (rows.length <= MOST_ROWS && toString(tree).replaceAll('\u00AD', '').length <= MOST_SIGNS) tree.properties['dataWhole'] = ''
}

function elementsOf({ children }: Element, tagName: string): Element[] {
  return children.filter((child): child is Element => child.type === 'element' && child.tagName === tagName)
}
