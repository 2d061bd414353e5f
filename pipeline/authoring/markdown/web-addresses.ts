import type { PhrasingContent, Root } from 'mdast'
import { visit } from 'unist-util-visit'

/** Addresses as people type them, without the punctuation after them. What stands before an @ is bounded (RFC 5321, 4.5.3.1.1): else each letter of a long word would look for it. */
const ADDRESS =
  /(?:https?:\/\/|www\.)[^\s<>"“”„«»]*[^\s<>"“”„«».,;:!?)\]'’]|(?<![\p{L}\p{N}._+-])[\p{L}\p{N}._+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu

/** Makes links of addresses that stand in a text, in place: Markdown’s marks in them, such as _, would else be escaped. */
export function linkAddresses(tree: Root): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'link') return 'skip'
    if (node.type !== 'text' || !parent || index === undefined) return undefined
    const parts: PhrasingContent[] = []
    let at = 0
    for (const { 0: address, index: start } of node.value.matchAll(ADDRESS)) {
      if (start > at) parts.push({ type: 'text', value: node.value.slice(at, start) })
      const scheme = address.includes('://') ? '' : address.includes('@') ? 'mailto:' : 'http://'
      parts.push({ type: 'link', url: scheme + address, children: [{ type: 'text', value: address }] })
      at = start + address.length
    }
    if (parts.length === 0) return undefined
    if (at < node.value.length) parts.push({ type: 'text', value: node.value.slice(at) })
    parent.children.splice(index, 1, ...(parts as never[]))
    return index + parts.length
  })
}
