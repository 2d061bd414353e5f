import { narrowForm } from '../../language/full-width.ts'
import { plainForm } from '../../language/fancy-letters.ts'
import { unprintablePlaces, unspokenPlaces } from '../../language/printable.ts'

/** The characters and words of a text that no face of the print has, each once. */
export function unprintableSigns(text: string): ReadonlySet<string> {
  return new Set(unprintablePlaces(text).map(({ start, end }) => text.slice(start, end)))
}

const NO_GLYPH = 'No face of the print has this character: in the PDF the sign \uFFFD stands in its place.'

/** A word of another script is known by its first letters. */
const MOST_CODES = 3

/** The problem of one sign. */
export function saidOf(sign: string, message = NO_GLYPH): Said {
  const narrow = narrowForm(sign)
  if (narrow !== undefined) return saidOfWide(sign, narrow)
  const plain = plainForm(sign)
  return plain === undefined ? saidOfOther(sign, message) : saidOfFancy(sign, plain)
}

interface Said {
  readonly message: string
  readonly found: string
  readonly expected: string
  readonly remedy: string
}

function saidOfWide(sign: string, narrow: string): Said {
  return {
    message: 'This sign is as wide as a letter of Chinese or Japanese, whose keyboards write it; no face of the print has it.',
    found: `${sign} (${codesOf(sign)})`,
    expected: narrow === ' ' ? 'the space of the space bar' : narrow,
    remedy: 'Write the sign of this language in its place, with a space after it where one belongs.',
  }
}

function saidOfFancy(sign: string, plain: string): Said {
  return {
    message:
      'These signs look like letters, as pages for fancy text write them, and are none: no search finds the word, and no face of the print has them.',
    found: `${sign} (${codesOf(sign)})`,
    expected: plain,
    remedy: 'Type the word in usual letters; for strong text, write ** before it and after it.',
  }
}

function codesOf(sign: string): string {
  // The placeholder for code or an address is no sign of the text.
  const points = Array.from(
    sign.replaceAll(/\s?\uFFFC/g, ''),
    (each) => `U+${each.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
  )
  return points.length > MOST_CODES ? `${points.slice(0, MOST_CODES).join(' ')} …` : points.join(' ')
}

/** Signs that tell a machine something, such as the end of a line in a word processor, and none of which a person sees. */
const CONTROLS = /^\p{Cc}+$/u

function saidOfOther(sign: string, message: string): Said {
  if (CONTROLS.test(sign))
    return {
      message: 'A sign that nobody sees came along with a copied text: in the PDF the sign \uFFFD stands in its place.',
      found: codesOf(sign),
      expected: 'words, and spaces between them',
      remedy: 'Delete it, and write a space in its place where one belongs.',
    }
  return {
    message,
    found: unspokenPlaces(sign).length > 0 ? codesOf(sign) : `${sign} (${codesOf(sign)})`,
    expected: 'letters of Latin, Cyrillic or Greek, digits, and signs that are in common use',
    remedy: 'Write it in words, in the letters of this language, or with another sign.',
  }
}
