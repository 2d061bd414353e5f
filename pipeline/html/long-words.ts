import { OVERLONG, SOFT_HYPHEN, type Hyphenate } from '../language/hyphenation.ts'

const LETTER = String.raw`[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]\p{M}*`
const LONG = new RegExp(`(?:${LETTER}){${OVERLONG},}`, 'gu')
/** A part that no line would be ended for; patterns know nothing of codes and of other scripts. */
const PART = new RegExp(`(?:${LETTER}){5}(?=(?:${LETTER}){3})`, 'gu')
const LONGEST_PART = 12

/**
 * A text whose overlong words have soft hyphens: they are wider than their place, and would be broken without one.
 * @param text in which other words may have soft hyphens already
 */
export function partLongWords(text: string, hyphenate: Hyphenate): string {
  return text.replaceAll(LONG, (word) =>
    hyphenate(word)
      .split(SOFT_HYPHEN)
      .map((part) => (part.length > LONGEST_PART ? part.replaceAll(PART, `$&${SOFT_HYPHEN}`) : part))
      .join(SOFT_HYPHEN),
  )
}

/** The longest word of a text, in signs. */
export function longestWord(text: string): number {
  return Math.max(...text.split(/[\s-]+/).map(({ length }) => length))
}
