import { numberWord, roundNumber } from '../../language/number-words.ts'
import type { Tag } from '../../model.ts'
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

/** What stands between tens and units: “njëzet e katër”, „дваесет и четири“. */
const AND: ReadonlySet<string> = new Set(['e', 'и', 'i', 'and'])

/** A word of a number: its own, or the first part of “three-day”. */
interface Part {
  readonly word: Word
  readonly value: number
  readonly isCardinal: boolean
  /** Whether it may be a part of a larger number: a hundred, a thousand. */
  readonly isScale: boolean
}

/** The numbers that a text has in words. */
export function spelledNumbers(tag: Tag, words: readonly Word[]): SpelledNumbers {
  const parts = words.map((word) => partOf(tag, word))
  const round = new Set(words.flatMap(({ lower }) => roundNumber(tag, lower) ?? []))
  if (round.size === 0 && parts.every((part) => part === undefined)) return { numbers: [], round }
  const numbers: Spelled[] = []
  for (let at = 0; at < words.length; at++) {
    const part = parts[at]
    if (!part || part.isScale) continue
    const next = AND.has(words[at + 1]?.lower ?? '') ? at + 2 : at + 1
    const unit = parts[next]
    const isTens = part.value % 10 === 0 && part.value >= 20
    if (isTens && unit && unit.value < 10) {
      if (!parts[next + 1]?.isScale) numbers.push(spelled(part.value + unit.value, unit.isCardinal, part.word, unit.word))
      at = next
      continue
    }
    const joined = [parts[at + 1], parts[at - 1], AND.has(words[at - 1]?.lower ?? '') ? parts[at - 2] : undefined]
    if (!joined.some((each) => each?.isScale)) {
      numbers.push(spelled(part.value, part.isCardinal, part.word, part.word))
    }
  }
  return { numbers, round }
}

function partOf(tag: Tag, word: Word): Part | undefined {
  const [first, second] = word.lower.split('-')
  const own = numberWord(tag, word.lower) ?? (second === undefined ? undefined : numberWord(tag, first!))
  // “Twenty-four” is one word.
  const unit = second === undefined ? undefined : numberWord(tag, second)
  const tens = roundNumber(tag, first!) ?? own?.value
  if (unit && tens !== undefined && tens >= 20 && tens < 100) {
    return { word, value: tens + unit.value, isCardinal: unit.isCardinal, isScale: false }
  }
  if (own) return { word, ...own, isScale: false }
  const round = roundNumber(tag, word.lower)
  return round === undefined || round === 0 ? undefined : { word, value: round, isCardinal: true, isScale: round >= 100 }
}

function spelled(value: number, isCardinal: boolean, first: Word, last: Word): Spelled {
  const text = first === last ? first.text : `${first.text} ${last.text}`
  return { value, isCardinal, text, start: first.start, end: last.end }
}
