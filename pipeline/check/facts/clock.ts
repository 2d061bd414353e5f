import { numberWord } from '../../language/number-words.ts'
import { clockWords } from '../../language/clock.ts'
import { ofPack } from '../../language/registry.ts'
import type { Tag } from '../../model/language.ts'

/** A time of day. `minutes` are its possible readings since midnight: “5:30” in the afternoon is 330 or 1050. */
export interface Time {
  readonly minutes: readonly number[]
  readonly start: number
  readonly end: number
}

const HALF_DAY = 12 * 60
const ENGLISH =
  /(?<![\d.,:])(\d{1,2})(?:[:.]([0-5]\d))?(?!\d|[:.]\d)(?:[ \u00A0]?(a\.?m\b\.?|p\.?m\b\.?|o[’']clock|hours|hrs|h\b)|(?<=:\d\d))/giu
const MILITARY = /(?<![\d.,:])([01]\d|2[0-4])([0-5]\d)[ \u00A0]?(?:hours|hrs|h)\b/giu
/** The first time of a span, of whose half of the day only the second speaks: “5–7 pm”. */
const SPAN = /(?<![\d.,:])(\d{1,2})(?:[:.]([0-5]\d))?[ \u00A0]?(?:[–—-]|to|and|or|till|until)[ \u00A0]?$/iu
const SAID = /\b(noon|midday|midnight)\b|\b(half past|quarter past|quarter to)\s+(\p{L}+|\d{1,2})\b|\b(\p{L}+) o[’']clock/giu
/** Times in figures. */
const writtenExpression = ofPack(
  ({ tag }) => new RegExp(`(?<![\\d.,:])(\\d{1,2})${clockWords(tag).separator}([0-5]\\d)(?!\\d|[.,:]\\d)`, 'gu'),
)

/** Signs of a time. Most texts have none. */
const SUSPICIOUS = /\d[ \u00A0]?[aphoAPHO]|\d:\d|clock|noon|mid(?:day|night)|half past|quarter (?:past|to)/

/** The times of an English text. */
export function englishTimes(visible: string): Time[] {
  if (!SUSPICIOUS.test(visible)) return []
  const times: Time[] = []
  const add = (hour: number, minute: number, start: number, end: number, half?: 'am' | 'pm'): void => {
    if (hour > 24 || (half && (hour > 12 || hour === 0))) return
    times.push({ minutes: minutesOf(hour, minute, half), start, end })
  }
  for (const { 0: text, 1: hour, 2: minute, 3: suffix, index } of visible.matchAll(ENGLISH)) {
    const half = /^p/i.test(suffix ?? '') ? 'pm' : /^a/i.test(suffix ?? '') ? 'am' : undefined
    add(Number(hour), Number(minute ?? 0), index, index + text.length, half ?? (/^o/i.test(suffix ?? '') ? 'pm' : undefined))
    const span = half && SPAN.exec(visible.slice(Math.max(0, index - 16), index))
    if (span) add(Number(span[1]), Number(span[2] ?? 0), index - span[0].length, index, half)
  }
  for (const { 0: text, 1: hour, 2: minute, index } of visible.matchAll(MILITARY))
    add(Number(hour), Number(minute), index, index + text.length)
  for (const { 0: text, 1: name, 2: part, 3: said, 4: whole, index } of visible.matchAll(SAID)) {
    const end = index + text.length
    if (name) times.push({ minutes: /night/i.test(name) ? [0, 2 * HALF_DAY, HALF_DAY] : [HALF_DAY], start: index, end })
    const hour = Number(said ?? NaN) || numberWord('en', (said ?? whole ?? '').toLowerCase())?.value
    if (name || hour === undefined) continue
    const minute = part === undefined ? 0 : /half/i.test(part) ? 30 : /past/i.test(part) ? 15 : -15
    times.push({ minutes: [hour * 60 + minute, ((hour % 12) + 12) * 60 + minute], start: index, end })
  }
  return times
}

/** Readings of an hour in minutes. In the afternoon a translation may say 5 or 17. */
function minutesOf(hour: number, minute: number, half: 'am' | 'pm' | undefined): number[] {
  if (half === undefined) return [hour * 60 + minute]
  const early = (hour % 12) * 60 + minute
  if (half === 'am') return hour === 12 ? [early, early + HALF_DAY, early + 2 * HALF_DAY] : [early]
  return hour === 12 ? [early + HALF_DAY] : [early + HALF_DAY, early]
}

/** The times in figures of a translation. */
export function writtenTimes(tag: Tag, visible: string): Time[] {
  const { later } = clockWords(tag)
  return [...visible.matchAll(writtenExpression(tag))].flatMap(({ 0: text, 1: hour, 2: minute, index }) => {
    if (Number(hour) > 24) return []
    const end = index + text.length
    const isLater = later.test(visible.slice(Math.max(0, index - 24), end + 24))
    const own = Number(hour) * 60 + Number(minute)
    return [{ minutes: isLater && own < HALF_DAY ? [own, own + HALF_DAY] : [own], start: index, end }]
  })
}
