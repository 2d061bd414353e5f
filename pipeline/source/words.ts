import { slipsBetween } from '../files/slips.ts'

/** Words, numbers with their separators, and signs such as % or €; marks of punctuation are no words. */
const WORD = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*|\p{N}+(?:[.,:]\p{N}+)*|\p{S}/gu

/** English words that bind others together: they say little of what a statement is about. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a about after all also an and any are as at be been before between both but by can could did do does each either for from had has have
  he her his how i if in into is it its may more most must my no nor not of on one only or other our out over she should so some such than
  that the their them then there these they this those through to too under until up upon was we were what when where which while who whose
  will with within without would you your`.split(/\s+/),
)

/** What a link or a picture leads to, behind its words: an address, up to a title, or the name of a definition. */
const TARGET = /\]\(\s*(?:<[^<>\n]*>|(?:[^\s()\\]|\\.|\([^\s()]*\))*)|\]\[[^[\]]*\]/g

/** A text without what its links lead to, where that leaves it any words: an address says nothing of a statement. */
export function withoutTargets(text: string): string {
  if (!text.includes('](') && !text.includes('][')) return text
  const rest = text.replaceAll(TARGET, ']')
  return /[\p{L}\p{N}]/u.test(rest) ? rest : text
}

/** The words of a text in their order, in small letters. Marks of Markdown and of punctuation, and what links lead to, are left out. */
export function wordsOf(text: string): string[] {
  return (withoutTargets(text).normalize('NFC').match(WORD) ?? [])
    .filter((word) => !MARKS.has(word))
    .map((word) => word.toLowerCase().replaceAll('’', "'"))
}

/** Signs that Markdown uses and that Unicode counts among the symbols. */
const MARKS: ReadonlySet<string> = new Set(['`', '^', '~', '|', '<', '>', '='])

/** How much a word that stands in `frequency` of `total` texts tells of a text: a rare one tells much, a number little, since what is numbered anew or counted again is the same. */
export function weightOf(word: string, frequency: number, total: number): number {
  const weight = Math.log(1 + Math.max(total, LEAST_TEXTS) / frequency)
  return FUNCTION_WORDS.has(word) ? Math.min(weight, 0.5) : NUMBER.test(word) ? Math.min(weight, 1) : weight
}

const NUMBER = /^\p{N}/u

/** In a handful of texts every word seems frequent; a language has more. */
const LEAST_TEXTS = 50

/**
 * How far two words are likely one with a slip of the pen or another ending: 1 for the same, 0 for different ones.
 * Counts swapped neighbours as one slip.
 */
export function likeness(a: string, b: string): number {
  if (a === b) return 1
  const longest = Math.max(a.length, b.length)
  if (longest < 3 || Math.abs(a.length - b.length) > 4) return 0
  const digits = /\p{N}/u
  if (digits.test(a) || digits.test(b)) return 0
  const slips = slipsBetween(a, b)
  return slips <= Math.max(1, longest / 5) ? 1 - slips / longest : sharedBeginning(a, b) >= Math.max(4, longest * 0.6) ? 0.6 : 0
}

function sharedBeginning(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}
