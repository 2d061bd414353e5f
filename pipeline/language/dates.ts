import type { Tag } from '../model/language.ts'
import { monthNames } from './months.ts'
import type { Pack } from './pack.ts'
import { ofPack, packOf } from './registry.ts'

const NO_BREAK_SPACE = '\u00A0'

/** A day as the language writes it by itself: “6 qershor 2018”, „6. јун 2018.“. Days do not part from months. `date` is ISO 8601. */
export function formatDay(tag: Tag, date: string): string {
  return join(dayParts(tag, date))
}

/**
 * From one day to another. Built here, not by `Intl.DateTimeFormat.formatRange`: CLDR 48 zero-pads Serbian and
 * keeps the first dot (“06.–07. јун 2018.”), where the Pravopis writes “6–7. јун 2018.”, and spaces the dash in
 * Albanian, Macedonian and English.
 */
export function formatDays(tag: Tag, start: string, end: string): string {
  if (start === end) return formatDay(tag, start)
  const [first, last] = [dayParts(tag, start), dayParts(tag, end)]
  if (start.slice(0, 7) === end.slice(0, 7)) {
    const firstDay = first.find((part) => part.type === 'day')!.value
    return join(last.map((part) => (part.type === 'day' ? { ...part, value: `${firstDay}–${part.value}` } : part)))
  }
  const sameYear = start.slice(0, 4) === end.slice(0, 4)
  const opening = sameYear ? first.slice(0, first.findIndex((part) => part.type === 'month') + 1) : first
  return `${join(opening)} – ${join(last)}`
}

/** A day in figures as the language writes it; nothing where its pack does not say. */
export function numericDate(tag: Tag, day: number, month: number, year: string): string | undefined {
  return packOf(tag).dates?.numeric?.replace('{day}', String(day)).replace('{month}', String(month)).replace('{year}', year)
}

/** The short form for narrow places: day and month. */
export function formatDayAndMonth(tag: Tag, date: string): string {
  const parts = dayParts(tag, date)
  return join(parts.slice(0, parts.findIndex((part) => part.type === 'month') + 1))
}

function dayParts(tag: Tag, date: string): Intl.DateTimeFormatPart[] {
  const { dates } = packOf(tag)
  if (dates?.form !== undefined) return partsOf(dates.form, date, monthNames(tag))
  return formatOf(tag).formatToParts(new Date(`${date}T00:00:00Z`))
}

const formatOf = ofPack(({ locale }: Pack) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })) // prettier-ignore

/** The parts of a day in a form such as {day} {month} {year}. */
function partsOf(form: string, date: string, months: readonly string[]): Intl.DateTimeFormatPart[] {
  const [year, month, day] = date.split('-') as [string, string, string]
  const values = { day: String(Number(day)), month: months[Number(month) - 1]!, year }
  return form.split(/\{(day|month|year)\}/).flatMap((part, index): Intl.DateTimeFormatPart[] => {
    if (index % 2 === 0) return part === '' ? [] : [{ type: 'literal', value: part }]
    const type = part as keyof typeof values
    return [{ type, value: values[type] }]
  })
}

/** Joins the parts with no-break spaces but for the one before the year, where a line may end. */
function join(parts: readonly Intl.DateTimeFormatPart[]): string {
  return parts
    .map(({ type, value }, index) =>
      type === 'literal' && parts[index + 1]?.type !== 'year' ? value.replace(/[\s\u202F]/u, NO_BREAK_SPACE) : value,
    )
    .join('')
}
