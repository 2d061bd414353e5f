import { messageProse, proseOf, type Prose } from '../../check/prose.ts'
import type { KeyedText } from '../../catalog/reconcile.ts'

/** A word, or several, that would be replaced in a text. */
export interface Replacement {
  /** From where to before where, in the text. */
  readonly start: number
  readonly end: number
  readonly found: string
  /** What would stand in its place. */
  readonly put: string
  /** `whole` as it was asked for, `ending` in an inflected form whose ending was carried over, `form` in one that a person has to inflect. */
  readonly as: 'whole' | 'ending' | 'form'
}

/** Longest ending of an inflected form: „-ovima“, „-ëve“. What is longer is another word. */
const LONGEST_ENDING = 5
/** Shorter words are articles and prepositions, and begin many others. */
const SHORTEST_STEM = 4

/**
 * Finds a word or words, in capitals or not and in any inflected form, and says what would stand there. What is found in an address,
 * in code or across marks of Markdown is left alone.
 */
export function replacementsIn(text: string, kind: KeyedText['kind'] | undefined, find: string, put: string): Replacement[] {
  const asked = wordsIn(find)
  const given = wordsIn(put)
  const prose = kind === undefined ? messageProse(text) : proseOf(text, [], kind)
  return [...prose.visible.matchAll(expressionFor(asked))].flatMap((match) => {
    const { 0: found, index } = match
    const place = written(prose, index, index + found.length)
    if (!place) return []
    const endings = asked.map((_, at) => (match[at + 1] ?? '').toLowerCase())
    const isWhole = asked.every(({ tail }, at) => endings[at] === tail)
    const forms = isWhole || given.length !== asked.length ? undefined : inflected(asked, given, endings)
    const as = isWhole ? 'whole' : forms ? 'ending' : 'form'
    return [{ ...place, found, as, put: asWritten(forms?.join(' ') ?? put.trim(), found) }]
  })
}

/** The text with what was found replaced. */
export function replaced(text: string, replacements: readonly Replacement[]): string {
  return replacements.reduceRight((whole, { start, end, put }) => whole.slice(0, start) + put + whole.slice(end), text)
}

/** A word without the final vowel that endings replace, and that vowel. */
interface Stem {
  readonly stem: string
  readonly tail: string
}

function wordsIn(phrase: string): Stem[] {
  return phrase
    .normalize('NFC')
    .trim()
    .split(/\s+/)
    .map((word) => {
      const tail = word.length >= SHORTEST_STEM ? (/[аеиоуaeëiouy]$/iu.exec(word)?.[0] ?? '') : ''
      return { stem: word.slice(0, word.length - tail.length), tail: tail.toLowerCase() }
    })
}

/** The given words with the endings that were found, where they end as the asked ones do. */
function inflected(asked: readonly Stem[], given: readonly Stem[], endings: readonly string[]): string[] | undefined {
  const forms = given.map(({ stem, tail }, at) => {
    if (endings[at] === asked[at]!.tail) return stem + tail
    return tail === asked[at]!.tail ? stem + endings[at]! : undefined
  })
  return forms.every((form) => form !== undefined) ? forms : undefined
}

const [NO_WORD_BEFORE, NO_WORD_AFTER] = [String.raw`(?<![\p{L}\p{M}\p{N}])`, String.raw`(?![\p{L}\p{M}\p{N}])`]

/** Whole words, each with any ending. */
function expressionFor(words: readonly Stem[]): RegExp {
  const each = words.map(({ stem, tail }) => {
    const isInflected = stem.length + tail.length >= SHORTEST_STEM && /^[\p{L}\p{M}]+$/u.test(stem)
    return escaped(stem) + (isInflected ? String.raw`([\p{L}\p{M}]{0,${LONGEST_ENDING}})` : `(${escaped(tail)})`)
  })
  const isWord = (sign = ''): boolean => /[\p{L}\p{M}\p{N}]/u.test(sign)
  const last = words.at(-1)!
  const [before, after] = [isWord(words[0]!.stem[0]), isWord((last.stem + last.tail).at(-1))]
  return new RegExp((before ? NO_WORD_BEFORE : '') + each.join(String.raw`\s+`) + (after ? NO_WORD_AFTER : ''), 'giu')
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}

/** The place in the written text, where it stands there in one piece. */
function written(prose: Prose, start: number, end: number): Pick<Replacement, 'start' | 'end'> | undefined {
  if (start === end) return undefined
  const [from, to] = [prose.at(start), prose.at(end - 1) + 1]
  return prose.raw.slice(from, to) === prose.visible.slice(start, end) ? { start: from, end: to } : undefined
}

/** In capitals where what it replaces is, or with one at its beginning. */
function asWritten(put: string, found: string): string {
  const isCapital = (text: string): boolean => text !== text.toLowerCase() && text === text.toUpperCase()
  if (isCapital(found) && /\p{L}.*\p{L}/u.test(found)) return put.toUpperCase()
  const [first = ''] = put
  return isCapital(Array.from(found)[0] ?? '') ? first.toUpperCase() + put.slice(first.length) : put
}
