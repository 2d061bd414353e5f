import type { Element, ElementContent, Nodes } from 'hast'
import { toString } from 'mdast-util-to-string'
import type { Interface } from '../edition/interface.ts'
import { isCell, wordsInside } from './columns.ts'
import { wordsOf } from './words-of.ts'

/** How many signs a line of code has at most that is never wider than its box: there is room for as many on the narrowest screen (320 px). */
const SHORT = 28
/** How many of them each item or quotation around the code takes. */
const INDENT = 5
const INDENTED: ReadonlySet<string> = new Set(['li', 'blockquote', 'dd'])
/** With more signs it is wider than the text, and takes the margin too. */
const LONG = 63

/**
 * Gives what may be wider than a screen a place to be scrolled in, with keys too (WCAG 2.2, 2.1.1), and with a name for who
 * hears that they are there, in place.
 * @param room signs of a line that is never wider than its box
 */
export function setScrollBoxes(tree: Nodes, words: Interface, room = SHORT): void {
  if (!('children' in tree)) return
  const within = tree.type === 'element' && INDENTED.has(tree.tagName) ? room - INDENT : room
  for (const child of tree.children) setScrollBoxes(child, wordsInside(child, words), within)
  tree.children = (tree.children as ElementContent[]).map((child) => {
    if (child.type !== 'element') return child
    if (child.tagName === 'table') return boxOf(child, words)
    const length = child.tagName === 'pre' ? longestLine(child) : 0
    if (length > within) Object.assign(child.properties, focusable('group', 'code', {}, words))
    if (length > LONG) child.properties['dataWide'] = ''
    return child
  })
}

/** A table is named by its caption, else by the heads of its columns. */
function boxOf(table: Element, words: Interface): Element {
  const textsOf = (tagName: string): string[] =>
    find(table, tagName)
      .map((each) => wordsOf(firstOf(each).children).trim())
      .filter((text) => text !== '')
  const caption = textsOf('caption')
  const name = (caption.length > 0 ? caption : textsOf('th')).join(', ')
  const properties = { className: ['table-box'], ...focusable('region', name === '' ? 'table' : 'table.named', { name }, words) }
  return { type: 'element', tagName: 'div', properties, children: [table] }
}

/** What it says in the first of the languages that it is in. */
function firstOf(element: Element): Element {
  const [part] = element.children
  return part?.type === 'element' && isCell(part) ? part : element
}

function focusable(role: 'region' | 'group', message: string, values: Readonly<Record<string, string>>, words: Interface) {
  const { text, language, fallback } = words.message(message, values)
  return { role, tabIndex: 0, ariaLabel: text, ...(fallback && { lang: language }) }
}

function find(tree: Element, tagName: string): Element[] {
  return tree.children.flatMap((child) => (child.type !== 'element' ? [] : child.tagName === tagName ? [child] : find(child, tagName)))
}

function longestLine(code: Element): number {
  return toString(code)
    .split('\n')
    .reduce((longest, { length }) => Math.max(longest, length), 0)
}
