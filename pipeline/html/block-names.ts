import type { Element, Nodes } from 'hast'

/** The blocks of a text, as the print looks for them. */
const BLOCKS = new Set(['p', 'li', 'dt', 'dd', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'tr', 'figure', 'pre'])

/** No id of a text begins so: they come from keys. */
const NAME = '__block-'

/**
 * Names each block of a body that has no id, in place and by its number. The print tells on which page each begins, and the
 * same body elsewhere has the same names: so a book knows the pages of the print.
 */
export function nameBlocks(tree: Nodes): void {
  let number = 0
  const visit = (node: Nodes): void => {
    if (node.type === 'element' && BLOCKS.has(node.tagName)) {
      number++
      node.properties['id'] ??= `${NAME}${number}`
    }
    if ('children' in node) node.children.forEach(visit)
  }
  visit(tree)
}

/** Takes such a name away. */
export function unnameBlock({ properties }: Element): void {
  if (String(properties['id']).startsWith(NAME)) delete properties['id']
}
