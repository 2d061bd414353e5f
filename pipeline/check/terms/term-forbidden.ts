import type { TextRule } from '../rule.ts'
import { wording } from '../../wording.ts'

/** Forms that the glossary rules out. */
export const termForbidden: TextRule = {
  id: 'term-forbidden',
  looksAt: 'text',
  severity: 'warning',
  meaning: 'a form stands in the text that the glossary forbids',
  example: { bad: 'sq: onlajn', good: 'sq: në internet' },
  find: ({ prose }, { terms }) =>
    terms.flatMap(({ term, accepted, forbidden }) =>
      forbidden.flatMap((form) => {
        const start = indexOfForm(prose.visible, form)
        return start < 0
          ? []
          : [
              {
                message: wording`The glossary forbids this form for “${{ term }}”.`,
                found: prose.visible.slice(start, start + form.length),
                expected: accepted.join(', '),
                remedy: 'Use the settled form.',
                start,
                end: start + form.length,
              },
            ]
      }),
    ),
}

/** Finds a form at the beginning of a word, in upper or lower case, with any ending. */
function indexOfForm(visible: string, form: string): number {
  const [text, wanted] = [visible.toLowerCase(), form.toLowerCase()]
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (!/\p{L}/u.test(text[at - 1] ?? '')) return at
  }
  return -1
}
