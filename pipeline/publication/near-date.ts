const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']

/**
 * The day that a person meant who wrote a date in another form, as ISO 8601 writes it: 31.05.2026, 31 May 2026, 2026-5-31.
 * Absent where it could be two days, as 05/06/2026, or none.
 */
export function nearDate(written: string): string | undefined {
  const text = written.trim().toLowerCase()
  const [, year, month, day] = /^(\d{4})[-./ ]+(\d{1,2})[-./ ]+(\d{1,2})(?:[t ]\d.*|\.)?$/.exec(text) ?? []
  if (year) return dayOf(year, month!, day!)
  const [, first, second, last] = /^(\d{1,2})[-./ ]+(\d{1,2})[-./ ]+(\d{4})\.?$/.exec(text) ?? []
  if (first) {
    const [asDay, asMonth] = [dayOf(last!, second!, first), dayOf(last!, first, second!)]
    // With full stops the day comes first, as in all languages of the region.
    return text.includes('.') || asMonth === undefined ? asDay : asDay === undefined || asDay === asMonth ? asMonth : undefined
  }
  const [, before, name, after, own] =
    /^(?:(\d{1,2})\.?(?:st|nd|rd|th)? )?([a-z]{3,9})\.? (?:(\d{1,2})(?:st|nd|rd|th)?,? )?(\d{4})$/.exec(text) ?? []
  const index = name ? MONTHS.findIndex((each) => each.startsWith(name)) : -1
  return index >= 0 && (before ?? after) ? dayOf(own!, String(index + 1), (before ?? after)!) : undefined
}

function dayOf(year: string, month: string, day: string): string | undefined {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return date.getUTCMonth() === Number(month) - 1 ? date.toISOString().slice(0, 10) : undefined
}
