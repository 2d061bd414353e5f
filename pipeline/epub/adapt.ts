import type { Element, Nodes } from 'hast'

/** The class of a cell by how its text stands: a book has no attribute for it. */
const ALIGNMENTS: Readonly<Record<string, string>> = { right: 'right', center: 'center' }

/** What e-readers know a part of a text by, and screen readers: the attributes that mark it, by the one that it has here. */
const PARTS: readonly (readonly [property: string, marks: Element['properties']])[] = [
  ['dataFootnotes', { 'epub:type': 'endnotes', role: 'doc-endnotes', ariaLabelledBy: ['footnote-label'] }],
  ['dataFootnoteRef', { 'epub:type': 'noteref', role: 'doc-noteref' }],
  ['dataFootnoteBackref', { role: 'doc-backlink' }],
]

/** Turns a tree of web pages into one of books, in place: calls of notes are known as such, and nothing asks to be filled in. */
export function adaptToBook(node: Nodes): void {
  if (node.type === 'element') adapt(node)
  if ('children' in node) node.children.forEach(adaptToBook)
}

function adapt(element: Element): void {
  const { properties, tagName } = element
  for (const [property, marks] of PARTS) {
    if (properties[property] === undefined) continue
    delete properties['ariaDescribedBy']
    Object.assign(properties, marks)
    if (property === 'dataFootnotes') for (const item of itemsOf(element)) item.properties['epub:type'] = 'endnote'
  }
  if (properties['align'] !== undefined) {
    const name = ALIGNMENTS[properties['align']]
    if (name !== undefined) properties['className'] = [...[properties['className'] ?? []].flat().map(String), name]
    delete properties['align']
  }
  // Of its measures the style of web pages alone makes use.
  if (tagName === 'img') delete properties['style']
  if (tagName === 'input') {
    const { checked, ariaLabel, lang } = properties
    element.tagName = 'span'
    element.properties = { role: 'img', ariaLabel, lang }
    element.children = [{ type: 'text', value: checked === true ? '☑' : '☐' }]
  }
}

function itemsOf({ children }: Element): Element[] {
  const lists = children.filter((child) => child.type === 'element' && child.tagName === 'ol') as Element[]
  return lists.flatMap((list) => list.children.filter((child) => child.type === 'element'))
}
