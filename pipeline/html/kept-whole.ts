import type { Element, Nodes } from 'hast'
import { toString } from 'mdast-util-to-string'

/** So many signs make three lines, or hardly four: of three the browser leaves one alone overleaf, since two and two it cannot make of them. */
const SHORT_PARAGRAPH = 220
/** A list of so many items, a quotation of so many blocks is read at a glance, unless it is longer than seven lines or so. */
const FEW_ITEMS = 5
const FEW_BLOCKS = 3
const SHORT_TEXT = 420
/** A table of so many rows below its head, and so many signs in all, is too. */
const FEW_ROWS = 6
const SHORT_TABLE = 700
/** Rows of so many signs each have four lines or so: two of them say enough on a page. */
const TALL_ROW = 110
/** More than so much of that is long on small paper, whose pages have three quarters of the lines. */
const SMALL = 0.75
/** A chapter of fewer signs fills less than a fifth of a page. */
const SHORT_CHAPTER = 400

/**
 * Marks what is to stay on one page with `data-whole`, in place: what is read at a glance; what is too long for that on small paper as
 * `long`. Anything longer may be parted, or it would leave half of the page before empty; of tables with `data-tall` fewer rows stay together. Chapters that have no page of their own are marked with `data-flows`.
 */
export function keepWhole(tree: Nodes): void {
  if (!('children' in tree)) return
  for (const child of tree.children) keepWhole(child)
  if (tree.type === 'element' && isAtAGlance(tree)) tree.properties['dataWhole'] = isAtAGlance(tree, SMALL) ? '' : 'long'
  if (tree.type === 'element' && tree.tagName === 'table' && isTall(tree)) tree.properties['dataTall'] = ''
  if (tree.type === 'root') letShortChaptersFlow(elementsOf(tree))
}

/** @param share of the text that is read at a glance on a page of A4 */
function isAtAGlance(element: Element, share = 1): boolean {
  const { tagName, properties } = element
  const few = elementsOf(element).length
  if (tagName === 'p') return lengthOf(element) <= SHORT_PARAGRAPH
  if (tagName === 'ul' || tagName === 'ol') return few <= FEW_ITEMS && depthOf(element) <= 2 && lengthOf(element) <= SHORT_TEXT * share
  if (tagName === 'blockquote' || classesOf(properties).includes('alert'))
    return few <= FEW_BLOCKS && lengthOf(element) <= SHORT_TEXT * share
  if (tagName !== 'table') return false
  const rows = rowsOf(element)
  return rows.length <= FEW_ROWS && lengthOf(element) <= SHORT_TABLE * share
}

function isTall(table: Element): boolean {
  const rows = rowsOf(table)
  return rows.reduce((sum, row) => sum + lengthOf(row), 0) > TALL_ROW * rows.length
}

/** The rows below its head. */
function rowsOf(table: Element): Element[] {
  return elementsOf(table).flatMap((part) => (part.tagName === 'tbody' ? elementsOf(part) : []))
}

/** How deep lists stand in each other; of one that holds tables and the like, no depth is little. */
function depthOf({ tagName, children }: Element): number {
  if (tagName === 'table' || tagName === 'pre' || tagName === 'blockquote') return Infinity
  const inside = Math.max(0, ...children.map((child) => (child.type === 'element' ? depthOf(child) : 0)))
  return inside + (tagName === 'ul' || tagName === 'ol' ? 1 : 0)
}

/** A page of two lines is none: a short chapter stands below the one before, and one that follows the first lines of a text below them. */
function letShortChaptersFlow(elements: readonly Element[]): void {
  const starts = elements.flatMap(({ tagName }, index) => (tagName === 'h2' && index > 0 ? [index] : []))
  const isShort = (from: number, to: number | undefined): boolean => {
    const part = elements.slice(from, to)
    return (
      part.every(({ tagName }) => /^(?:h\d|p|ul|ol)$/.test(tagName)) && part.reduce((sum, each) => sum + lengthOf(each), 0) <= SHORT_CHAPTER
    )
  }
  for (const [at, start] of starts.entries())
    if (isShort(start, starts[at + 1]) || (at === 0 && isShort(0, start))) elements[start]!.properties['dataFlows'] = ''
}

function elementsOf({ children }: { readonly children: readonly Nodes[] }): Element[] {
  return children.filter((child): child is Element => child.type === 'element')
}

/** In signs that are seen. */
function lengthOf(element: Element): number {
  return toString(element).replaceAll('\u00AD', '').length
}

function classesOf({ className }: Element['properties']): readonly (string | number)[] {
  return Array.isArray(className) ? className : []
}
