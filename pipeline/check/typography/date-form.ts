import { numericDate } from '../../language/dates.ts'
import { monthExpression } from '../../language/months.ts'
import { ofPack, packOf } from '../../language/registry.ts'
import type { Tag } from '../../model/language.ts'
import type { Observation, TextRule } from '../rule.ts'
import { inEnglish } from '../../wording.ts'

const SLASHED = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/gu
const DOTTED = /(?<![\d.])(\d{1,2})\.([ \u00A0]?)(\d{1,2})\.[ \u00A0]?(\d{4})(?![\d])(\.?)/gu

/** Dates in the form of another language. Sources: Drejtshkrimi § 102; Правопис 2016; CLDR 48 for Serbian. */
export const dateForm: TextRule = {
  id: 'date-form',
  looksAt: 'text',
  severity: 'warning',
  meaning: 'a date has the form of another language: 6/6/2018, 06.06.2018, qershor 6, or a month with a capital',
  example: { bad: 'sq: Qershor 6, 2018', good: 'sq: 6 qershor 2018' },
  find: ({ tag, prose }, _facts, english) => {
    if (!/\d/.test(prose.visible)) return []
    // A number copied from the English may only look like a date.
    const figures = numeric(tag, prose.visible).map((each) =>
      english?.visible.includes(inEnglish(each.found!)) ? { ...each, mended: undefined } : each,
    )
    return [...figures, ...written(tag, prose.visible)]
  },
}

function numeric(tag: Tag, visible: string): Observation[] {
  if (packOf(tag).dates?.numeric === undefined) return []
  const slashed = [...visible.matchAll(SLASHED)].map(({ 0: found, 1: a, 2: b, 3: year, index }) =>
    // Which of the two is the month, nobody can tell.
    observation('A date in figures has full stops.', found, index, numericDate(tag, Number(a), Number(b), year!)!, false),
  )
  const dotted = [...visible.matchAll(DOTTED)].flatMap(({ 0: found, 1: day, 3: month, 4: year, index }) => {
    const right = numericDate(tag, Number(day), Number(month), year!)!
    const endsWithStop = right.endsWith('.')
    const plain = found.replaceAll('\u00A0', ' ')
    // A full stop after the year may end the sentence.
    if (plain === right || (!endsWithStop && plain === `${right}.`)) return []
    const mended = !endsWithStop && plain.endsWith('.') ? `${right}.` : right
    return [observation('A date in figures has another form.', found, index, mended, true)]
  })
  return [...slashed, ...dotted]
}

function written(tag: Tag, visible: string): Observation[] {
  const { dates } = packOf(tag)
  const example = dates?.written
  if (example === undefined) return []
  const [reversed, capital] = expressionsOf(tag)
  return [
    ...[...visible.matchAll(reversed)].map(({ 0: found, index }) =>
      observation('The day stands before the month.', found, index, example, false),
    ),
    ...[...(dates?.capitals ? [] : visible.matchAll(capital))].map(({ 0: found, index }) =>
      observation('The language writes months without a capital.', found, index, found[0]!.toLowerCase() + found.slice(1), true),
    ),
  ]
}

const expressionsOf = ofPack(({ tag }): readonly [reversed: RegExp, capital: RegExp] => {
  const month = monthExpression(tag)
  return [
    new RegExp(`(?<!\\d[.]?[ \\u00A0]|\\p{L})${month}[ \\u00A0]\\d{1,2}(?:,[ \\u00A0]?\\d{4}|(?![\\d.–-]))`, 'giu'),
    new RegExp(`(?<=\\d\\.?[ \\u00A0])(${capitalised(month)})(?!\\p{L})`, 'gu'),
  ]
})

function capitalised(expression: string): string {
  return expression
    .slice(1, -1)
    .split(/\|(?=\p{Ll}{3})/u)
    .map((name) => name[0]!.toUpperCase() + name.slice(1))
    .join('|')
}

function observation(message: string, found: string, start: number, expected: string, certain: boolean): Observation {
  return {
    message,
    found,
    expected,
    remedy: certain ? 'Write it as shown.' : 'Write the date as the language does, in the way shown.',
    start,
    end: start + found.length,
    ...(certain && { mended: expected }),
  }
}
