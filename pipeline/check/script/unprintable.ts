import { unprintablePlaces } from '../../language/printable.ts'
import { THING } from '../prose.ts'
import type { TextRule } from '../rule.ts'

/** Characters that no face of the print has: the print of the whole edition would fail on one of them. */
export const unprintable: TextRule = {
  id: 'unprintable',
  looksAt: 'text',
  severity: 'error',
  meaning: 'no face of the print has this character: an emoji, an arrow, a letter of another script',
  example: { bad: 'Tirana → Prishtina', good: 'nga Tirana në Prishtinë' },
  find: ({ kind, prose: { visible } }) => {
    // What a picture shows is read aloud, and not printed.
    const places = kind === 'alternative' ? [] : unprintablePlaces(visible).filter(({ start }) => visible[start] !== THING)
    return places.map(({ start, end }) => {
      const sign = visible.slice(start, end)
      return {
        message: 'No face of the print has this character, so that the edition could not be printed.',
        found: `${sign} (${Array.from(sign, (each) => `U+${each.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`).join(' ')})`,
        expected: 'letters, digits and signs of Latin and Cyrillic texts',
        remedy: 'Write it in words, in the letters of this language, or with another sign.',
        start,
        end,
      }
    })
  },
}
