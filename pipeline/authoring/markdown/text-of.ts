import type { Nodes } from 'mdast'
import { toString } from 'mdast-util-to-string'

/** The words of a node on one line. */
export function textOf(node: Nodes): string {
  return toString(node, { includeHtml: false }).replaceAll(/\s+/g, ' ').trim()
}
