import type { Element, ElementContent, Nodes } from 'hast'

/** The class of a paragraph that is the caption of the table beside it. */
export const CAPTION = 'table-caption'

/** Moves the captions of tables into these, in place. */
export function placeCaptions(tree: Nodes): void {
  if (!('children' in tree)) return
  const children = tree.children as ElementContent[]
  for (const child of children) placeCaptions(child)
  const elements = children.filter((child) => child.type === 'element')
  const captions = elements.filter((element) => hasClass(element, CAPTION))
  for (const caption of captions) {
    const at = elements.indexOf(caption)
    // What a draft says of a table stands between the two.
    const table = [elements[at + 1], elements[at + 2], elements[at - 1]].find((element) => element?.tagName === 'table')
    if (!table || isCaptioned(table)) continue
    const className = (caption.properties['className'] as string[]).filter((name) => name !== CAPTION)
    const { className: _, ...properties } = caption.properties
    table.children.unshift({ ...caption, tagName: 'caption', properties: { ...properties, ...(className.length > 0 && { className }) } })
    children.splice(children.indexOf(caption), 1)
  }
}

function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties['className']) && properties['className'].includes(name)
}

function isCaptioned(table: Element): boolean {
  return table.children.some((child) => child.type === 'element' && child.tagName === 'caption')
}
