import { inSmallLetters } from './letter-case.ts'

/** How many letters an ending may add to a word’s dictionary form: Albanian „-ëve“, Slavic „-ovima“. */
const LONGEST_ENDING = 5

/** Whether a word is an inflected form of a name’s word, both in lower case: the stem stays, the ending varies. */
export function isFormOf(word: string, settled: string): boolean {
  if (word === settled) return true
  if (word[0] !== settled[0] || word.length > settled.length + LONGEST_ENDING) return false
  return stemsOf(settled).some((stem) => word.startsWith(stem))
}

/**
 * Whether a phrase stands among the words of a text in some inflected form: of every word of four letters and more the
 * beginning is there, shorter ones are articles and prepositions.
 * @param words in lower case
 */
export function standsAmong(words: readonly string[], phrase: string): boolean {
  return beginningsOf(phrase).every((beginning) => words.some((each) => each.startsWith(beginning)))
}

/** How the telling words of a phrase begin in every inflected form. */
export function beginningsOf(phrase: string): string[] {
  const wanted = inSmallLetters(phrase).match(/[\p{L}\p{M}\p{N}]+(?:[-’'][\p{L}\p{M}\p{N}]+)*/gu) ?? []
  const telling = wanted.filter((word) => word.length >= 4)
  return (telling.length > 0 ? telling : wanted).map((word) => (word.length >= 4 ? word.slice(0, Math.max(4, word.length - 3)) : word))
}

/** A word without the final vowel that endings replace, and without the vowel that they drop: Александар, Александра. */
function stemsOf(word: string): string[] {
  const base = word.length > 2 ? word.replace(/[аеиоуaeëiouy]$/u, '') : word
  const dropped = base.replace(/[аеaeë]([^аеиоуaeëiouy])$/u, '$1')
  return dropped !== base && dropped.length >= 3 ? [base, dropped] : [base]
}
