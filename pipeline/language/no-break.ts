import type { Tag } from '../model/language.ts'
import { mayNameMonth, monthNumber } from './months.ts'
import type { Pack } from './pack.ts'
import { ofPack } from './registry.ts'
import { typographyOf } from './typography.ts'

/**
 * The offsets of the spaces at which a line must not end, in order: after a title or an initial, between a number and
 * its unit, between a day and its month. (A rule for words of one letter is in no orthography of these languages.)
 */
export function noBreakPlaces(tag: Tag, text: string): number[] {
  const places = new Set<number>()
  for (const { needs, expression, allows } of rowsFor(tag)) {
    if (!needs(text)) continue
    for (const match of text.matchAll(expression)) if (!allows || allows(match[2]!)) places.add(match.index + match[1]!.length)
  }
  return [...places].sort((a, b) => a - b)
}

interface Row {
  /** A quick look, for most texts have none of it. */
  readonly needs: (text: string) => boolean
  /** What stands before such a space is group 1, and the word after it, where that matters, group 2. */
  readonly expression: RegExp
  readonly allows?: (word: string) => boolean
}

const rowsFor = ofPack(({ tag }: Pack): readonly Row[] => {
  const { titles, units } = typographyOf(tag)
  return [
    // Initials: only before a name, so that a sentence that ends with a letter is left alone.
    { needs: (text) => /(?<=\p{Lu})\. /u.test(text), expression: /((?<![\p{L}\p{N}.])\p{Lu}\.) (?=\p{Lu}(?:\.|\p{Ll}{2}))/gu },
    {
      needs: (text) => titles.some((title) => text.includes(`${title} `)),
      expression: new RegExp(`((?<![\\p{L}\\p{N}])(?:${titles.map(escaped).join('|')})) (?=[\\p{Lu}\\p{N}])`, 'gu'),
    },
    {
      needs: (text) => /(?<=\d[.,]*) /.test(text),
      // A number begins where no other goes on: else each digit of a long one would be tried to its end.
      expression: new RegExp(`((?<![\\p{L}\\d]|\\d[.,])\\d[\\d.,]*) (?=(?:%|${units.map(escaped).join('|')})(?![\\p{L}\\d]))`, 'gu'),
    },
    {
      needs: (text) => /\d\.? /.test(text) && mayNameMonth(tag, text),
      expression: /((?<!\d)\d{1,2}\.?) (\p{L}+)/gu,
      allows: (word) => monthNumber(tag, word) !== undefined,
    },
    { needs: (text) => /[№§]/.test(text), expression: /((?<!\p{L})[№§]) (?=\d)/gu },
  ]
})

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
