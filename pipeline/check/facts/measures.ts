import { timeWordsOf } from '../../language/time-units.ts'
import type { Observation, Translation, TranslationRule } from '../rule.ts'
import { compareNumbers } from './compare-numbers.ts'
import { idiomsIn } from './number-idioms.ts'
import { numeralsOf, says, type Numerals } from './numerals.ts'

/** English for what some languages have the same word for as for a second one: „други“. */
const ANOTHER = /\b(?:an)?other|\badditional|\bdifferent|\belse\b|\bnext\b|\bone\b.*\bone\b/iu

/** English turns of phrase that measure nothing, and names of days, which stand for “Friday” beside “day” and “week” in other languages. */
const NO_MEASURE =
  /\b(?:last|any|at the) minute\b|\blast-minute|\b(?:day and|night and) (?:night|day)\b|\bwee hours\b|\btimes? of (?:the )?day\b|\bprime ?time hours\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b/iu
/** A year in figures, before the word that belongs to it: „2016. године“. */
const YEAR = /[12]\d{3}\.?[ \u00A0]$/u

/**
 * Words that measure: hours for minutes, a half for a quarter, the first for the second. Told where the source has one word of a
 * kind and the translation another one alone.
 */
export const measures: TranslationRule = {
  id: 'measures',
  looksAt: 'translation',
  severity: 'warning',
  meaning: 'a unit of time, a half or a quarter, or an ordinal in words is another than in the source',
  example: { bad: 'two hours → dy minuta', good: 'two hours → dy orë' },
  find: (translation) => {
    const found = [otherUnit(translation), otherPart(translation), otherOrdinal(translation)].filter((each) => each !== undefined)
    if (found.length === 0) return []
    const { lost, added } = compareNumbers(translation)
    return lost.length + added.length > 0 ? [] : found
  },
}

/** A word and its place in the visible text. */
interface Placed {
  readonly word: string
  readonly index: number
}

function saying(own: Placed | undefined, theirs: string): Observation {
  return {
    message: 'The translation measures something else here than the source: another unit of time, another part or another ordinal.',
    found: own?.word,
    expected: theirs,
    remedy: 'Write what the source says; where the translation says the same in another way, ignore this finding with that reason.',
    ...(own && { start: own.index, end: own.index + own.word.length }),
  }
}

function otherUnit({ tag, sourceTag, prose, english }: Translation): Observation | undefined {
  if (NO_MEASURE.test(english.visible)) return undefined
  const [theirs, own] = [timeWordsOf(sourceTag)?.(english.visible), timeWordsOf(tag)?.(prose.visible)]
  if (theirs?.size !== 1 || own?.size !== 1) return undefined
  const [[unit, said]] = theirs as unknown as [[string, Placed]]
  const [[other, found]] = own as unknown as [[string, Placed]]
  if (
    unit === other ||
    YEAR.test(prose.visible.slice(0, found.index)) ||
    countsOtherwise(numeralsOf(sourceTag, english), numeralsOf(tag, prose, english))
  )
    return undefined
  return saying(found, said.word)
}

function otherPart({ tag, sourceTag, prose, english }: Translation): Observation | undefined {
  const [theirs, own] = [numeralsOf(sourceTag, english), numeralsOf(tag, prose, english)]
  if (theirs.hasHalf === theirs.hasQuarter || own.hasHalf === own.hasQuarter || theirs.hasHalf === own.hasHalf) return undefined
  return saying(undefined, theirs.hasHalf ? '½' : '¼')
}

function otherOrdinal({ tag, sourceTag, prose, english }: Translation): Observation | undefined {
  const [theirs, own] = [numeralsOf(sourceTag, english), numeralsOf(tag, prose, english)]
  const idioms = idiomsIn(english.visible)
  const first = ordinalsIn(theirs).filter(({ start }) => !idioms.some((idiom) => start >= idiom.start && start < idiom.end))
  const second = ordinalsIn(own)
  const [expected, found] = [first[0], second[0]]
  if (!expected || !found || [first, second].some((all) => new Set(all.map(({ value }) => value)).size > 1)) return undefined
  if (expected.value === found.value || says(own, expected.value) || says(theirs, found.value)) return undefined
  if (found.value === 2 && ANOTHER.test(english.visible)) return undefined
  return saying({ word: found.text, index: found.start }, expected.text)
}

/** True if the translation has a number that the source lacks: a week is seven days. */
function countsOtherwise(theirs: Numerals, own: Numerals): boolean {
  // “15 minutes” is a quarter of an hour.
  if ((own.hasHalf && !theirs.hasHalf) || (own.hasQuarter && !theirs.hasQuarter)) return true
  return [...own.words, ...own.within, ...own.figures.map(({ value }) => Number(value))].some((value) => value > 1 && !says(theirs, value))
}

const ordinalsIn = ({ spelled }: Numerals) => spelled.numbers.filter(({ isCardinal }) => !isCardinal)
