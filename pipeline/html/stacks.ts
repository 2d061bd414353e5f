import type { ElementContent, Nodes, Text } from 'hast'

/** A letter and its marks. Fewer stay within their line. */
const STACK = /[^\p{M}]\p{M}{3,}/gu

/**
 * Gives room, in place, to the marks of a letter that reach out of its line: what reaches above the first line of a page, or below
 * its last, a browser prints on the page beside it as well.
 */
export function setStacks(tree: Nodes): void {
  if (!('children' in tree) || (tree.type === 'element' && tree.tagName === 'svg')) return
  for (const child of tree.children) setStacks(child)
  tree.children = (tree.children as ElementContent[]).flatMap((child) => (child.type === 'text' ? split(child) : [child]))
}

function split(node: Text): ElementContent[] {
  const text = node.value
  if (!/\p{M}{3}/u.test(text)) return [node]
  const parts: ElementContent[] = []
  let end = 0
  for (const { 0: stack, index } of text.matchAll(STACK)) {
    if (index > end) parts.push({ type: 'text', value: text.slice(end, index) })
    end = index + stack.length
    const style = `--marks: ${Array.from(stack).length - 1}`
    parts.push({
      type: 'element',
      tagName: 'span',
      properties: { className: ['stack'], style },
      children: [{ type: 'text', value: stack }],
    })
  }
  if (end < text.length) parts.push({ type: 'text', value: text.slice(end) })
  return parts
}
