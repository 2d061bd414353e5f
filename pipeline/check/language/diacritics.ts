import { bareForm, diacriticsOf } from '../../language/diacritics.ts'
import type { Observation, TextRule } from '../rule.ts'
import { wording } from '../../wording.ts'

/** Words typed on a keyboard without the language’s letters. */
export const diacritics: TextRule = {
  id: 'diacritics',
  looksAt: 'text',
  severity: 'warning',
  meaning: 'words lack their diacritics: sq eshte, per; sr-Latn sto, preduzece',
  example: { bad: 'sq: eshte', good: 'sq: është' },
  find: ({ tag, kind, prose }, { vocabulary }, english) => {
    const language = diacriticsOf(tag)
    if (!language) return []
    const own = prose.words.flatMap(({ text, lower, start, end }): Observation[] => {
      const right = language.words.get(lower)
      return right === undefined || isEnglish(lower, english?.visible ?? '') || language.unless[lower]?.test(english?.visible ?? '')
        ? []
        : [
            {
              message: 'This word lacks its diacritics.',
              found: text,
              expected: right,
              remedy: 'Write the word with the letters of the language.',
              start,
              end,
            },
          ]
    })
    if (own.length > 0) return own
    const letters = prose.words.reduce((sum, { text }) => sum + text.length, 0)
    const marked = new RegExp(`[${Object.keys(language.base).join('')}]`, 'iu')
    if (kind === 'message' || letters < language.expectedWithin || marked.test(prose.visible)) return []
    const isSure = letters >= language.certainWithin
    if (!isSure && !prose.words.some(({ lower }) => markedForms(vocabulary, language.base).has(lower))) return []
    return [
      {
        message: wording`This text has none of the letters ${{ letters: Object.keys(language.base).join(', ') }}.`,
        expected: 'the letters of the language',
        remedy: 'Write the text with a keyboard of the language.',
      },
    ]
  },
}

function isEnglish(lower: string, visible: string): boolean {
  return visible.toLowerCase().includes(lower)
}

const known = new WeakMap<object, ReadonlySet<string>>()

/** The document’s words that have diacritics, without them. */
function markedForms(vocabulary: ReadonlyMap<string, number>, base: Readonly<Record<string, string>>): ReadonlySet<string> {
  const forms =
    known.get(vocabulary) ??
    new Set([...vocabulary.keys()].flatMap((word) => (bareForm(word, base) === word ? [] : [bareForm(word, base)])))
  known.set(vocabulary, forms)
  return forms
}
