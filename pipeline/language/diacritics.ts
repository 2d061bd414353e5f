import { ofPack } from './registry.ts'

/** What a language’s words look like when their diacritics were not typed. */
export interface Diacritics {
  /** Letters with a diacritic, to their base. */
  readonly base: Readonly<Record<string, string>>
  /** Frequent words whose bare form is no word of the language: bare → right. (Not që, gjuhë, vođa, među: qe, gjuhe, voda and medu are words.) */
  readonly words: ReadonlyMap<string, string>
  /** Bare forms that are words too, where the English has what they mean. */
  readonly unless: Readonly<Record<string, RegExp>>
  /** A text of so many letters without a single such letter is suspect: one of its words has them elsewhere in the document. */
  readonly expectedWithin: number
  /** A text of so many letters without a single such letter is not written with the right keyboard. */
  readonly certainWithin: number
}

/** A word without its diacritics, in lower case. */
export function bareForm(word: string, base: Readonly<Record<string, string>>): string {
  return Array.from(word, (letter) => base[letter] ?? letter).join('')
}

/** What is known of a language’s diacritics: words of which neither the bare form nor the right one is a matter of judgement. In Albanian every ninth letter or so is ë. */
export const diacriticsOf = ofPack(({ diacritics }): Diacritics | undefined => {
  if (!diacritics) return undefined
  const { letters, words, unless = {}, expectedWithin, certainWithin } = diacritics
  const base = Object.fromEntries(letters.split(' ').map(([letter, plain]) => [letter!, plain!]))
  return {
    base,
    words: new Map(words.split(' ').map((word) => [bareForm(word, base), word])),
    unless: Object.fromEntries(Object.entries(unless).map(([word, expression]) => [word, new RegExp(expression, 'i')])),
    expectedWithin,
    certainWithin,
  }
})
