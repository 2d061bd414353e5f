import { formatsFor } from '../../language/formats.ts'
import { monthExpression, monthNumber } from '../../language/months.ts'
import type { Tag } from '../../model.ts'
import type { TranslationRule } from '../rule.ts'
import { numeralsOf, type Day } from './numerals.ts'

/** Days and months that a translation changed. */
export const dates: TranslationRule = {
  id: 'dates',
  looksAt: 'translation',
  severity: 'error',
  meaning: 'a date is another than in the English',
  example: { bad: '6 June 2018 → 6 korrik 2018', good: '6 June 2018 → 6 qershor 2018' },
  find: ({ tag, prose, english }) => {
    const theirs = numeralsOf('en', english)
    const own = numeralsOf(tag, prose)
    if (theirs.days.length === 0) return []
    const months = new Set(own.days.map(({ month }) => month))
    const wrong = own.days.filter((day) => !theirs.days.some((other) => isSame(day, other)))
    const lost = theirs.days.filter(
      (day) =>
        !own.days.some((other) => isSame(day, other)) &&
        !(day.day === undefined && namesMonth(tag, prose.visible, day.month)) &&
        !(months.has(day.month) && own.figures.some(({ value }) => value === String(day.day))),
    )
    if (lost.length === 0 && wrong.length === 0) return []
    const [at] = wrong
    return [
      {
        message: 'The translation does not have the date of the English.',
        found: wrong.length > 0 ? wrong.map((day) => nameOf(tag, day)).join(', ') : undefined,
        expected: (lost.length > 0 ? lost : theirs.days).map((day) => nameOf(tag, day)).join(', '),
        remedy: 'Put the day and the month right.',
        start: at?.start,
        end: at?.end,
      },
    ]
  },
}

function isSame(a: Day, b: Day): boolean {
  return a.month === b.month && (a.day === b.day || a.day === undefined || b.day === undefined)
}

/** Whether a month is named, be it without a year. */
function namesMonth(tag: Tag, visible: string, month: number): boolean {
  return [...visible.toLowerCase().matchAll(new RegExp(`(?<!\\p{L})${monthExpression(tag)}(?!\\p{L})`, 'gu'))].some(
    ([name]) => monthNumber(tag, name) === month,
  )
}

function nameOf(tag: Tag, { day, month }: Day): string {
  const date = new Date(Date.UTC(2000, month - 1, day ?? 1))
  return formatsFor(tag).formatDate(date, { month: 'long', ...(day !== undefined && { day: 'numeric' }) })
}
