import type { Nodes } from 'hast'

/** The digits for which the style leaves room before the items of a list. */
const USUAL = 2

/** Tells each ordered list how many digits its longest number has, where that is more than usual: the print has no place beyond the page. */
export function measureNumbers(tree: Nodes): void {
  if (!('children' in tree)) return
  for (const child of tree.children) measureNumbers(child)
  if (tree.type !== 'element' || tree.tagName !== 'ol') return
  const items = tree.children.filter((child) => child.type === 'element' && child.tagName === 'li')
  const last = Number(tree.properties['start'] ?? 1) + items.length - 1
  const digits = String(last).length
  if (digits > USUAL) tree.properties['dataDigits'] = digits
}
