import type { Heading, Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import { parseInline } from './markdown.ts'
import { plainText } from './plain-text.ts'

/**
 * Notes on a document's first heading that it is the title of the front matter, where it has the same words: a title stands
 * on the cover and above the text, and is translated once.
 * @param title as the front matter has it, in inline Markdown
 */
export function noteTitle(tree: Root, title: string): void {
  const [first] = headingsOf(tree)
  if (first?.depth !== 1 || wordsOf(plainText(first)) !== wordsOf(plainText(parseInline(title)))) return
  let holdsMore = false
  visit(first, (node) => void (holdsMore ||= node.type === 'footnoteReference' || node.type === 'image'))
  if (!holdsMore) first.data = { ...first.data, isTitle: true }
}

/**
 * The level of a heading in the page, whose first is the title's: # is a chapter where there are several, or where it
 * stands after other headings; one alone at the top has the rest of the document under it, and stands beside it.
 */
export function levelsOf(tree: Root): (heading: Heading) => Heading['depth'] {
  const lower = hasChapters(tree) ? 1 : 0
  return ({ depth }) => Math.min(6, Math.max(2, depth + lower)) as Heading['depth']
}

/** Whether # is the level of chapters. */
export function hasChapters(tree: Root): boolean {
  return headingsOf(tree)
    .slice(1)
    .some(({ depth }) => depth === 1)
}

/** A title of its own at the top of a text, beside that of the front matter; nothing for the same or a chapter. */
export function strangeTitle(tree: Root): Heading | undefined {
  const [first] = headingsOf(tree)
  return first?.depth === 1 && !first.data?.isTitle && !hasChapters(tree) ? first : undefined
}

/** The headings of a text in their order; one in a note is none of its parts. */
export function headingsOf(tree: Root): Heading[] {
  const headings: Heading[] = []
  visit(tree, (node) => {
    if (node.type === 'footnoteDefinition') return SKIP
    if (node.type === 'heading') headings.push(node)
    return undefined
  })
  return headings
}

function wordsOf(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase()
}
