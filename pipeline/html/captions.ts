import type { Element, ElementContent, Nodes } from 'hast'

/** The class of a paragraph that is the caption of the table beside it. */
export const CAPTION = 'table-caption'

/** Moves the captions of tables into these, in place. */
export function placeCaptions(tree: Nodes): void {
  if (!('children' in tree)) return
  const children = tree.children as ElementContent[]
  for (const child of children) placeCaptions(child)
  const elements = children.filter((child) => child.type === 'element')
  const moved = new Set<ElementContent>()
  for (const [at, element] of elements.entries()) {
    if (!hasClass(element, CAPTION)) continue
    // What a draft says of a table stands between the two.
    const table = [elements[at + 1], elements[at + 2], elements[at - 1]].find((each) => each?.tagName === 'table')
    if (!table || isCaptioned(table)) continue
    table.children.unshift(captionOf(element))
    moved.add(element)
  }
  if (moved.size > 0) tree.children = children.filter((child) => !moved.has(child))
}

function captionOf(paragraph: Element): Element {
  const className = (paragraph.properties['className'] as string[]).filter((name) => name !== CAPTION)
  const { className: _, ...properties } = paragraph.properties
  return { ...paragraph, tagName: 'caption', properties: className.length > 0 ? { ...properties, className } : properties }
}

function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties['className']) && properties['className'].includes(name)
}

function isCaptioned(table: Element): boolean {
  return table.children.some((child) => child.type === 'element' && child.tagName === 'caption')
}
