import { differenceOf } from '../compare/difference.ts'
import type { Interface } from '../edition/interface.ts'
import type { Edition, SectionChanges } from '../model/edition.ts'
import { parseInline } from '../source/markdown.ts'
import { plainText } from '../source/plain-text.ts'
import { changedSections } from './freshness.ts'

/** What was corrected in an edition after it was published, by day and by section. False where nothing was. */
export function correctionsOf(edition: Edition, words: Interface) {
  const { corrected, tag } = edition
  return (
    corrected.length > 0 && {
      count: words.message('corrections.count', { count: corrected.reduce((sum, { sections }) => sum + countTexts(sections), 0) }),
      days: corrected.map(({ on, sections }) => ({
        id: on !== undefined && correctionsId(on),
        day: on !== undefined && words.day(on),
        date: on,
        sections: changedSections(sections, tag, words, tag, (before, after) => differenceOf(asRead(before), asRead(after))),
      })),
    }
  )
}

/** Id of a day’s corrections in the page. @param on ISO 8601 */
export function correctionsId(on: string): string {
  return `corrections-${on}`
}

/** How many texts a day’s corrections are about. */
export function countTexts(sections: readonly SectionChanges[]): number {
  return sections.reduce((sum, { texts }) => sum + texts.length, 0)
}

/** A text as its reader sees it. */
function asRead(text: string): string {
  return parseInline(text).map(plainText).join('')
}
