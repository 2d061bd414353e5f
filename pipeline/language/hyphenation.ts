import createHyphenator from 'hyphen'
import type { Tag } from '../model/language.ts'
import { derivationOf } from './derive.ts'
import type { Pack } from './pack.ts'
import { ofPack, packOf } from './registry.ts'

/** Gives a word with soft hyphens where a line may part it. */
export type Hyphenate = (word: string) => string

export const SOFT_HYPHEN = '\u00AD'

/** Shorter words are not parted, and no part is shorter than these: lines are set ragged, and short parts would gain little. */
const SHORTEST_WORD = 8
const SHORTEST_BEGINNING = 3
const SHORTEST_END = 3

/** Words of so many letters may be wider than their place: names are shorter, and so is what a line has room for in any type. */
export const OVERLONG = 24

/** A text whose words are parted no more, but those of so many letters. Runs in pages too, which know nothing around it. */
export function wholeWords(text: string, overlong: number): string {
  return text.replaceAll(/[^\s/–—-]+/g, (word) => {
    const whole = word.replaceAll('\u00AD', '')
    return whole.length < overlong ? whole : word
  })
}

/**
 * What hyphenates a language. Where no patterns are known, it parts no word.
 * @param originals for a language that is derived from another, the texts of that: a word is parted where its original is
 */
export async function loadHyphenation(tag: Tag, originals: Iterable<string> = []): Promise<Hyphenate> {
  const { derivedFrom } = packOf(tag)
  if (!derivedFrom) return patternsOf(tag)
  const hyphenate = await patternsOf(derivedFrom.language)
  const { write } = derivationOf(tag)
  const words = new Map<string, string>()
  for (const text of originals) for (const [word] of text.matchAll(/\p{L}+/gu)) words.set(write(word), word)
  return (word) => {
    const original = words.get(word)
    return original === undefined ? word : write(hyphenate(original))
  }
}

/**
 * By a language’s patterns; they are read once, and each word is parted once. Serbian has two sets for Cyrillic; `sh-cyrl` is the
 * one that does not part the Latin digraphs’ letters once it is transliterated (`sh-latn` gives „akro-po-lj“).
 */
const patternsOf = ofPack(async ({ hyphenation, alphabet }: Pack): Promise<Hyphenate> => {
  if (!hyphenation) return (word) => word
  const patterns = (await import(`hyphen/patterns/${hyphenation.patterns}.js`)) as { default: object }
  const { prefixes, noBeginning } = hyphenation
  return byPatterns(patterns, [
    ...(prefixes === undefined ? [] : [againstPrefix(prefixes, alphabet?.letters ?? '')]),
    ...(noBeginning === undefined ? [] : [new RegExp(`()\u00AD(?=${noBeginning})`, 'giu')]),
  ])
})

/**
 * Where patterns part a word against its prefix: the Macedonian ones know no по-трага, and give пот-рага. Whether there is
 * a prefix only the word tells, so that it is not parted there at all.
 */
function againstPrefix(prefixes: string, letters: string): RegExp {
  const consonants = letters.replaceAll(VOWEL, '')
  return new RegExp(`^((?:${prefixes.replaceAll(' ', '|')})\u00AD?[${consonants}])\u00AD(?=[${consonants}])`)
}

const VOWEL = /[аеиоуѐѝaeiouy]/gu

/** @param against where they part a word wrongly: what is matched is left with its first group alone */
function byPatterns({ default: patterns }: { default: object }, against: readonly RegExp[]): Hyphenate {
  const create = createHyphenator(patterns, { hyphenChar: SOFT_HYPHEN, minWordLength: SHORTEST_WORD })
  const known = new Map<string, string>()
  return (word) => {
    if (word.length < SHORTEST_WORD) return word
    const done = known.get(word)
    if (done !== undefined) return done
    const parted = against.reduce((text, wrong) => text.replace(wrong, '$1'), create(word))
    const hyphenated = withoutShortEnds(parted.split(SOFT_HYPHEN))
    known.set(word, hyphenated)
    return hyphenated
  }
}

/** Joins the first and the last parts with their neighbours where they are too short. */
function withoutShortEnds(parts: readonly string[]): string {
  const joined = parts.reduce<string[]>((done, part) => {
    const before = done.at(-1)
    if (before !== undefined && before.length < SHORTEST_BEGINNING) done[done.length - 1] = before + part
    else done.push(part)
    return done
  }, [])
  while (joined.length > 1 && joined.at(-1)!.length < SHORTEST_END) joined.push(joined.splice(-2).join(''))
  return joined.join(SOFT_HYPHEN)
}
