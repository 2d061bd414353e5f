import type { Heading, Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { parseInline } from './markdown.ts'
import { plainText } from './plain-text.ts'

/**
 * Marks the first heading as the front matter’s title if it has the same words, in place. The title is shown on the cover and
 * above the text, and translated once.
 * @param title the front matter’s title, in inline Markdown
 */
export function noteTitle(tree: Root, title: string): void {
  const [first] = headingsOf(tree)
  if (first?.depth !== 1 || wordsOf(plainText(first)) !== wordsOf(plainText(parseInline(title)))) return
  let holdsMore = false
  visit(first, (node) => void (holdsMore ||= node.type === 'footnoteReference' || node.type === 'image'))
  if (!holdsMore) first.data = { ...first.data, isTitle: true }
}

/**
 * Level of headings in the page, whose first level is the title. # is a chapter if there are several, or other headings precede
 * it. A single # at the top has the rest of the document under it, and is parallel to the title.
 */
export function levelsOf(tree: Root): (heading: Heading) => Heading['depth'] {
  const lower = hasChapters(tree) ? 1 : 0
  return ({ depth }) => Math.min(6, Math.max(2, depth + lower)) as Heading['depth']
}

/** True if # is the level of chapters. */
export function hasChapters(tree: Root): boolean {
  return headingsOf(tree)
    .slice(1)
    .some(({ depth }) => depth === 1)
}

/** A title at the top of the text that differs from the front matter’s and is not a chapter. Absent if there is none. */
export function strangeTitle(tree: Root): Heading | undefined {
  const [first] = headingsOf(tree)
  return first?.depth === 1 && !first.data?.isTitle && !hasChapters(tree) ? first : undefined
}

/** Headings of a text in order, except those in notes. */
export function headingsOf(tree: Root): Heading[] {
  const headings: Heading[] = []
  const look = (node: Nodes): void => {
    if (node.type === 'heading') headings.push(node)
    else if ('children' in node && node.type !== 'footnoteDefinition') node.children.forEach(look)
  }
  look(tree)
  return headings
}

function wordsOf(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase()
}
