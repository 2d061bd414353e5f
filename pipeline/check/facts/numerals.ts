import { mayNameMonth, monthExpression, monthNumber } from '../../language/months.ts'
import type { Tag } from '../../model.ts'
import type { Prose } from '../prose.ts'
import { spelledNumbers, type SpelledNumbers } from './spelled.ts'

/** A number in figures. `value` has no separators: 1,234.5 and 1.234,5 are one. */
export interface Figure {
  readonly value: string
  /** What else it may say: 1,2 may be a list, “100 mijë” is 100,000, the 1990s are the nineties. */
  readonly readings: readonly (readonly string[])[]
  readonly start: number
  readonly end: number
}

/** A day of a month, or a month by itself. */
export interface Day {
  readonly day: number | undefined
  readonly month: number
  readonly start: number
  readonly end: number
}

interface Numerals {
  readonly figures: readonly Figure[]
  readonly spelled: SpelledNumbers
  /** Values of Roman numerals. */
  readonly roman: ReadonlySet<number>
  /** Values of the numbers in words. */
  readonly words: ReadonlySet<number>
  readonly days: readonly Day[]
}

/** A comma parts thousands in English, and otherwise items: “1,2 or 3” are three figures there. */
const ENGLISH = /(?<![\p{L}\d])(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)*)(?!\d|\p{Lu}(?!\d))/gu
const FIGURE = /(?<![\p{L}\d])(?:\d{1,3}(?:[\u00A0\u202F ]\d{3})+(?!\d)|\d+(?:[.,]\d+)*)(?!\d|\p{Lu}(?!\d))/gu
const NUMERIC_DATE = /(?<!\d)(\d{1,2})[./]\s?(\d{1,2})[./]\s?(\d{4})(?!\d)|(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/gu

const read = new WeakMap<Prose, Numerals>()

/** The figures, number words and days of a text. */
export function numeralsOf(tag: Tag, prose: Prose): Numerals {
  const known = read.get(prose)
  if (known) return known
  const hasDigit = /\d/.test(prose.visible)
  const days = hasDigit ? [...writtenDays(tag, prose.visible), ...numericDays(prose.visible)] : []
  const spelled = spelledNumbers(tag, prose.words)
  const words = new Set(spelled.numbers.map(({ value }) => value))
  const numerals = { figures: hasDigit ? figuresIn(tag, prose.visible) : [], spelled, roman: romanNumbers(prose.visible), words, days }
  read.set(prose, numerals)
  return numerals
}

function figuresIn(tag: Tag, visible: string): Figure[] {
  return [...visible.matchAll(tag === 'en' ? ENGLISH : FIGURE)].flatMap(({ 0: text, index }) => {
    const parts = /^\d{1,2}\.\d{1,2}\.\d{4}$/.test(text) ? [...text.matchAll(/\d+/g)] : undefined
    if (parts) return parts.map((part) => figure(part[0], index + part.index, ''))
    return [figure(text, index, visible.slice(index + text.length, index + text.length + 12))]
  })
}

/** Leading zeros are the form of a date or an hour, not of the number. `after` is what follows it. */
function figure(text: string, start: number, after: string): Figure {
  const plain = (part: string): string => part.replace(/^0+(?=\d)/, '')
  const value = plain(text.replaceAll(/[.,\s]/g, ''))
  const readings: string[][] = []
  if (/[.,]/.test(text)) readings.push(text.split(/[.,\s]/).map(plain))
  if (THOUSAND.test(after)) readings.push([`${value}000`])
  if (/^s(?!\p{L})/u.test(after) && /^[12]\d\d0$/.test(value)) readings.push([value.slice(2)])
  return { value, readings, start, end: start + text.length }
}

const THOUSAND = /^[ \u00A0](?:thousand|mij|илјад|хиљад|hiljad)/u

const ROMAN = /(?<![\p{L}\p{N}])[IVX]+(?![\p{L}\p{N}])/gu
const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 }

function romanNumbers(visible: string): Set<number> {
  return new Set(
    [...visible.matchAll(ROMAN)].map(([text]) => {
      const values = Array.from(text, (sign) => ROMAN_VALUES[sign]!)
      return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0)
    }),
  )
}

function numericDays(visible: string): Day[] {
  return [...visible.matchAll(NUMERIC_DATE)].map((match) => {
    const [day, month] = match[4] === undefined ? [match[1], match[2]] : [match[6], match[5]]
    return { day: Number(day), month: Number(month), start: match.index, end: match.index + match[0].length }
  })
}

const expressions: Partial<Record<Tag, readonly RegExp[]>> = {}

/** What stands between two days. */
const AND = '(?:and|or|to|dhe|e|ose|deri|и|или|до|i|ili|do)'

/** “6 June”, “6 and 7 June”, “6–7 June”, “June 6”, “June 2018”. */
function writtenDays(tag: Tag, visible: string): Day[] {
  const month = monthExpression(tag)
  // Months begin with a capital in English alone; a search that ignores case costs far more.
  const text = tag === 'en' ? visible : lowerCase(visible)
  if (!mayNameMonth(tag, text)) return []
  const [before, after, alone] = (expressions[tag] ??= [
    new RegExp(
      `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|-\\p{L}{1,4})?\\.?(?:\\s?(?:[–—-]|${AND})\\s?(\\d{1,2})(?:st|nd|rd|th|-\\p{L}{1,4})?\\.?)?(?:\\s+of)?[\\s\\u00A0]+${month}(?!\\p{L})`,
      'gu',
    ),
    new RegExp(
      `(?<!\\p{L})${month}[\\s\\u00A0]+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:\\s?(?:[–—-]|and)\\s?(\\d{1,2})(?:st|nd|rd|th)?(?!\\d))?`,
      'gu',
    ),
    new RegExp(`(?<!\\p{L})${month}[\\s\\u00A0]+(?:\\p{L}{1,3}[\\s\\u00A0]+)?(?:vitit[\\s\\u00A0]+)?(?=\\d{4})`, 'gu'),
  ])
  const days: Day[] = []
  const add = (match: RegExpExecArray, name: string, first?: string, last?: string): void => {
    const number = monthNumber(tag, name)
    if (number === undefined) return
    const place = { month: number, start: match.index, end: match.index + match[0].length }
    if (first === undefined) days.push({ day: undefined, ...place })
    else days.push({ day: Number(first), ...place })
    if (last !== undefined) days.push({ day: Number(last), ...place })
  }
  for (const match of text.matchAll(before!)) add(match, match[3]!, match[1], match[2])
  if (tag === 'en') for (const match of text.matchAll(after!)) add(match, match[1]!, match[2], match[3])
  for (const match of text.matchAll(alone!)) {
    if (!days.some(({ start, end }) => match.index >= start && match.index < end)) add(match, match[1]!)
  }
  return days
}

/** In lower case, as long as before: offsets must hold. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase()
  return lower.length === text.length ? lower : text
}
