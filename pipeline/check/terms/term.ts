import { standsAmong } from '../../language/inflection.ts'
import type { Prose } from '../prose.ts'
import type { Term, TranslationRule } from '../rule.ts'
import { wording } from '../../wording.ts'

/** Terms of the glossary. */
export const term: TranslationRule = {
  id: 'term',
  looksAt: 'translation',
  severity: 'warning',
  meaning: 'a term of the glossary is translated otherwise than it is settled, inflections aside',
  example: { bad: 'civil society → граждански сектор', good: 'civil society → граѓанското општество' },
  find: ({ prose, english }, { terms }) =>
    terms
      .filter((each) => each.english.test(english.visible) && !isUsed(each, prose))
      .map(({ term: name, accepted }) => ({
        message: wording`The source has the term “${{ term: name }}”.`,
        expected: accepted.join(', '),
        remedy: 'Use the settled form, in the case that the sentence asks for; or add another accepted form to locales/glossary.yaml.',
      })),
}

/** Whether a text has a term in one of its accepted forms, inflections aside. */
export function isUsed({ accepted, stems }: Term, { words }: Prose): boolean {
  const own = words.flatMap(({ lower }) => (lower.includes('-') ? [lower, ...lower.split('-')] : [lower]))
  return (
    accepted.some((form) => standsAmong(own, form)) ||
    stems.some((stem) =>
      stem
        .toLowerCase()
        .split(' ')
        .every((beginning) => own.some((word) => word.startsWith(beginning))),
    )
  )
}
