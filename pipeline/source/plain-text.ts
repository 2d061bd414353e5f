import type { Nodes } from 'mdast'

/** The words of a node without markup. A line break is a space. */
export function plainText(node: Nodes | readonly Nodes[]): string {
  if (Array.isArray(node)) return (node as readonly Nodes[]).map(plainText).join('')
  const one = node as Nodes
  if (one.type === 'break') return ' '
  if (one.type === 'image' || one.type === 'imageReference') return one.alt ?? ''
  if ('children' in one) return plainText(one.children)
  return 'value' in one ? one.value : ''
}
