import type { Element } from 'xast'
import { childOf, isElement } from './parts.ts'

/** Puts together what Word parts for its look or its history: a large first letter, a simple field, paragraphs that were joined. */
export function joinParts(element: Element): void {
  element.children = element.children.flatMap((child) => (isElement(child, 'w:fldSimple') ? child.children : [child]))
  for (const [index, child] of element.children.entries()) {
    if (!isElement(child)) continue
    joinParts(child)
    if (child.name !== 'w:p') continue
    const properties = childOf(child, 'w:pPr')
    const isFirstLetter = childOf(properties, 'w:framePr')?.attributes['w:dropCap'] !== undefined
    if (!isFirstLetter && !childOf(properties, 'w:rPr', 'w:del')) continue
    const next = element.children.slice(index + 1).find((node) => isElement(node))
    if (!isElement(next, 'w:p')) continue
    // The properties of the second count (ISO/IEC 29500-1, 17.13.5.15).
    const own = childOf(next, 'w:pPr')
    next.children = [
      ...(own ? [own] : []),
      ...child.children.filter((node) => node !== properties),
      ...next.children.filter((node) => node !== own),
    ]
    child.children = []
  }
}
