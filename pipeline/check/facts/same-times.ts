import { clockWords } from '../../language/clock.ts'
import { numberWord } from '../../language/number-words.ts'
import { SOURCE_TAG, type Tag } from '../../model/language.ts'
import type { Prose } from '../prose.ts'
import { englishTimes, writtenTimes, type Time } from './clock.ts'
import type { Span } from './copied-numbers.ts'
import type { Numerals } from './numerals.ts'

const known = new WeakMap<Prose, readonly Time[]>()

/** The times of the source, which is asked for each of its translations. */
function timesOf(source: Tag, prose: Prose): readonly Time[] {
  const times = known.get(prose) ?? (source === SOURCE_TAG ? englishTimes(prose.visible) : writtenTimes(source, prose.visible))
  known.set(prose, times)
  return times
}

/**
 * The times of day that a translation says as the English does, in both, in twelve hours or in twenty-four, in figures or
 * in words: “5:30 pm”, 17.30, „пола шест“.
 */
export function sameTimes(
  tag: Tag,
  source: Tag,
  english: Prose,
  prose: Prose,
  own: Numerals,
): { readonly theirs: Span[]; readonly own: Span[] } {
  const same: ReturnType<typeof sameTimes> = { theirs: [], own: [] }
  const times = timesOf(source, english)
  if (times.length === 0) return same
  const written = writtenTimes(tag, prose.visible)
  const matched: Time[] = []
  for (const time of times) {
    const isIt = ({ minutes }: Time): boolean => minutes.some((minute) => time.minutes.includes(minute))
    const at = written.findIndex(isIt)
    const [match] = at >= 0 ? written.splice(at, 1) : []
    if (match) matched.push(match)
    // English says one time in two ways: “14:00 (2:00 PM)”.
    const spoken = match ?? (matched.some(isIt) || hourOf(time, own, same.own, isHalfBefore(tag, prose.visible)))
    if (!spoken) continue
    same.theirs.push(time)
    if (spoken !== true) same.own.push(spoken)
  }
  return same
}

/** The figure that says the hour, or whether a word does; the minutes must be none, or be said as a part of the hour. */
function hourOf({ minutes }: Time, own: Numerals, taken: readonly Span[], isHalfTo: boolean): Span | true | undefined {
  const past = (minutes[0]! + 60) % 60
  if (past !== 0 && !(past === 30 ? own.hasHalf : past % 15 === 0 && own.hasQuarter)) return undefined
  const hours = minutes.flatMap((minute) => {
    const hour = Math.floor(minute / 60)
    if (past === 30) return [isHalfTo ? hour + 1 : hour]
    return past === 0 ? [hour] : [hour, hour + 1]
  })
  const figure = own.figures.find(({ value, start }) => hours.includes(Number(value)) && !taken.some((span) => span.start === start))
  if (figure) return figure
  return hours.some((hour) => own.words.has(hour) || own.words.has(hour % 12)) || undefined
}

/** True if a half stands directly before a number: „пола шест“ is half past five, „pesë e gjysmë“ too. */
function isHalfBefore(tag: Tag, visible: string): boolean {
  const half = clockWords(tag).half.exec(visible)
  if (!half) return false
  const [, next] = /^\p{L}*[ \u00A0]([\p{L}\d]+)/u.exec(visible.slice(half.index + half[0].length)) ?? []
  return next !== undefined && (/^\d/.test(next) || numberWord(tag, next.toLowerCase()) !== undefined)
}
