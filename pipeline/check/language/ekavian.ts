import { dialectOfWord, exampleOf } from '../../language/dialects.ts'
import type { TextRule } from '../rule.ts'
import { said, wording } from '../../wording.ts'

/** Forms of the other Serbian standard. */
export const ekavian: TextRule = {
  id: 'ekavian',
  looksAt: 'text',
  severity: 'warning',
  meaning: 'a Serbian text mixes ekavian and ijekavian forms',
  example: { bad: 'место, али вријеме', good: 'место, време' },
  find: ({ tag, prose }, { dialect }) =>
    dialect === undefined
      ? []
      : prose.words.flatMap(({ text, lower, start, end }) => {
          const own = dialectOfWord(tag, lower)
          return own === undefined || own === dialect
            ? []
            : [
                {
                  message: wording`This word is ${{ own: said(own) }}; the text is ${{ dialect: said(dialect) }}.`,
                  found: text,
                  expected: wording`the ${{ dialect: said(dialect) }} form, as in ${{ example: exampleOf(tag, dialect)! }}`,
                  remedy: 'Keep to one of the two in a text.',
                  start,
                  end,
                },
              ]
        }),
}
