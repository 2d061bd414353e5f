import type { Element } from 'xast'
import type { Tag } from '../../model/language.ts'
import { childOf, elementsIn, isElement, valueOf } from './parts.ts'

/** The bookmark at the first words of a text in the Word document that is made of an edition. Names of bookmarks have no hyphens. */
export const textBegins = (tag: Tag): string => `editions_text_${tag.replaceAll('-', '_')}`
/** The bookmark at what comes after the text. */
export const TEXT_ENDS = 'editions_end'

/** The space after an item in a Word document that is made of an edition, in twentieths of a point: of a loose list it is a paragraph’s. */
export const ITEM_SPACE = { tight: 60, loose: 120 } as const

const TEXT_BEGINS = /^editions_text_(\w+)$/

/** The language of the edition that a Word document was made of; nothing for any other file. */
export function editionIn(root: Element): Tag | undefined {
  const names = [...elementsIn(root, 'w:bookmarkStart')].map(({ attributes }) => TEXT_BEGINS.exec(attributes['w:name'] ?? '')?.[1])
  return names.find((tag) => tag !== undefined)?.replaceAll('_', '-')
}

/**
 * Finds what stands around the text in a Word document that was made of an edition, for authors who go on writing in it: the page of the
 * title, the contents, the programme and the imprint, which each edition makes anew. Of the title and the subtitle the document is told.
 * @param isTitle whether a paragraph is one of those
 * @returns the blocks before and after the text; none in any other file, nor where the bookmark was deleted
 */
export function aroundText(root: Element, isTitle: (paragraph: Element) => boolean): Set<Element> {
  const body = [...elementsIn(root, 'w:body')][0]
  const blocks = body?.children.filter((child) => isElement(child)) ?? []
  const at = (isNamed: (name: string) => boolean): number => blocks.findIndex((block) => namesIn(block).some((name) => isNamed(name)))
  const [begins, ends] = [at((name) => TEXT_BEGINS.test(name)), at((name) => name === TEXT_ENDS)]
  if (begins < 0) return new Set()
  const around = [...blocks.slice(0, begins), ...(ends > begins ? blocks.slice(ends) : [])]
  return new Set(around.filter((block) => block.name !== 'w:sectPr' && !isTitle(block)))
}

/** Removes the marks of a draft, which stand before what is missing or untranslated and are no words of the text. */
export function removeDraftMarks(root: Element): void {
  for (const block of [root, ...elementsIn(root)])
    block.children = block.children.filter(
      (child) => !(isElement(child, 'w:r') && DRAFT_MARK.test(valueOf(childOf(child, 'w:rPr'), 'w:rStyle') ?? '')),
    )
}

/** True if a paragraph of such a document has the space of an item of a loose list. Programs that save it anew round spaces. */
export function isLooseItem(paragraph: Element): boolean {
  const after = Number(childOf(paragraph, 'w:pPr', 'w:spacing')?.attributes['w:after'] ?? 0)
  return after > (ITEM_SPACE.tight + ITEM_SPACE.loose) / 2
}

/** The id of its style, which other programs write anew. */
const DRAFT_MARK = /^draft_?mark$/i

function namesIn(block: Element): string[] {
  return [block, ...elementsIn(block)].flatMap(({ name, attributes }) => (name === 'w:bookmarkStart' ? (attributes['w:name'] ?? []) : []))
}

/** The paragraphs of some blocks. */
export function paragraphsOf(blocks: ReadonlySet<Element>): Set<Element> {
  return new Set([...blocks].flatMap((block) => (block.name === 'w:p' ? [block] : [...elementsIn(block, 'w:p')])))
}
