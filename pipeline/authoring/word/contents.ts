import type { Element } from 'xast'
import type { Outline } from './outline.ts'
import { childOf, elementsIn, isElement, valueOf } from './parts.ts'
import type { Paragraph } from './survey.ts'

/** Fields that list what stands elsewhere in the document. */
const LISTS = /^\s*(?:TOC|INDEX|TOA)\b/i

/** Finds the paragraphs of contents and indexes, which each edition makes itself: by their style, their frame or their field. */
export function contentsIn(root: Element, paragraphs: readonly Paragraph[], { roles }: Outline): Set<Element> {
  const found = new Set(paragraphs.flatMap(({ element }) => (roles.get(element) === 'contents' ? [element] : [])))
  for (const frame of elementsIn(root, 'w:sdt')) {
    const gallery = valueOf(childOf(frame, 'w:sdtPr', 'w:docPartObj'), 'w:docPartGallery')
    if (gallery === 'Table of Contents') for (const paragraph of elementsIn(frame, 'w:p')) found.add(paragraph)
  }
  for (const paragraph of inFields(paragraphs)) found.add(paragraph)
  return found
}

/** Paragraphs whose words all stand in the result of such a field. */
function inFields(paragraphs: readonly Paragraph[]): Element[] {
  const open: { isList: boolean }[] = []
  return paragraphs.flatMap(({ element, text }) => {
    let inside = 0
    let outside = 0
    let holds = open.some(({ isList }) => isList)
    for (const part of elementsIn(element, 'w:fldChar', 'w:instrText', 'w:t')) {
      const last = open.at(-1)
      const said = part.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
      if (part.name === 'w:instrText') {
        if (last && LISTS.test(said)) last.isList = holds = true
      } else if (part.name === 'w:t') {
        if (open.some(({ isList }) => isList)) inside += said.trim().length
        else outside += said.trim().length
      } else if (part.attributes['w:fldCharType'] === 'begin') open.push({ isList: false })
      else if (part.attributes['w:fldCharType'] === 'end') open.pop()
    }
    return holds && outside === 0 && (inside > 0 || text.trim() === '') ? [element] : []
  })
}

/** Removes elements from a tree, and frames that they leave empty. */
export function removeAll(root: Element, removed: ReadonlySet<Element>): void {
  root.children = root.children.filter((child) => !(isElement(child) && removed.has(child)))
  for (const child of root.children) if (isElement(child)) removeAll(child, removed)
}
