import { knowsNumbers } from '../../language/number-words.ts'
import type { TimeUnit } from '../../language/time-units.ts'
import type { Translation } from '../rule.ts'
import { copiedNumbers, type Span } from './copied-numbers.ts'
import type { Day } from './days.ts'
import type { Figure } from './figures.ts'
import { idiomsIn, isSaid } from './number-idioms.ts'
import { numeralsOf, type Numerals } from './numerals.ts'
import { sameTimes } from './same-times.ts'
import type { Spelled } from './spelled.ts'

/** Numbers missing from a translation, and numbers that the English lacks. */
export interface Difference {
  readonly lost: readonly Lost[]
  readonly added: readonly Added[]
}

/** A number of the English; `text` is how it stands there. */
interface Lost {
  readonly text: string
  readonly value: string
  readonly isFigure: boolean
}

interface Added extends Span {
  readonly value: string
  readonly isFigure: boolean
}

/** A word for one is often an article, and one for two stands in many turns of phrase. */
const TELLING = 3
const NONE: Difference = { lost: [], added: [] }
const NOTHING_COPIED: ReturnType<typeof copiedNumbers> = { theirs: [], own: [] }
const compared = new WeakMap<Translation['prose'], Difference>()

/** Holds the numbers of a translation against those of its English. */
export function compareNumbers(translation: Translation): Difference {
  const { tag, prose, english, sourceTag } = translation
  const known = compared.get(prose)
  if (known) return known
  const [theirs, own] = [numeralsOf(sourceTag, english), numeralsOf(tag, prose, english)]
  const isEmpty = [theirs, own].every(({ figures, words }) => figures.length + words.size === 0)
  const difference = isEmpty ? NONE : differenceOf(translation, theirs, own)
  compared.set(prose, difference)
  return difference
}

function differenceOf({ tag, prose, english, sourceTag }: Translation, theirs: Numerals, own: Numerals): Difference {
  const times = sameTimes(tag, sourceTag, english, prose, own)
  // In most texts the figures are the same, and need no closer look.
  const areSame = times.theirs.length === 0 && haveSameFigures(theirs, own)
  const copied = areSame ? NOTHING_COPIED : copiedNumbers(english.visible, prose.visible)
  const settled = areSame && theirs.spelled.numbers.length === 0 ? [] : [...copied.theirs, ...times.theirs, ...idiomsIn(english.visible)]
  const left = areSame ? [] : outside(own.figures, [...copied.own, ...times.own])
  const missing = areSame ? [] : lostFigures(outside(theirs.figures, settled), theirs, own, left, english.visible)
  const lost = [
    ...missing.filter(({ value }) => !isJoined(value, prose)),
    ...lostWords(outside(theirs.spelled.numbers, settled), theirs, own, left, english.visible).filter(({ text }) => !isQuoted(text, prose)),
  ]
  const added = left.filter(
    (figure) =>
      figure.isTelling && !isAccountedFor(figure, theirs, own, english.visible) && !isOfName(figure, prose.visible, english.visible),
  )
  // Of a language whose words for numbers nobody has told, a small number may be in words.
  if (!knowsNumbers(tag) || !knowsNumbers(sourceTag)) {
    const isSure = ({ value }: { value: string }): boolean => {
      const digits = Number(value.replaceAll('.', ''))
      return digits > 100 && digits % 100 !== 0
    }
    return {
      lost: lost.filter((number) => number.isFigure && (knowsNumbers(tag) || isSure(number))),
      added: added.filter((figure) => knowsNumbers(sourceTag) || isSure(figure)).map((figure) => ({ ...figure, isFigure: true })),
    }
  }
  return {
    lost,
    added: [...added.map((figure) => ({ ...figure, isFigure: true })), ...addedWords(own, theirs, times.theirs, english.visible)],
  }
}

/** True if two texts have the same numbers in figures, in any order. */
function haveSameFigures({ figures: theirs }: Numerals, { figures: own }: Numerals): boolean {
  if (theirs.length !== own.length) return false
  const sorted = (figures: readonly Figure[]): string[] => figures.map(({ value }) => value).sort()
  const values = sorted(own)
  return sorted(theirs).every((value, index) => value === values[index])
}

function outside<T extends Span>(all: readonly T[], spans: readonly Span[]): T[] {
  return all.filter(({ start, end }) => !spans.some((span) => start < span.end && end > span.start))
}

/** The figures of the English that the translation lacks; what answers one is taken out of `left`. */
function lostFigures(figures: readonly Figure[], theirs: Numerals, own: Numerals, left: Figure[], visible: string): Lost[] {
  const take = (value: string): boolean => {
    const at = left.findIndex((figure) => figure.value === value || figure.readings.some(([only, ...others]) => only === value && others.length === 0))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  } // prettier-ignore
  return figures.flatMap((figure): Lost[] => {
    const value = Number(figure.value)
    if (take(figure.value) || isSpelled(value, own) || isPartSaid(figure, own) || (value === 0 && own.hasNone)) return []
    if (isInLargerUnits(value, visible.slice(figure.end, figure.end + NEAR), own, take)) return []
    const single = figure.readings.find(([only, ...others]) => others.length === 0 && take(only!))
    const isOtherwise = own.figures.some(({ readings }) => readings.some((reading) => reading.includes(figure.value)))
    const isMeant = figure.readings.some((reading) =>
      reading.every((each) => left.some((other) => other.value === each) || isWhole(Number(each), own)),
    )
    if (!figure.isTelling || (figure.isSaidTwice && left.length === 0) || single || isOtherwise || isMeant || isInDay(figure, theirs.days))
      return []
    return [{ text: visible.slice(figure.start, figure.end), value: figure.value, isFigure: true }]
  })
}

/** As far as the unit of a number is looked for. */
const NEAR = 12
/** Units of time, and how many of them another holds. */
const UNITS_OF_TIME: readonly (readonly [unit: RegExp, holds: number, larger?: TimeUnit])[] = [
  [/^[ \u00A0-]?min/i, 60, 'hour'], [/^[ \u00A0-]?hours?/i, 24, 'day'], [/^[ \u00A0-]?days?/i, 7, 'week'], [/^[ \u00A0-]?months?/i, 12, 'year'],
  [/^[ \u00A0-]?years?/i, 10],
] // prettier-ignore

/**
 * True if a translation says a number in the next larger unit of time: 14 days are two weeks, twelve months a year, 18 months a year
 * and a half, 15 minutes a quarter of an hour.
 * @param take takes a figure of the translation, if it is there
 */
function isInLargerUnits(value: number, after: string, own: Numerals, take: (value: string) => boolean): boolean {
  return UNITS_OF_TIME.some(([unit, holds, larger]) => {
    if (!unit.test(after)) return false
    const isNamed = larger !== undefined && own.namesUnit(larger)
    const quarters = (value * 4) / holds
    if (isNamed && ((own.hasHalf && quarters === 2) || (own.hasQuarter && (quarters === 1 || quarters === 3)))) return true
    if (value < holds || quarters % 2 !== 0) return false
    const whole = Math.floor(value / holds)
    if (value % holds !== 0 && !(own.hasHalf && isNamed)) return false
    return whole === 1 ? isNamed : take(String(whole)) || isWhole(whole, own)
  })
}

/** “50%” is a half, and “1.5” one and a half. */
function isPartSaid({ value, readings }: Figure, { hasHalf, hasQuarter }: Numerals): boolean {
  return (
    (hasHalf && (value === '50' || readings.some((reading) => reading.at(-1) === '5'))) || (hasQuarter && /^(?:0\.)?[27]5$/.test(value))
  )
}

/** True if the translation joins a number to the name before it: JPEG 2000, JPEG2000. */
function isJoined(value: string, { visible }: Translation['prose']): boolean {
  return /^\d{2,}$/.test(value) && new RegExp(`\\p{L}${value}(?![\\p{L}\\d])`, 'u').test(visible)
}

/** True if the English joins a number of the translation to the name before it: UTF-8, UTF8. */
function isOfName({ start, end }: Span, own: string, visible: string): boolean {
  const name = /\p{L}{2,20}(?=[- ]$)/u.exec(own.slice(Math.max(0, start - 21), start))?.[0]
  return name !== undefined && visible.includes(name + own.slice(start, end))
}

/** True if the translation contains the English word itself, as in an untranslated title. */
function isQuoted(text: string, { words }: Translation['prose']): boolean {
  return words.some((word) => word.text === text)
}

function lostWords(spelled: readonly Spelled[], theirs: Numerals, own: Numerals, left: Figure[], visible: string): Lost[] {
  return spelled.flatMap(({ value, isCardinal, text, end }): Lost[] => {
    // Ordinals stand in turns of phrase: at first, on second thought, two thirds.
    if (value < TELLING || !isCardinal || own.words.has(value) || own.within.has(value)) return []
    // Six months are half a year.
    if (value === 6 && own.hasHalf) return []
    const at = left.findIndex((figure) => figure.value === String(value))
    if (at >= 0) left.splice(at, 1)
    if (at >= 0 || own.figures.some((figure) => figure.value === String(value))) return []
    const isFigure = (each: string): boolean => own.figures.some((figure) => figure.value === each)
    if (isInLargerUnits(value, visible.slice(end, end + NEAR), own, isFigure)) return []
    // Beyond twenty, languages join the words of a number in their own ways; what is sure is that another number stands there.
    if (value > 20 && !own.spelled.numbers.some((other) => other.value > 20 && !theirs.words.has(other.value))) return []
    return [{ text, value: String(value), isFigure: false }]
  })
}

/** True if the English has a figure of the translation in words, twice, within a list or in a date. */
function isAccountedFor(figure: Figure, theirs: Numerals, own: Numerals, visible: string): boolean {
  const value = Number(figure.value)
  // A part of a list is that list's only if its other parts are there too: 75 is not 0.75.
  const isOwn = (each: string): boolean => own.figures.some((other) => other.value === each) || isWhole(Number(each), own)
  const isOf = (reading: readonly string[], each: string): boolean =>
    reading.includes(each) && reading.every((part) => part === each || isOwn(part))
  const isThere = (each: string): boolean =>
    theirs.figures.some((other) => other.value === each || other.readings.some((reading) => isOf(reading, each)))
  return (
    isSpelled(value, theirs) ||
    // “One hundred and twenty”: of larger numbers in words the value is not read.
    (value > 100 && [100, 1000].some((round) => theirs.spelled.round.has(round))) ||
    isSaid(value, visible) ||
    isThere(figure.value) ||
    figure.readings.some((reading) => reading.every((each) => isThere(each) || isWhole(Number(each), theirs))) ||
    isInDay(figure, own.days)
  )
}

/** Cardinals in words that the English has in no form. */
function addedWords(own: Numerals, theirs: Numerals, times: readonly Span[], visible: string): Added[] {
  // Of larger numbers, the English may say a part in words and a part in figures: “2.5 million”.
  if (theirs.spelled.round.size > 0 && own.spelled.round.size > 0) return []
  const said = own.spelled.numbers.filter(({ value, isCardinal }) => isCardinal && value >= TELLING && value <= 20)
  if (said.length === 0) return []
  const known = new Set([...theirs.words, ...theirs.within, ...theirs.roman.keys()])
  for (const { value, readings } of theirs.figures)
    for (const each of [value, ...readings.flat()]) known.add(Number(each)).add(Number(each) + 12)
  const isKnown = (value: number): boolean => known.has(value) || isSaid(value, visible) || (times.length > 0 && value <= 12)
  return said.filter(({ value }) => !isKnown(value)).map(({ value, start, end }) => ({ value: String(value), start, end, isFigure: false }))
}

/** True if a text has a number in words or Roman numerals. For thousands, a word for a thousand is enough. */
function isSpelled(value: number, numerals: Numerals): boolean {
  return isWhole(value, numerals) || (value > 0 && value % 1000 === 0 && numerals.spelled.round.has(1000))
}

function isWhole(value: number, { words, roman, within, spelled }: Numerals): boolean {
  return words.has(value) || roman.has(value) || within.has(value) || spelled.round.has(value)
}

function isInDay({ start }: Figure, days: readonly Day[]): boolean {
  return days.some((day) => start >= day.start && start < day.end)
}
