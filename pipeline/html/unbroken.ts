import type { ElementContent, Nodes, Text } from 'hast'

/** An abbreviation with its ending or its second half: QKSS-së, КЦБС-а, OCC-CVE, P/CVE. */
const ABBREVIATION = /(?<![\p{L}\p{N}])[\p{Lu}\p{N}]+(?:[-/][\p{L}\p{N}]+)+/gu

/**
 * Keeps abbreviations on one line, in place: a browser would break them after the hyphen. A class does it, since the
 * faces have no no-break hyphen (U+2011), and a character of our own would come out when the text is copied.
 */
export function keepUnbroken(tree: Nodes): void {
  if (!('children' in tree) || (tree.type === 'element' && tree.tagName === 'code')) return
  for (const child of tree.children) keepUnbroken(child)
  tree.children = (tree.children as ElementContent[]).flatMap((child) => (child.type === 'text' ? split(child) : [child]))
}

function split(node: Text): ElementContent[] {
  const text = node.value
  if (!/[-/]/.test(text)) return [node]
  const parts: ElementContent[] = []
  let end = 0
  for (const match of text.matchAll(ABBREVIATION)) {
    if (match.index > end) parts.push({ type: 'text', value: text.slice(end, match.index) })
    parts.push({ type: 'element', tagName: 'span', properties: { className: ['unbroken'] }, children: [{ type: 'text', value: match[0] }] })
    end = match.index + match[0].length
  }
  if (end < text.length) parts.push({ type: 'text', value: text.slice(end) })
  return parts
}
