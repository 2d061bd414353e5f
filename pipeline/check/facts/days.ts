import { mayNameMonth, monthExpression, monthNumber } from '../../language/months.ts'
import type { Tag } from '../../model.ts'

/** A day of a month, or a month by itself. */
export interface Day {
  readonly day: number | undefined
  readonly month: number
  /** Whether the two may stand the other way about: 6/7/2018 in English. */
  readonly isEitherWay?: boolean
  readonly start: number
  readonly end: number
}

const NUMERIC_DATE = /(?<!\d)(\d{1,2})[./]\s?(\d{1,2})[./]\s?(\d{4})(?!\d)|(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/gu

/** The days that a text names, in words or in figures. */
export function daysIn(tag: Tag, visible: string): Day[] {
  return [...writtenDays(tag, visible), ...numericDays(tag, visible)]
}

function numericDays(tag: Tag, visible: string): Day[] {
  return [...visible.matchAll(NUMERIC_DATE)].map((match) => {
    const [day, month] = (match[4] === undefined ? [match[1], match[2]] : [match[6], match[5]]).map(Number) as [number, number]
    const place = { start: match.index, end: match.index + match[0].length }
    if (tag !== 'en' || !match[0].includes('/')) return { day, month, ...place }
    return month > 12 ? { day: month, month: day, ...place } : { day, month, isEitherWay: day <= 12, ...place }
  })
}

const expressions: Partial<Record<Tag, readonly RegExp[]>> = {}

/** What stands between two days, „1 deri më 5 mars“, and what may follow it. */
const AND = '(?:and|or|to|till|until|through|dhe|e|ose|apo|deri|gjer|и|или|до|па до|заклучно со|закључно са|i|ili|do|pa do|zaključno sa)'
const ARTICLE = '(?:[\\s\\u00A0](?:the|më|në|datën?|ден|дана|dana)){0,2}'
const ENDING = '(?:st|nd|rd|th|-\\p{L}{1,4})?\\.?'

/** “6 June”, “6 and 7 June”, “6–7 June”, “June 6”, “June 2018”. */
function writtenDays(tag: Tag, visible: string): Day[] {
  const month = monthExpression(tag)
  // Months begin with a capital in English alone; a search that ignores case costs far more.
  const text = tag === 'en' ? visible : lowerCase(visible)
  if (!mayNameMonth(tag, text)) return []
  const [before, after, alone] = (expressions[tag] ??= [
    new RegExp(
      `(?<!\\d)(\\d{1,2})${ENDING}(?:[\\s\\u00A0]?(?:[–—-]|${AND}${ARTICLE})[\\s\\u00A0]?(\\d{1,2})${ENDING})?(?:\\s+of)?[\\s\\u00A0]+${month}(?!\\p{L})`,
      'gu',
    ),
    new RegExp(
      `(?<!\\p{L})${month}[\\s\\u00A0]+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:\\s?(?:[–—-]|and|to|through)\\s?(\\d{1,2})(?:st|nd|rd|th)?(?!\\d))?`,
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
