import type { Element, Nodes } from 'hast'
import { toString } from 'mdast-util-to-string'
import { SOURCE_LINE } from './safe.ts'

/** What a line of text leads to. */
const LED_TO: ReadonlySet<string> = new Set(['ul', 'ol', 'table', 'pre', 'blockquote'])
const LEADING = /[:,]\s*$/
/** A paragraph of so many signs is a line: the term that the item of a list explains. */
const LINE = 60

/**
 * Marks elements by what follows or stands in them, in place: `data-leads` a paragraph before a list, a table or code, one
 * with a colon before a quotation or a table that has a caption, and a line that begins an item or ends in a colon, `data-pictured` a paragraph with a picture, `data-sourced` what has a source line below it. By `:has()` the style would
 * know them too; but then the browser computes the styles of all paragraphs anew after each change of the page, and the placing
 * of notes changes a book a thousand times.
 */
export function markNeighbours(tree: Nodes): void {
  if (!('children' in tree)) return
  const elements = elementsIn(tree.children)
  for (const [index, element] of elements.entries()) {
    const { tagName, properties, children } = element
    const next = elements[index + 1]
    const beginsItem = index === 0 && tree.type === 'element' && tree.tagName === 'li'
    if (tagName === 'p' && next && leadsTo(next, element, beginsItem)) properties['dataLeads'] = ''
    if (tagName === 'p' && elementsIn(children).some((child) => child.tagName === 'img')) properties['dataPictured'] = ''
    if (tree.type === 'root' && next && isSourceLine(next)) properties['dataSourced'] = ''
    markNeighbours(element)
  }
}

function leadsTo(next: Element, paragraph: Element, beginsItem: boolean): boolean {
  const text = toString(paragraph)
  if (LED_TO.has(next.tagName)) return !isNamed(next) || LEADING.test(text)
  return next.tagName === 'p' && text.length <= LINE && (beginsItem || LEADING.test(text))
}

function elementsIn(children: readonly Nodes[]): Element[] {
  return children.filter((child) => child.type === 'element')
}

/** Whether an element says by itself what it is, so that it may begin a page without the line before it; a quotation says it by its look. */
function isNamed({ tagName, children }: Element): boolean {
  return tagName === 'blockquote' || elementsIn(children).some((child) => child.tagName === 'caption')
}

function isSourceLine({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes(SOURCE_LINE)
}
