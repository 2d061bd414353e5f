import { packOf } from '../../language/registry.ts'
import type { Prose } from '../prose.ts'
import type { Facts, Observation, TranslationRule } from '../rule.ts'

/** English capitals that came along: in titles, or where the text begins. */
export const startCase: TranslationRule = {
  id: 'start-case',
  looksAt: 'translation',
  severity: 'warning',
  meaning: 'words have English title capitals, or the text does not begin with the kind of letter that the source begins with',
  example: { bad: 'Parandalimi I Radikalizimit Në Internet', good: 'Parandalimi i radikalizimit në internet' },
  find: ({ tag, kind, key, prose, english }, facts) => {
    if (key.startsWith('programme.people.') || key.startsWith('programme.organisations.')) return []
    const titles = packOf(tag).typography?.titleCapitals ? [] : titleCapitals(prose, english, facts)
    return [...titles, ...(kind === 'message' ? [] : beginning(prose, english))]
  },
}

/** Text before a sentence, a quotation or another title. A comma without a space separates names in a list. */
const BEGINS = /(?:[.!?…:;–—/|(„“”"«»‘’]\s*|\d\.?\s*|,)$/u

/** Text before another name of a list or an address: “Rr. Myslym Shyri, Nr. 23, Tiranë”. */
const NEXT_IN_LIST = /,\s$/u

/** Four words and more, nearly all with capitals, though none of these languages writes titles so. */
function titleCapitals({ visible, words }: Prose, english: Prose, { nameWords }: Facts): Observation[] {
  const ordinary = words.slice(1).filter(
    ({ text, lower, start }) =>
      /^\p{L}/u.test(text) && !nameWords.has(lower) && !/^\p{Lu}(?:\p{Lu}|-)/u.test(text) && !BEGINS.test(visible.slice(Math.max(0, start - 4), start)) &&
      // A name that the language writes as English does.
      !(/^\p{Lu}/u.test(text) && english.words.some((word) => word.text === text)),
  ) // prettier-ignore
  const capitals = ordinary.filter(({ text, start }) => /^\p{Lu}/u.test(text) && !NEXT_IN_LIST.test(visible.slice(0, start).slice(-2)))
  const small = ordinary.filter(({ text }) => /^\p{Ll}/u.test(text))
  if (capitals.length < 3 || small.length * 3 > capitals.length || visible === visible.toUpperCase()) return []
  return [
    {
      message: 'The language writes titles as sentences: a capital at the beginning and in names.',
      found: visible.length > 60 ? `${visible.slice(0, 60)}…` : visible,
      expected: 'capitals in names alone',
      remedy: 'Write the other words small.',
      start: capitals[0]!.start,
      end: capitals[0]!.end,
    },
  ]
}

function beginning(prose: Prose, english: Prose): Observation[] {
  const [theirs, own] = [firstLetter(english.visible), firstLetter(prose.visible)]
  if (theirs === undefined || own === undefined) return []
  const isLower = (letter: string): boolean => letter !== letter.toUpperCase()
  if (isLower(theirs.letter) === isLower(own.letter)) return []
  // A symbol is small: „x-оса“; and so is a name that is always written so, such as that of a program.
  if (/^\p{L}(?![\p{L}\p{M}])/u.test(prose.visible.slice(own.index)) && isLower(own.letter)) return []
  if (/^\P{L}*\p{Ll}\p{Lu}/u.test(prose.visible)) return []
  // “npm is a program.” is a sentence all the same.
  if (isLower(theirs.letter) && /[.!?]\W*$/.test(english.visible)) return []
  if (prose.words[0] && english.words.some(({ text }) => text === prose.words[0]!.text)) return []
  // A name may come first; so much is sure only where the English has a word with no capital in it.
  if (!isLower(own.letter) && /\p{Lu}/u.test(english.visible)) return []
  if (isLower(own.letter) && /^\P{L}*\p{Lu}[\p{Lu}\d]/u.test(english.visible)) return []
  return [
    {
      message: isLower(theirs.letter) ? 'The source begins with a small letter.' : 'The source begins with a capital letter.',
      found: prose.visible.slice(0, 24),
      expected: isLower(theirs.letter) ? own.letter.toLowerCase() : own.letter.toUpperCase(),
      remedy: 'Begin the text as the source does.',
      start: own.index,
      end: own.index + 1,
    },
  ]
}

/** The first letter, where nothing but quotation marks and brackets stands before it. */
function firstLetter(visible: string): { letter: string; index: number } | undefined {
  const match = /^[\s"„“”«»‘’(]*(\p{L})/u.exec(visible)
  return match ? { letter: match[1]!, index: match[0].length - 1 } : undefined
}
