import { unprintablePlaces } from '../../language/printable.ts'

/** The characters of a text that no face of the print has, each once. */
export function unprintableSigns(text: string): ReadonlySet<string> {
  return new Set(unprintablePlaces(text).map(({ start, end }) => text.slice(start, end)))
}

/** What to say of one of them. */
export function saidOf(sign: string): { message: string; found: string; expected: string; remedy: string } {
  const codes = Array.from(sign, (each) => `U+${each.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`).join(' ')
  return {
    message: 'No face of the print has this character, so that the edition could not be printed.',
    found: /\p{Cc}/u.test(sign) ? codes : `${sign} (${codes})`,
    expected: 'letters, digits and signs of Latin and Cyrillic texts',
    remedy: 'Write it in words, in the letters of this language, or with another sign.',
  }
}
