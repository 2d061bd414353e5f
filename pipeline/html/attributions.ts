import type { Element, ElementContent, Nodes } from 'hast'
import { wordsOf } from './words-of.ts'

/** The class of a paragraph that says whose words the quotation above it is. */
const ATTRIBUTION = 'attribution'
/** How it begins. */
const DASH = /^\s*[–—―]\s?\S/
/** What is longer is no name with a work and a year. */
const LONGEST = 160

/**
 * Marks the line under a quotation that says whose it is, in place, and makes it a paragraph of its own. Where the quotation
 * begins in the same way, people talk to each other.
 */
export function markAttributions(tree: Nodes): void {
  if (!('children' in tree)) return
  for (const child of tree.children) markAttributions(child)
  if (tree.type !== 'element' || tree.tagName !== 'blockquote') return
  const last = tree.children.findLast((child) => child.type === 'element')
  if (last?.tagName !== 'p') return
  const [quoted, line] = parted(last)
  const above = [...tree.children.slice(0, tree.children.indexOf(last)), ...quoted]
  const isQuotation = wordsOf(above).trim() !== '' && !DASH.test(wordsOf(above))
  const words = wordsOf(line)
  if (!isQuotation || !DASH.test(words) || words.length > LONGEST) return
  const className = [...[last.properties['className'] ?? []].flat(), ATTRIBUTION].map(String)
  const attribution = { ...last, properties: { ...last.properties, className }, children: line }
  tree.children.splice(tree.children.indexOf(last), 1, ...(quoted.length > 0 ? [{ ...last, children: quoted }] : []), attribution)
}

/** A paragraph before its last break, and after it; where it has none, or begins as such a line does, all of it is one. */
function parted({ children }: Element): [ElementContent[], ElementContent[]] {
  const at = children.findLastIndex((child) => child.type === 'element' && child.tagName === 'br')
  if (at < 0 || DASH.test(wordsOf(children))) return [[], children]
  return [children.slice(0, at), children.slice(at + 1)]
}
