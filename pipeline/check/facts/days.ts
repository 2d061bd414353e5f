import { mayNameMonth, monthNumber, shortMonth } from '../../language/months.ts'
import { NOTHING, type Pack } from '../../language/pack.ts'
import { ofPack } from '../../language/registry.ts'
import type { Tag } from '../../model/language.ts'

/** A day of a month, or a month by itself. */
export interface Day {
  readonly day: number | undefined
  readonly month: number
  /** True if day and month may be swapped: 6/7/2018 in English. */
  readonly isEitherWay?: boolean
  readonly start: number
  readonly end: number
}

const NUMERIC_DATE =
  /(?<!\d)(\d{1,2})[./]\s?(\d{1,2})[./]\s?(\d{4})(?!\d)|(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)|(?<![\d-])(0?[1-9]|[12]\d|3[01])-(0?[1-9]|1[0-2])-([12]\d{3})(?![\d-])/gu

/** The figures of a day. Most texts have none. */
const DAY = /(?<!\d)\d{1,2}(?!\d)/

/** The days that a text names, in words or in figures. */
export function daysIn(tag: Tag, visible: string): Day[] {
  const written = writtenDays(tag, visible)
  if (!DAY.test(visible)) return written
  return [...written, ...shortDays(tag, visible), ...romanDays(visible), ...numericDays(tag, visible)]
}

/** “31 Jan 2021”, „31 јан.“, “24–27 Aug. 2005”; “Jan 31”, “Aug. 24 to 27” */
const shortOf = ofPack(({ tag, ...pack }): readonly RegExp[] => {
  const between = `[\\s\\u00A0]?(?:[–—-]|${betweenDays(pack)})[\\s\\u00A0]?`
  const last = /(?<name>\p{L}{3,4})(?:\.|(?=[\s\u00A0]\d{4}(?!\d)))/u.source
  const after = new RegExp(`(?<!\\d)(?:(?<other>\\d{1,2})\\.?${between})?(?<day>\\d{1,2})(?:\\.|st|nd|rd|th)?[\\s\\u00A0]${last}`, 'gu')
  const day = (name: string): string => `(?<${name}>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:.]\\d|\\d)`
  const first = new RegExp(`(?<!\\p{L})(?<name>\\p{Lu}\\p{Ll}{2,3})\\.?[\\s\\u00A0]${day('day')}(?:${between}${day('other')})?`, 'gu')
  return tag === 'en' ? [after, first] : [after]
})

/** The days with a month’s name cut short. */
function shortDays(tag: Tag, visible: string): Day[] {
  const matches = shortOf(tag).flatMap((expression) => [...visible.matchAll(expression)])
  return matches.flatMap((match) => {
    const { day, other, name } = match.groups!
    const month = monthNumber(tag, name!) === undefined ? shortMonth(tag, name!) : undefined
    if (month === undefined) return []
    const place = { start: match.index, end: match.index + match[0].length }
    return [day, other].flatMap((each) => (each === undefined ? [] : [{ day: Number(each), month, ...place }]))
  })
}

/** „7. IV. 1990.“ */
const ROMAN = /(?<!\d)(\d{1,2})\.?\s?(IX|IV|V?I{1,3}|V|X|XI{1,2})\.?\s?[12]\d{3}(?!\d)/gu
const ROMAN_MONTHS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

/** The days with a month in Roman numerals. */
function romanDays(visible: string): Day[] {
  return [...visible.matchAll(ROMAN)].map(({ 0: text, 1: day, 2: month, index }) => {
    return { day: Number(day), month: ROMAN_MONTHS.indexOf(month!) + 1, start: index, end: index + text.length }
  })
}

function numericDays(tag: Tag, visible: string): Day[] {
  return [...visible.matchAll(NUMERIC_DATE)].map((match) => {
    const [day, month] = [match[1] ?? match[6] ?? match[7], match[2] ?? match[5] ?? match[8]].map(Number) as [number, number]
    const place = { start: match.index, end: match.index + match[0].length }
    // The form of English stands as it was copied: 12/31/2002.
    if (tag !== 'en' && month > 12) return { day: month, month: day, ...place }
    if (tag !== 'en' || (!match[0].includes('/') && match[7] === undefined)) return { day, month, ...place }
    return month > 12 ? { day: month, month: day, ...place } : { day, month, isEitherWay: day <= 12, ...place }
  })
}

/** The form of English, which translators take over with the date: „qershor 6, 2018“, „decembra 30., 1899.“; only with a year. */
const MONTH_FIRST = /^[\s\u00A0]+(\d{1,2})\.?,?[\s\u00A0]+(?=[12]\d{3}(?!\d))/u

const ENDING = '(?:st|nd|rd|th|-\\p{L}{1,4})?\\.?'
/** Expressions for the text around a month’s name. */
interface Beside {
  /** “6 ”, “6 and 7 ”, “6–7 ”, „1 deri më 5 “; or „6“, of „6јуни“ */
  readonly before: RegExp
  /** “ 6”, “ 6 and 7” */
  readonly after: RegExp
  /** “ 2018”, „ të vitit 2018“ */
  readonly year: RegExp
}

/** Expression for what a language says between two days, with what may precede the second: „deri më“. */
function betweenDays({ dates, numbers }: Pick<Pack, 'dates' | 'numbers'>): string {
  return `(?:${dates?.between ?? numbers?.and ?? NOTHING})(?:[\\s\\u00A0](?:${dates?.articles ?? NOTHING})){0,2}`
}

/** Expressions for what a language says beside a month. Its words for “and” are its own: Albanian “i” joins no days. */
const besideMonth = ofPack(({ dates, numbers }): Beside => {
  const between = betweenDays({ dates, numbers })
  return {
    before: new RegExp(
      `(?<!\\d)(\\d{1,2})${ENDING}(?:[\\s\\u00A0]?(?:[–—-]|${between})[\\s\\u00A0]?(\\d{1,2})${ENDING})?(?:\\s+(?:${dates?.of ?? NOTHING}))?[\\s\\u00A0]*$`,
      'u',
    ),
    after: new RegExp(
      `^[\\s\\u00A0]+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:\\s?(?:[–—-]|${between})\\s?(\\d{1,2})(?:st|nd|rd|th)?(?!\\d))?`,
      'u',
    ),
    year: new RegExp(`^[\\s\\u00A0]+(?:\\p{L}{1,3}[\\s\\u00A0]+)?(?:(?:${dates?.year ?? NOTHING})[\\s\\u00A0]+)?(?=\\d{4})`, 'u'),
  }
})

/** No day with all that may belong to it takes more. */
const LONGEST = 60

const WORD = /\p{L}+/gu

/** “6 June”, “6 and 7 June”, “6–7 June”, “June 6”, “June 2018”. */
function writtenDays(tag: Tag, visible: string): Day[] {
  // Months begin with a capital in English alone.
  const text = tag === 'en' ? visible : lowerCase(visible)
  if (!mayNameMonth(tag, text)) return []
  return [...text.matchAll(WORD)].flatMap(({ 0: name, index }) => {
    const month = tag === 'en' && name[0] !== name[0]!.toUpperCase() ? undefined : monthNumber(tag, name)
    return month === undefined ? [] : daysAround(tag, text, month, index, index + name.length)
  })
}

/** The days of the month whose name stands there. */
function daysAround(tag: Tag, text: string, month: number, start: number, end: number): Day[] {
  const beside = besideMonth(tag)
  const reading = beside.before.exec(text.slice(Math.max(0, start - LONGEST), start))
  // English has no point after a day: “Sunday is day number 1. June 14 was a Wednesday.”
  const before = tag === 'en' && reading?.[0].includes('.') ? null : reading
  const rest = text.slice(end, end + LONGEST)
  const after = before ? null : (tag === 'en' ? beside.after : MONTH_FIRST).exec(rest)
  const [found, first, last] = before ?? after ?? beside.year.exec(rest) ?? []
  if (found === undefined) return []
  const place = before ? { start: start - found.length, end } : { start, end: end + found.length }
  const days = [first, last].flatMap((day) => (day === undefined ? [] : [{ day: Number(day), month, ...place }]))
  return days.length > 0 ? days : [{ day: undefined, month, ...place }]
}

/** In lower case, as long as before: offsets must hold. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase()
  return lower.length === text.length ? lower : text
}
