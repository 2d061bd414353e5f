import type { Nodes } from 'mdast'
import { toString } from 'mdast-util-to-string'

/** The words of a node on one line. @param options as of `toString` */
export function textOf(node: Nodes, options: { readonly includeImageAlt?: boolean } = {}): string {
  return spaced(node, options).replaceAll(/\s+/g, ' ').trim()
}

/** A line’s end is a space between words. */
function spaced(node: Nodes, options: { readonly includeImageAlt?: boolean }): string {
  if (node.type === 'break') return ' '
  if ('children' in node) return node.children.map((child) => spaced(child, options)).join('')
  return toString(node, { ...options, includeHtml: false })
}
