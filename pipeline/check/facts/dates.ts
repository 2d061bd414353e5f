import { formatsFor } from '../../language/formats.ts'
import { monthExpression, monthNumber } from '../../language/months.ts'
import type { Tag } from '../../model/language.ts'
import type { Translation, TranslationRule } from '../rule.ts'
import type { Day } from './days.ts'
import { numeralsOf, type Numerals } from './numerals.ts'
import { otherWeekdays } from './weekdays.ts'

/** Days, months and days of the week that a translation changed. */
export const dates: TranslationRule = {
  id: 'dates',
  looksAt: 'translation',
  severity: 'error',
  meaning: 'a date is another than in the source',
  example: { bad: '6 June 2018 → 6 korrik 2018', good: '6 June 2018 → 6 qershor 2018' },
  find: (translation) => {
    const { tag, prose, english } = translation
    const { theirs, lost, wrong } = compareDays(translation)
    if (lost.length === 0 && wrong.length === 0) return otherWeekdays(translation)
    const [at] = wrong
    // A date that stands as the source writes it may be quoted.
    const isCopied = wrong.length === 0 && lost.every(({ start, end }) => prose.visible.includes(english.visible.slice(start, end)))
    return [
      {
        message: isCopied ? 'A date stands in the language of the source.' : 'The translation does not have the date of the source.',
        severity: isCopied ? 'warning' : undefined,
        found: wrong.length > 0 ? wrong.map((day) => nameOf(tag, day)).join(', ') : undefined,
        expected: (lost.length > 0 ? lost : theirs).map((day) => nameOf(tag, day)).join(', '),
        remedy: 'Write the day and the month of the source, as the language writes them.',
        start: at?.start,
        end: at?.end,
      },
    ]
  },
}

/** Days of the English (`theirs`), days missing from the translation (`lost`), and days that only the translation has (`wrong`). */
export function compareDays({ tag, prose, english, sourceTag }: Translation): Record<'theirs' | 'lost' | 'wrong', readonly Day[]> {
  const theirs = numeralsOf(sourceTag, english)
  const own = numeralsOf(tag, prose, english)
  if (theirs.days.length === 0) return { theirs: [], lost: [], wrong: [] }
  const months = new Set(own.days.map(({ month }) => month))
  const wrong = own.days.filter((day) => !theirs.days.some((other) => isSame(day, other)))
  const lost = theirs.days.filter(
    (day) =>
      !own.days.some((each) => isSame(each, day)) &&
      !(day.day === undefined && namesMonth(tag, own.visible, day.month)) &&
      !(isDaySpelled(day, own) && namesMonth(tag, own.visible, day.month)) &&
      !(months.has(day.month) && own.figures.some(({ value }) => value === String(day.day))),
  )
  return { theirs: theirs.days, lost, wrong }
}

function isSame(own: Day, other: Day): boolean {
  if (other.isEitherWay && own.month === other.day && own.day === other.month) return true
  return own.month === other.month && (own.day === other.day || own.day === undefined || other.day === undefined)
}

/** True if the day is said by a word: „първи януари“. */
function isDaySpelled({ day }: Day, { words, within }: Numerals): boolean {
  return day !== undefined && (words.has(day) || within.has(day))
}

/** True if a month is named, even without a year. */
function namesMonth(tag: Tag, visible: string, month: number): boolean {
  return [...visible.toLowerCase().matchAll(new RegExp(`(?<!\\p{L})${monthExpression(tag)}(?!\\p{L})`, 'gu'))].some(
    ([name]) => monthNumber(tag, name) === month,
  )
}

function nameOf(tag: Tag, { day, month }: Day): string {
  const date = new Date(Date.UTC(2000, month - 1, day ?? 1))
  return formatsFor(tag).formatDate(date, { month: 'long', ...(day !== undefined && { day: 'numeric' }) })
}
