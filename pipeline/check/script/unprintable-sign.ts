import { unprintablePlaces } from '../../language/printable.ts'

/** The characters and words of a text that no face of the print has, each once. */
export function unprintableSigns(text: string): ReadonlySet<string> {
  return new Set(unprintablePlaces(text).map(({ start, end }) => text.slice(start, end)))
}

const NO_GLYPH = 'No face of the print has this character, so that the edition cannot be printed.'

/** Characters that mean nothing in a text: controls, and what Unicode gives no meaning. Metadata must not hold most of them (XML 1.0, 2.2). */
const UNSPOKEN = /(?![\t\n\r])[\p{Cc}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}]/u

/** The places of a text at which there is one of them. */
export function unspokenPlaces(text: string): { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(new RegExp(UNSPOKEN, 'gu'))].map(({ 0: sign, index }) => ({ start: index, end: index + sign.length }))
}

/** A word of another script is known by its first letters. */
const MOST_CODES = 3

/** What to say of one of them. */
export function saidOf(sign: string, message = NO_GLYPH): { message: string; found: string; expected: string; remedy: string } {
  const points = Array.from(sign, (each) => `U+${each.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`)
  const codes = points.length > MOST_CODES ? `${points.slice(0, MOST_CODES).join(' ')} …` : points.join(' ')
  return {
    message,
    found: UNSPOKEN.test(sign) ? codes : `${sign} (${codes})`,
    expected: 'letters of Latin, Cyrillic or Greek, digits, and signs that are in common use',
    remedy: 'Write it in words, in the letters of this language, or with another sign.',
  }
}
