import type { Nodes } from 'hast'
import { toString } from 'mdast-util-to-string'

/** So many signs make three lines, or hardly four. */
const LONGEST = 220

/**
 * Marks paragraphs that are to stay on one page, in place: of three lines the browser leaves one alone overleaf, since two
 * and two it cannot make of them.
 */
export function keepShortWhole(tree: Nodes): void {
  if (!('children' in tree)) return
  if (tree.type === 'element' && tree.tagName === 'p' && toString(tree).replaceAll('\u00AD', '').length <= LONGEST)
    tree.properties['dataWhole'] = ''
  for (const child of tree.children) keepShortWhole(child)
}
