import { monthExpression } from '../../language/months.ts'
import { TYPOGRAPHY, UNITS } from '../../language/typography.ts'
import { LANGUAGES } from '../../language/languages.ts'
import type { Tag } from '../../model.ts'
import type { TextRule } from '../rule.ts'

const NO_BREAK = '\u00A0'

/** Spaces at which a line must not end. The build joins them by itself, so that this is advice. */
export const noBreak: TextRule = {
  id: 'no-break',
  looksAt: 'text',
  severity: 'info',
  meaning: 'a line could end between a title or an initial and its name, a number and its unit, or a day and its month',
  example: { bad: '6 qershor', good: '6⍽qershor, with a no-break space' },
  find: ({ tag, prose }) => {
    const found = new Map<number, string>()
    for (const expression of expressionsFor(tag)) {
      for (const match of prose.visible.matchAll(expression)) found.set(match.index + match[1]!.length, match[0])
    }
    return [...found]
      .sort(([a], [b]) => a - b)
      .map(([start, text]) => ({
        message: 'A line could end here.',
        found: text,
        expected: 'a no-break space',
        remedy: 'Set a no-break space.',
        start,
        end: start + 1,
        mended: NO_BREAK,
      }))
  },
}

const expressions: Partial<Record<Tag, readonly RegExp[]>> = {}

/** Group 1 is what precedes the space. */
function expressionsFor(tag: Tag): readonly RegExp[] {
  return (expressions[tag] ??= [
    // Initials: two letters before a name, so that a sentence that ends with a letter is left alone.
    /((?<![\p{L}\p{N}.])\p{Lu}\.) (?=\p{Lu}(?:\.|\p{Ll}{2}))/gu,
    new RegExp(`((?<![\\p{L}\\p{N}])(?:${TYPOGRAPHY[tag].titles.map(escaped).join('|')})) (?=[\\p{Lu}\\p{N}])`, 'gu'),
    new RegExp(`((?<![\\p{L}\\d])\\d[\\d.,]*) (?=(?:%|${UNITS.map(escaped).join('|')})(?![\\p{L}\\d]))`, 'gu'),
    new RegExp(`((?<!\\d)\\d{1,2}\\.?) (?=${monthExpression(tag)}(?!\\p{L}))`, LANGUAGES[tag].formats === 'en-GB' ? 'gu' : 'giu'),
    /((?<!\p{L})[№§]) (?=\d)/gu,
  ])
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
