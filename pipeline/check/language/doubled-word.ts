import type { Tag } from '../../model/language.ts'
import type { Prose } from '../prose.ts'
import type { TextRule } from '../rule.ts'
import { isCode } from '../typography/notation.ts'

/** Words that may stand twice: Albanian articles meet („së të drejtave“, „të të gjithëve“), Serbian „да да“ is “that he give”. */
const TWICE: Readonly<Record<Tag, ReadonlySet<string>>> = {
  en: new Set(['that', 'had', 'very', 'so']),
  sq: new Set(['të', 'e', 'i', 'a', 'shumë', 'pak', 'dy']),
  mk: new Set(['сè', 'сѐ', 'да', 'многу', 'ни']),
  'sr-Cyrl': new Set(['да', 'ни', 'све']),
  'sr-Latn': new Set(['da', 'ni', 'sve']),
}

/** A word that slipped in twice. */
export const doubledWord: TextRule = {
  id: 'doubled-word',
  looksAt: 'text',
  severity: 'warning',
  meaning: 'the same word stands twice in a row',
  example: { bad: 'на на интернет', good: 'на интернет' },
  find: ({ tag, prose }, _facts, english) => {
    const { words, visible } = prose
    if (isCode(visible)) return []
    // The English may double one too: “the Roa Roa hotel”.
    if (english && english !== prose && isDoubled(english)) return []
    return words.flatMap(({ text, lower, start, end }, index) => {
      const before = words[index - 1]
      if (
        !before ||
        !isSame(before.text, text, BEGINS.test(visible.slice(Math.max(0, before.start - 3), before.start))) ||
        !/^\p{L}/u.test(text) ||
        TWICE[tag].has(lower)
      )
        return []
      // Three times is no slip.
      if (words[index - 2]?.lower === lower || words[index + 1]?.lower === lower) return []
      if (!/^[ \u00A0]$/.test(visible.slice(before.end, start)) || (text.length > 1 && text === text.toUpperCase())) return []
      return [
        {
          message: 'This word stands twice.',
          found: visible.slice(before.start, end),
          expected: before.text,
          remedy: 'Remove one of the two.',
          start: before.end,
          end,
        },
      ]
    })
  },
}

/** What stands before the first word of a sentence. */
const BEGINS = /(?:^|[.!?:…][”")]?\s|["“„«(])$/u

/** Whether a word repeats the one before: “The the”, at a sentence’s beginning. In “NAME Name” and “managed Managed” something else begins. */
function isSame(before: string, text: string, begins: boolean): boolean {
  return before === text || (begins && text === text.toLowerCase() && before.slice(1) === text.slice(1) && before.toLowerCase() === text)
}

function isDoubled({ words, visible }: Prose): boolean {
  return words.some(({ lower, start }, at) => words[at - 1]?.lower === lower && /^\s+$/.test(visible.slice(words[at - 1]!.end, start)))
}
