import type { Element, ElementContent, Nodes } from 'hast'
import { toString } from 'mdast-util-to-string'

/**
 * Removes heads of tables that have nothing in any cell, in place. Markdown has no table without a head, so a table of labels
 * and values is written with an empty one, which would name no column to those who hear it (axe, empty-table-header).
 */
export function dropEmptyHeads(tree: Nodes): void {
  if (!('children' in tree)) return
  const isTable = tree.type === 'element' && tree.tagName === 'table'
  if (isTable && tree.children.filter(isPart).length > 1)
    tree.children = tree.children.filter((part) => !(isPart(part) && part.tagName === 'thead' && isEmpty(part)))
  for (const child of tree.children) dropEmptyHeads(child)
}

function isPart(node: ElementContent): node is Element {
  return node.type === 'element' && /^t(?:head|body|foot)$/.test(node.tagName)
}

function isEmpty(node: Element): boolean {
  return toString(node).trim() === '' && !hasPicture(node)
}

function hasPicture({ tagName, children }: Element): boolean {
  return tagName === 'img' || children.some((child) => child.type === 'element' && hasPicture(child))
}
