import { YAT, dialectOfWord } from '../../language/yat.ts'
import type { TextRule } from '../rule.ts'

/** Forms of the other Serbian standard. */
export const ekavian: TextRule = {
  id: 'ekavian',
  looksAt: 'text',
  severity: 'warning',
  meaning: 'a Serbian text mixes ekavian and ijekavian forms',
  example: { bad: 'место, али вријеме', good: 'место, време' },
  find: ({ prose }, { dialect }) =>
    dialect === undefined
      ? []
      : prose.words.flatMap(({ text, lower, start, end }) => {
          const own = dialectOfWord(lower)
          return own === undefined || own === dialect
            ? []
            : [
                {
                  message: `This word is ${own}; the text is ${dialect}.`,
                  found: text,
                  expected: `the ${dialect} form, as in ${YAT[1]![dialect === 'ekavian' ? 0 : 1]}`,
                  remedy: 'Keep to one of the two in a text.',
                  start,
                  end,
                },
              ]
        }),
}
