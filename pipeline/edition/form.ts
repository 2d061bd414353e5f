import { visit } from 'unist-util-visit'
import type { Document, Form, FormName } from '../model/document.ts'
import type { Catalog } from '../model/catalog.ts'
import { kindNameOf } from '../source/kinds.ts'

/** Number of characters on a printed page of A4. */
const PAGE = 2600
/** Number of them that a line of code takes. */
const LINE = 60

/** Greatest length of forms without a cover, in pages. */
const LONGEST = { letter: 2, brief: 8 } as const

/**
 * Chooses a document’s print form, common to all its editions: as its front matter says, else by its kind and the length of its
 * longest edition.
 * @param translations its texts in other languages
 */
export function formOf(document: Document, translations: readonly Catalog[]): Form {
  const { front, segments, programme } = document
  const texts = segments.filter(({ kind }) => kind !== 'front' && kind !== 'programme')
  const lengths = [undefined, ...translations].map((catalog) =>
    texts.reduce((length, { key, text }) => length + (catalog?.entries.get(key)?.text || text).length, 0),
  )
  const pages = Math.max(1, Math.ceil(Math.max(...lengths) / PAGE))
  const hasCover = front.cover !== undefined || programme !== undefined
  const fitting: FormName =
    hasCover || pages > LONGEST.brief
      ? 'report'
      : kindNameOf(front.kind) === 'press release' && pages <= LONGEST.letter
        ? 'letter'
        : 'brief'
  return { name: front.form ?? fitting, pages, areChaptersLong: areChaptersLong(document, Math.max(...lengths)) }
}

/** @param length of its longest edition */
function areChaptersLong({ segments, tree }: Document, length: number): boolean {
  const headings = tree.children.filter((node) => node.type === 'heading')
  // A heading that stands alone above the others is the title.
  const depth = [1, 2, 3].find((each) => headings.filter((heading) => heading.depth === each).length > 1)
  const starts = headings.flatMap((heading) => (heading.depth === depth ? [heading.position!.start.line] : []))
  if (starts.length === 0) return true
  const own = segments.filter(({ kind }) => kind !== 'front' && kind !== 'programme' && kind !== 'note')
  const parts = own.map(({ place, text }) => ({ line: place.line, length: text.length }))
  const grown =
    length /
    Math.max(
      1,
      parts.reduce((sum, part) => sum + part.length, 0),
    )
  visit(tree, 'code', ({ value, position }) => {
    parts.push({ line: position!.start.line, length: value.split('\n').length * LINE })
  })
  const chapters = starts.map((start, index) => {
    const end = starts[index + 1] ?? Infinity
    return parts.reduce((sum, part) => (part.line >= start && part.line < end ? sum + part.length : sum), 0) * grown
  })
  return chapters.filter((chapter) => chapter >= PAGE).length * 2 >= chapters.length
}
