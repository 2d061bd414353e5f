import type { Element } from 'xast'
import { elementsIn, isElement } from './parts.ts'

/** The bookmark at the first words of a text in the Word document that is made of an edition, and that at what comes after it. */
export const TEXT_BEGINS = 'editions_text'
export const TEXT_ENDS = 'editions_text_end'

/**
 * Finds what stands around the text in a Word document that was made of an edition, for authors who go on writing in it: the page of the
 * title, the contents, the programme and the imprint, which each edition makes anew. Of the title and the subtitle the document is told.
 * @param isTitle whether a paragraph is one of those
 * @returns the blocks before and after the text; none in any other file, nor where the bookmark was deleted
 */
export function aroundText(root: Element, isTitle: (paragraph: Element) => boolean): Set<Element> {
  const body = [...elementsIn(root, 'w:body')][0]
  const blocks = body?.children.filter((child) => isElement(child)) ?? []
  const at = (name: string): number =>
    blocks.findIndex((block) => [...elementsIn(block, 'w:bookmarkStart')].some(({ attributes }) => attributes['w:name'] === name))
  const [begins, ends] = [at(TEXT_BEGINS), at(TEXT_ENDS)]
  if (begins < 0) return new Set()
  const around = [...blocks.slice(0, begins), ...(ends > begins ? blocks.slice(ends) : [])]
  return new Set(around.filter((block) => block.name !== 'w:sectPr' && !isTitle(block)))
}

/** The paragraphs of some blocks. */
export function paragraphsOf(blocks: ReadonlySet<Element>): Set<Element> {
  return new Set([...blocks].flatMap((block) => (block.name === 'w:p' ? [block] : [...elementsIn(block, 'w:p')])))
}
