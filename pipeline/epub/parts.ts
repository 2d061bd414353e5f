import type { Element, ElementContent, Root } from 'hast'
import { wordsOf } from '../html/words-of.ts'

/** A part of a book, which is a file. */
export interface Part {
  /** Of the file, without its ending. */
  readonly name: string
  /** What e-readers know it by (EPUB 3 Structural Semantics Vocabulary). */
  readonly type: string
  /** The words of its first heading. Absent without one. */
  readonly title: string | undefined
  readonly content: readonly ElementContent[]
}

/** What each part of the page is in a book. */
const TYPES: Readonly<Record<string, string>> = {
  title: 'titlepage',
  imprint: 'copyright-page',
  text: 'bodymatter',
  programme: 'appendix',
  colophon: 'colophon',
}

/**
 * Parts the page of a book into files. Notes have one of their own, and so has each chapter of a long text; a short one would
 * be torn.
 */
export function partsOf(tree: Root, isLong: boolean): Part[] {
  return elementsIn(tree.children).flatMap((element) => {
    const name = String(element.properties['dataPart'])
    delete element.properties['dataPart']
    return name === 'text' ? textParts(element, isLong) : [part(name, TYPES[name]!, [element])]
  })
}

function textParts({ children }: Element, isLong: boolean): Part[] {
  const notes = elementsIn(children).filter(({ properties }) => properties['dataFootnotes'] !== undefined)
  const text = children.filter((child) => !notes.includes(child as Element))
  const parts = isLong ? chapters(text) : [text]
  return [
    ...parts.map((content, at) => part(parts.length > 1 ? `text-${at + 1}` : 'text', isLong ? 'chapter' : 'bodymatter', content)),
    ...notes.map((section) => part('notes', 'endnotes', [section])),
  ]
}

/** A text, parted before each heading of the highest level. What stands before the first is a part too, if it says anything. */
function chapters(content: readonly ElementContent[]): ElementContent[][] {
  const parts: ElementContent[][] = [[]]
  for (const node of content) {
    if (node.type === 'element' && node.tagName === 'h2') parts.push([])
    parts.at(-1)!.push(node)
  }
  return parts.filter((each) => each.some((node) => node.type === 'element'))
}

function part(name: string, type: string, content: readonly ElementContent[]): Part {
  const heading = firstHeading(content)
  return { name, type, title: heading && wordsOf(heading.children).trim(), content }
}

function firstHeading(content: readonly ElementContent[]): Element | undefined {
  for (const element of elementsIn(content)) {
    const found = /^h[1-6]$/.test(element.tagName) ? element : firstHeading(element.children)
    if (found) return found
  }
  return undefined
}

function elementsIn(nodes: Root['children'] | readonly ElementContent[]): Element[] {
  return nodes.filter((node): node is Element => node.type === 'element')
}
