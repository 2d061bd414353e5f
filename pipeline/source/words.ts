import { slipsBetween } from '../files/slips.ts'

/** Words, numbers with separators, and symbols such as % or €, but not punctuation. */
const WORD = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*|\p{N}+(?:[.,:]\p{N}+)*|\p{S}/gu

/** English function words, which say little about a statement’s subject. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a about after all also an and any are as at be been before between both but by can could did do does each either for from had has have
  he her his how i if in into is it its may more most must my no nor not of on one only or other our out over she should so some such than
  that the their them then there these they this those through to too under until up upon was we were what when where which while who whose
  will with within without would you your`.split(/\s+/),
)

/** Target of a link or picture: an address up to its title, or a label. */
const TARGET = /\]\(\s*(?:<[^<>\n]*>|(?:[^\s()\\]|\\.|\([^\s()]*\))*)|\]\[[^[\]]*\]/g

/** A text without link targets, if any words remain: an address says nothing about the statement. */
export function withoutTargets(text: string): string {
  if (!text.includes('](') && !text.includes('][')) return text
  const rest = text.replaceAll(TARGET, ']')
  return /[\p{L}\p{N}]/u.test(rest) ? rest : text
}

/** Words of a text in order, in lower case, without Markdown, punctuation and link targets. */
export function wordsOf(text: string): string[] {
  return (withoutTargets(text).normalize('NFC').match(WORD) ?? [])
    .filter((word) => !MARKS.has(word))
    .map((word) => word.toLowerCase().replaceAll('’', "'"))
}

/** Markdown marks that Unicode classifies as symbols. */
const MARKS: ReadonlySet<string> = new Set(['`', '^', '~', '|', '<', '>', '='])

/**
 * Weight of a word that occurs in `frequency` of `total` texts. Rare words weigh much. Numbers weigh little, because a renumbered
 * text is the same.
 */
export function weightOf(word: string, frequency: number, total: number): number {
  const weight = Math.log(1 + Math.max(total, LEAST_TEXTS) / frequency)
  return FUNCTION_WORDS.has(word) ? Math.min(weight, 0.5) : NUMBER.test(word) ? Math.min(weight, 1) : weight
}

const NUMBER = /^\p{N}/u

/** Least assumed number of texts. In a handful, every word would seem frequent. */
const LEAST_TEXTS = 50

/**
 * Likeness of two words that may differ by a typing slip or an ending: from 0 for different to 1 for equal. Swapped neighbours
 * count as one slip.
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
