import type { Nodes } from 'mdast'

/** What a reader reads of a node: its words without their marks, a break of the line as a space. */
export function plainText(node: Nodes | readonly Nodes[]): string {
  if (Array.isArray(node)) return (node as readonly Nodes[]).map(plainText).join('')
  const one = node as Nodes
  if (one.type === 'break') return ' '
  if (one.type === 'image' || one.type === 'imageReference') return one.alt ?? ''
  if ('children' in one) return plainText(one.children)
  return 'value' in one ? one.value : ''
}
