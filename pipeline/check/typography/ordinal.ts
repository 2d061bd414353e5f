import { monthExpression } from '../../language/months.ts'
import { toSerbianLatin } from '../../language/serbian-latin.ts'
import type { Tag } from '../../model/language.ts'
import type { Observation, TextRule } from '../rule.ts'

/** A form that is wrong, what to say, and how it is put right where that needs no judgement. */
interface Defect {
  readonly expression: RegExp
  readonly message: string
  readonly expected: string
  readonly mend?: (match: RegExpExecArray) => string
}

const ENGLISH: Defect = {
  expression: /(?<![\p{L}\d])\d+(?:st|nd|rd|th)(?!\p{L})/gu,
  message: 'This is how English writes an ordinal.',
  expected: 'the ordinal of the language: sq 6-të, mk and sr 6.',
}
const SERBIAN: readonly Defect[] = [
  {
    // „80-их“ is right for a decade, and „12-а“ may be a house or a class.
    expression: /(?<![\p{L}\d.-])\d+-(?:ог|ога|ом|ој|ти|ви|ми|та|ва|ма|og|oga|om|oj|ti|vi|mi|ta|va|ma|(?<!0-)(?:их|им|ih|im))(?!\p{L})/gu,
    message: 'An ordinal in figures has a full stop and no ending.',
    expected: '6. or a word',
    mend: ([text]) => `${/\d+/.exec(text)![0]}.`,
  },
  {
    expression: /(?<![\d.,])(\d{1,3})\.(?=[–-]\d{1,3}\.)/gu,
    message: 'The full stop of an ordinal is dropped before another sign.',
    expected: '6–7.',
    mend: ([, number]) => number!,
  },
  {
    expression: new RegExp(
      `(?<![\\d.,–-])(\\d{1,2})(?=[ \\u00A0](?:${monthExpression('sr-Cyrl')}|${monthExpression('sr-Latn')})(?!\\p{L}))`,
      'giu',
    ),
    message: 'The day lacks its full stop.',
    expected: '6. јун',
    mend: ([text]) => `${text}.`,
  },
]

/** Sources: Drejtshkrimi 1981; Правопис 2016 (no full stop on the day before a month’s name); Правопис Матице српске. */
const DEFECTS: Readonly<Record<Exclude<Tag, 'en'>, readonly Defect[]>> = {
  sq: [
    ENGLISH,
    {
      expression: /(?<![\p{L}\d])(\d+)(të|ta|ti|tën|tit|tin|të|së)(?!\p{L})/gu,
      message: 'The ending of an ordinal follows a hyphen.',
      expected: '6-të',
      mend: ([, number, ending]) => `${number}-${ending}`,
    },
  ],
  mk: [
    ENGLISH,
    {
      expression: /(?<![\p{L}\d])(\d+)(ти|ви|ри|та|ва|ра|то|во|ро|тиот|виот|миот|ми|ма|мо)(?!\p{L})/gu,
      message: 'The ending of an ordinal follows a hyphen.',
      expected: '6-ти, or 6.',
      mend: ([, number, ending]) => `${number}-${ending}`,
    },
    {
      expression: new RegExp(`(?<![\\d.,])(\\d{1,2})\\.(?=[ \\u00A0]${monthExpression('mk')}(?!\\p{L}))`, 'giu'),
      message: 'The day before a month’s name has no full stop.',
      expected: '6 јуни',
      mend: ([, number]) => number!,
    },
  ],
  'sr-Cyrl': [ENGLISH, ...SERBIAN],
  'sr-Latn': [ENGLISH, ...SERBIAN.map((defect) => ({ ...defect, expected: toSerbianLatin(defect.expected) }))],
}

/** Ordinals in figures. */
export const ordinal: TextRule = {
  id: 'ordinal',
  looksAt: 'text',
  severity: 'warning',
  meaning: 'an ordinal in figures is not written as the language does: sq 6-të, mk 6. (but 6 јуни), sr 6.',
  example: { bad: 'sr-Cyrl: 6.–7. јуна', good: 'sr-Cyrl: 6–7. јуна' },
  find: ({ tag, prose }) => {
    if (tag === 'en' || !/\d/.test(prose.visible)) return []
    return DEFECTS[tag].flatMap(({ expression, message, expected, mend }) =>
      [...prose.visible.matchAll(expression)].map((match): Observation => ({
        message,
        found: prose.visible.slice(match.index, match.index + match[0].length + 6),
        expected,
        remedy: mend ? 'Put it right.' : 'Write it as the language does.',
        start: match.index,
        end: match.index + match[0].length,
        ...(mend && { mended: mend(match) }),
      })),
    )
  },
}
