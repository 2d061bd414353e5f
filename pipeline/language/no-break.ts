import type { Tag } from '../model.ts'
import { monthExpression } from './months.ts'
import { TYPOGRAPHY, UNITS } from './typography.ts'

/**
 * The offsets of the spaces at which a line must not end, in order: after a title or an initial, between a number and
 * its unit, between a day and its month. (A rule for words of one letter is in no orthography of these languages.)
 */
export function noBreakPlaces(tag: Tag, text: string): number[] {
  const places = new Set<number>()
  for (const expression of expressionsFor(tag)) for (const match of text.matchAll(expression)) places.add(match.index + match[1]!.length)
  return [...places].sort((a, b) => a - b)
}

const expressions: Partial<Record<Tag, readonly RegExp[]>> = {}

/** Group 1 is what precedes the space. */
function expressionsFor(tag: Tag): readonly RegExp[] {
  return (expressions[tag] ??= [
    // Initials: only before a name, so that a sentence that ends with a letter is left alone.
    /((?<![\p{L}\p{N}.])\p{Lu}\.) (?=\p{Lu}(?:\.|\p{Ll}{2}))/gu,
    new RegExp(`((?<![\\p{L}\\p{N}])(?:${TYPOGRAPHY[tag].titles.map(escaped).join('|')})) (?=[\\p{Lu}\\p{N}])`, 'gu'),
    // A number begins where no other goes on: else each digit of a long one would be tried to its end.
    new RegExp(`((?<![\\p{L}\\d]|\\d[.,])\\d[\\d.,]*) (?=(?:%|${UNITS.map(escaped).join('|')})(?![\\p{L}\\d]))`, 'gu'),
    new RegExp(`((?<!\\d)\\d{1,2}\\.?) (?=${monthExpression(tag)}(?!\\p{L}))`, 'gu'),
    /((?<!\p{L})[№§]) (?=\d)/gu,
  ])
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
