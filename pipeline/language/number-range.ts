import type { Tag } from '../model/language.ts'
import { monthExpression } from './months.ts'
import { typographyOf } from './typography.ts'

/** An acronym before a number, as in “ISSN 2049-3630”. */
const ACRONYM = /\p{Lu}{2,}[.:]?\s*$/u
/** As far as the words on either side of two numbers are read. */
const NEAR = 24

/** Two numbers with a hyphen between, where they stand in a text. */
export interface TwoNumbers {
  readonly text: string
  readonly index: number
  /** The numbers and what stands between, as they are written. */
  readonly found: string
  readonly from: string
  readonly to: string
}

/** True if two numbers are surely a range: of years, of days, of pages, of a percentage. “2-34” alone may be the number of a room. */
export function isSureRange(tag: Tag, numbers: TwoNumbers): boolean {
  if (!mayBeRange(tag, numbers)) return false
  const areYears = [numbers.from, numbers.to].every((year) => /^(?:1[5-9]|20)\d\d$/.test(year))
  return areYears || areDays(tag, numbers) || typographyOf(tag).ranged.test(before(numbers)) || /^\.?[ \u00A0]?[%€$]/u.test(after(numbers))
}

/** Days beside the name of a month, which is written as the language writes it: “6-7 June”, “June 6-7”, but not “6-7 may”. */
function areDays(tag: Tag, numbers: TwoNumbers): boolean {
  const month = monthExpression(tag)
  return (
    Number(numbers.to) <= 31 &&
    (new RegExp(`^\\.?[ \\u00A0]${month}(?!\\p{L})`, 'u').test(after(numbers)) ||
      new RegExp(`(?<!\\p{L})${month}[ \\u00A0]$`, 'u').test(before(numbers)))
  )
}

/** The same, or numbers of a noun that follows: 6-7 people. A verb may follow a number that is none: “block 2-34 has”. */
export function isLikelyRange(tag: Tag, numbers: TwoNumbers): boolean {
  return isSureRange(tag, numbers) || (mayBeRange(tag, numbers) && /^\.?[ \u00A0]\p{Ll}{3}/u.test(after(numbers)))
}

function mayBeRange(tag: Tag, numbers: TwoNumbers): boolean {
  const { from, to } = numbers
  // Part of a phone’s number: (877) 472-6716, 044 123-456.
  if (/(?:\(\d{2,4}\)\s*|\d[ \u00A0])$/.test(before(numbers))) return false
  if (Number(from) >= Number(to) || /^0\d/.test(from) || /^0\d/.test(to) || ACRONYM.test(before(numbers))) return false
  return !typographyOf(tag).numbered.test(before(numbers))
}

function before({ text, index }: TwoNumbers): string {
  return text.slice(Math.max(0, index - NEAR), index)
}

function after({ text, index, found }: TwoNumbers): string {
  return text.slice(index + found.length, index + found.length + NEAR)
}
