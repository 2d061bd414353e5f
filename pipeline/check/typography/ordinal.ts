import { monthExpression } from '../../language/months.ts'
import { NOTHING } from '../../language/pack.ts'
import { ofPack } from '../../language/registry.ts'
import type { Observation, TextRule } from '../rule.ts'
import { wording, type Words } from '../../wording.ts'

/** A form that is wrong, what to say, and how it is put right where that needs no judgement. */
interface Defect {
  readonly expression: RegExp
  readonly message: Words
  readonly expected: string
  readonly mend?: (match: RegExpExecArray) => string
}

/** Wrong forms of ordinals by language. Sources: Drejtshkrimi 1981; Правопис 2016 (no full stop on the day before a month’s name); Правопис Матице српске. */
const defectsOf = ofPack(({ tag, ordinals }): readonly Defect[] => {
  if (!ordinals) return []
  const { example, joined, sign = '-', dropped, decades = '', dotted, day, dayExample = example } = ordinals
  const defects: Defect[] = [
    {
      expression: /(?<![\p{L}\d])\d+(?:st|nd|rd|th)(?!\p{L})/gu,
      message: 'This is how English writes an ordinal.',
      expected: example,
    },
  ]
  if (joined !== undefined) {
    defects.push({
      expression: new RegExp(`(?<![\\p{L}\\d])(\\d+)(${oneOf(joined)})(?!\\p{L})`, 'gu'),
      message:
        sign === '-' ? 'The ending of an ordinal follows a hyphen.' : wording`The ending of an ordinal follows the sign ${{ sign }}.`,
      expected: example,
      mend: ([, number, ending]) => `${number}${sign}${ending}`,
    })
  }
  if (dropped !== undefined) {
    defects.push(
      {
        // „80-их“ is right for a decade, and „12-а“ may be a house or a class.
        expression: new RegExp(`(?<![\\p{L}\\d.-])\\d+-(?:${oneOf(dropped)}|(?<!0-)(?:${oneOf(decades)}))(?!\\p{L})`, 'gu'),
        message: 'An ordinal in figures has a full stop and no ending.',
        expected: example,
        mend: ([text]) => `${/\d+/.exec(text)![0]}.`,
      },
      {
        expression: /(?<![\d.,])(\d{1,3})\.(?=[–-]\d{1,3}\.)/gu,
        message: 'The full stop of an ordinal is dropped before another sign.',
        expected: '6–7.',
        mend: ([, number]) => number!,
      },
    )
  }
  const month = monthExpression(tag)
  if (day === 'dotted') {
    defects.push({
      expression: new RegExp(`(?<![\\d.,–-])(\\d{1,2})(?=[ \\u00A0]${month}(?!\\p{L}))`, 'giu'),
      message: 'The day lacks its full stop.',
      expected: dayExample,
      mend: ([text]) => `${text}.`,
    })
  }
  if (day === 'plain' && dotted) {
    defects.push({
      expression: new RegExp(`(?<![\\d.,])(\\d{1,2})\\.(?=[ \\u00A0]${month}(?!\\p{L}))`, 'giu'),
      message: 'The day before a month’s name has no full stop.',
      expected: dayExample,
      mend: ([, number]) => number!,
    })
  }
  return defects
})

function oneOf(endings: string): string {
  return endings === '' ? NOTHING : endings.split(' ').join('|')
}

/** Ordinals in figures. */
export const ordinal: TextRule = {
  id: 'ordinal',
  looksAt: 'text',
  severity: 'warning',
  meaning: 'an ordinal in figures is not written as the language does: sq 6-të, mk 6. (but 6 јуни), sr 6.',
  example: { bad: 'sr-Cyrl: 6.–7. јуна', good: 'sr-Cyrl: 6–7. јуна' },
  find: ({ tag, prose }) => {
    if (!/\d/.test(prose.visible)) return []
    return defectsOf(tag).flatMap(({ expression, message, expected, mend }) =>
      [...prose.visible.matchAll(expression)].map((match): Observation => ({
        message,
        found: prose.visible.slice(match.index, match.index + match[0].length + 6),
        expected,
        remedy: mend ? 'Write it as shown.' : 'Write it as the language does, as shown.',
        start: match.index,
        end: match.index + match[0].length,
        ...(mend && { mended: mend(match) }),
      })),
    )
  },
}
