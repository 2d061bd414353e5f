import { syntaxError } from '../icu.ts'
import type { TextRule } from '../rule.ts'

/** Interface texts that cannot be read. */
export const icuSyntax: TextRule = {
  id: 'icu-syntax',
  looksAt: 'text',
  severity: 'error',
  meaning: 'an interface text is no ICU message: a brace has no partner, or a choice is malformed',
  example: { bad: 'faqja {page nga {pages}', good: 'faqja {page} nga {pages}' },
  find: ({ kind, prose }) => {
    if (kind !== 'message') return []
    const error = syntaxError(prose.raw)
    return error === undefined
      ? []
      : [
          {
            message: 'This interface text cannot be read.',
            found: `${error}: ${prose.raw}`,
            expected: 'each { with its }, and choices as in the source',
            remedy: 'Compare the braces with those of the source, one by one.',
          },
        ]
  },
}
