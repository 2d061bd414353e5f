import createHyphenator from 'hyphen'
import type { Tag } from '../model/language.ts'
import { toSerbianLatin } from './serbian-latin.ts'

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
 * The patterns of each language. Serbian has two sets for Cyrillic; `sh-cyrl` is the one that does not part the Latin
 * digraphs’ letters once it is transliterated (`sh-latn` gives „akro-po-lj“).
 */
const PATTERNS: Readonly<Record<Exclude<Tag, 'sr-Latn'>, () => Promise<{ default: object }>>> = {
  en: () => import('hyphen/patterns/en-gb.js'),
  sq: () => import('hyphen/patterns/sq.js'),
  mk: () => import('hyphen/patterns/mk.js'),
  'sr-Cyrl': () => import('hyphen/patterns/sh-cyrl.js'),
}

/**
 * Where patterns part a word against its prefix: the Macedonian ones know no по-трага, and give пот-рага. Whether there is
 * a prefix only the word tells, so that it is not parted there at all.
 */
const AGAINST_PREFIX: Partial<Record<Tag, RegExp>> = {
  mk: /^((?:по|за|на|до|пре|при|про)\u00AD?[бвгдѓжзѕјклљмнњпрстќфхцчџш])\u00AD(?=[бвгдѓжзѕјклљмнњпрстќфхцчџш])/,
}

/**
 * What hyphenates a language.
 * @param cyrillic for Serbian Latin, the texts that it is derived from: a word is parted where its Cyrillic form is
 */
export async function loadHyphenation(tag: Tag, cyrillic: Iterable<string> = []): Promise<Hyphenate> {
  if (tag !== 'sr-Latn') return patternsOf(tag)
  const hyphenate = await patternsOf('sr-Cyrl')
  const originals = new Map<string, string>()
  for (const text of cyrillic) for (const [word] of text.matchAll(/\p{L}+/gu)) originals.set(toSerbianLatin(word), word)
  return (word) => {
    const original = originals.get(word)
    return original === undefined ? word : toSerbianLatin(hyphenate(original))
  }
}

const loaded = new Map<Tag, Promise<Hyphenate>>()

/** By a language’s patterns; they are read once, and each word is parted once. */
function patternsOf(tag: Exclude<Tag, 'sr-Latn'>): Promise<Hyphenate> {
  const known = loaded.get(tag) ?? PATTERNS[tag]().then((patterns) => byPatterns(patterns, AGAINST_PREFIX[tag]))
  loaded.set(tag, known)
  return known
}

function byPatterns({ default: patterns }: { default: object }, against?: RegExp): Hyphenate {
  const create = createHyphenator(patterns, { hyphenChar: SOFT_HYPHEN, minWordLength: SHORTEST_WORD })
  const known = new Map<string, string>()
  return (word) => {
    if (word.length < SHORTEST_WORD) return word
    const done = known.get(word)
    if (done !== undefined) return done
    const parted = create(word)
    const hyphenated = withoutShortEnds((against ? parted.replace(against, '$1') : parted).split(SOFT_HYPHEN))
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
