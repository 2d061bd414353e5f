import { numberWord, roundNumber } from '../../language/number-words.ts'
import { ofPack, packOf } from '../../language/registry.ts'
import type { Tag } from '../../model/language.ts'
import type { Word } from '../prose.ts'

/** A number in words. */
export interface Spelled {
  readonly value: number
  readonly isCardinal: boolean
  /** As it is written. */
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Numbers in words. */
export interface SpelledNumbers {
  /** From 1 to 20, and with tens: “twenty-four”, „dvadeset četiri“. */
  readonly numbers: readonly Spelled[]
  /** Nought, tens, a hundred, a thousand: also parts of larger numbers, whose value is not read. */
  readonly round: ReadonlySet<number>
}

/** Words between tens and units: “njëzet e katër”, „дваесет и четири“. */
const andOf = ofPack(({ numbers }): ReadonlySet<string> => new Set(numbers?.and?.split(' ')))

/** Words for units that mean something else by themselves, and count after tens alone: „on yedi“ is 17, „yedi“ is also “ate”. */
const unitsAfterTens = ofPack(({ numbers }): ReadonlyMap<string, number> => {
  const units = numbers?.teensApart ? (numbers.compounds?.units ?? []) : []
  const endings = (numbers?.endings?.unit ?? '-').split(' ').map((ending) => (ending === '-' ? '' : ending))
  return new Map(
    units.flatMap((all, at) => all.split('|').flatMap((word) => endings.map((ending) => [`${word}${ending}`, at + 1] as const))),
  )
})

function unitAfterTens(tag: Tag, word: string | undefined): Part | undefined {
  const value = word === undefined ? undefined : unitsAfterTens(tag).get(word)
  return value === undefined ? undefined : { value, isCardinal: true, isRound: false }
}

/** Number in a word, or in the first part of a word: “three-day”. */
interface Part {
  readonly value: number
  readonly isCardinal: boolean
  /** Nought, a hundred, a thousand: no number by itself, but perhaps a part of one. */
  readonly isRound: boolean
}

const NONE: SpelledNumbers = { numbers: [], round: new Set() }

/** The numbers that a text has in words. */
export function spelledNumbers(tag: Tag, words: readonly Word[]): SpelledNumbers {
  const partOf = partsOf(tag)
  // „On iki“ is twelve, in two words.
  const least = packOf(tag).numbers?.teensApart ? 10 : 20
  let parts: (Part | undefined)[] | undefined
  for (let at = 0; at < words.length; at++) {
    const part = partOf(words[at]!.lower)
    if (part) (parts ??= [])[at] = part
  }
  if (!parts) return NONE
  const numbers: Spelled[] = []
  const and = andOf(tag)
  const round = new Set(parts.flatMap((part) => (part && (part.isRound || part.value >= 30) ? [part.value] : [])))
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]
    if (!part || part.isRound) continue
    const next = and.has(words[at + 1]?.lower ?? '') ? at + 2 : at + 1
    const unit = parts[next] ?? unitAfterTens(tag, words[next]?.lower)
    if (part.value % 10 === 0 && part.value >= least && unit && !unit.isRound && unit.value < 10) {
      if (!parts[next + 1]?.isRound) numbers.push(spelled(part.value + unit.value, unit.isCardinal, words[at]!, words[next]!))
      at = next
      continue
    }
    // A comma separates numbers: „прву, десету, стоту“.
    const beside = (from: number, other: number): Part | undefined =>
      words[from + 1]?.start === words[from]!.end + 1 ? parts[other] : undefined
    const joined = [
      beside(at, at + 1),
      at > 0 ? beside(at - 1, at - 1) : undefined,
      and.has(words[at - 1]?.lower ?? '') ? parts[at - 2] : undefined,
    ]
    if (!joined.some((each) => each?.isRound)) numbers.push(spelled(part.value, part.isCardinal, words[at]!, words[at]!))
  }
  return { numbers, round }
}

const known: Partial<Record<Tag, Map<string, Part | null>>> = {}

/** Reads a language’s words, each once. */
function partsOf(tag: Tag): (lowerCase: string) => Part | undefined {
  const parts = (known[tag] ??= new Map())
  return (lowerCase) => {
    const part = parts.get(lowerCase)
    if (part !== undefined) return part ?? undefined
    const read = readPart(tag, lowerCase)
    parts.set(lowerCase, read ?? null)
    return read
  }
}

function readPart(tag: Tag, lowerCase: string): Part | undefined {
  const [first, second] = lowerCase.split('-')
  const own = numberWord(tag, lowerCase) ?? (second === undefined ? undefined : numberWord(tag, first!))
  // “Twenty-four” is one word.
  const unit = second === undefined ? undefined : numberWord(tag, second)
  const tens = roundNumber(tag, first!) ?? own?.value
  if (unit && tens !== undefined && tens >= 20 && tens < 100) {
    return { value: tens + unit.value, isCardinal: unit.isCardinal, isRound: false }
  }
  // “Three-day” counts nothing by itself, and other languages have an adjective for it.
  if (own) return { ...own, isCardinal: own.isCardinal && second === undefined, isRound: false }
  const round = roundNumber(tag, lowerCase)
  return round === undefined ? undefined : { value: round, isCardinal: true, isRound: round === 0 || round >= 100 }
}

function spelled(value: number, isCardinal: boolean, first: Word, last: Word): Spelled {
  const text = first === last ? first.text : `${first.text} ${last.text}`
  return { value, isCardinal, text, start: first.start, end: last.end }
}
