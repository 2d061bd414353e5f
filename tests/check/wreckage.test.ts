import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { mojibakeIn } from '../../pipeline/language/mojibake.ts'
import { checkPairs } from '../bench/checks/pairs.ts'

const read = (text: string, encoding: string): string => new TextDecoder(encoding).decode(new TextEncoder().encode(text))

describe('UTF-8 that was read in another encoding is told, with what it was', () => {
  const texts = [
    ['windows-1252', 'Është një gjuhë, çdo ditë.'],
    ['windows-1252', 'Kjo është “gjuha” – dhe jo kufiri…'],
    ['windows-1252', 'The minister’s report'],
    ['windows-1252', 'Još šezdeset ljudi, čiji je đak?'],
    ['windows-1252', 'Министерот рече дека јазикот ги поврзува.'],
    ['windows-1250', 'Është një gjuhë, çdo ditë.'],
    ['windows-1250', 'Još šezdeset ljudi, čiji je đak?'],
    ['windows-1250', 'Језик одређује простор.'],
    ['windows-1251', 'Министерот рече дека јазикот ги поврзува.'],
    ['windows-1251', 'Језик одређује простор.'],
    ['windows-1252', 'Café'],
  ] as const
  test.each(texts)('%s: %s', (encoding, text) => {
    const spoilt = read(text, encoding)
    expect(spoilt).not.toBe(text)
    const found = mojibakeIn(spoilt)
    expect(found.length).toBeGreaterThan(0)
    const right = found.reduceRight((all, { start, end, text: was }) => all.slice(0, start) + was + all.slice(end), spoilt)
    expect(right).toBe(text)
  })
})

test.each([
  'Fjala “FARË” dhe “Ë” – po ashtu „Ä“.',
  'CAFÉ™ and RENÉ® are marks; © 2018 ÅÄÖ; Â, Ã, Å.',
  'Gjuha “ËSHTË…” e thotë.',
  'Съвет, Ћирилица, РСЊ, „Рђ“, СЛ. гласник РС № 12, С° и Р°.',
  'Њ. К. В. и Ђорђе, Љубљана; ГЉ, ДЊ.',
  'À la carte, façon, Ärger, Ñandú, Øre, Þór, naïve – voilà «oui».',
  'Température: 20 °C, § 5.',
])('right texts are left alone: %s', (text) => {
  expect(mojibakeIn(text)).toEqual([])
})

test('nor is any text of the project', () => {
  for (const tag of ['en', 'sq', 'mk', 'sr-Cyrl'])
    expect(mojibakeIn(readFileSync(`locales/${tag}/conference-summary.json`, 'utf8'))).toEqual([])
})

test.each([
  ['A lost \uFFFD letter', 'error'],
  ['Half a pair: \uD83D.', 'error'],
  ['A control \u0092 of old', 'error'],
  ['Ã«shtÃ« so', 'error'],
  ['A &amp;euml; that is named', 'warning'],
])('%j is told', (text, severity) => {
  const found = checkPairs('sq', [{ key: 'a', english: 'A text.', text }], ['wreckage'])
  expect(found.map((each) => [each.ruleId, each.severity])).toEqual([['wreckage', severity]])
})

test.each(['A &amp; B', 'Code `&amp;euml;` is code', 'AT&T; and so on', 'a & b; c'])('%j is right', (text) => {
  expect(checkPairs('sq', [{ key: 'a', english: 'A text.', text }], ['wreckage'])).toEqual([])
})

test.each(['\u2028', '\u2029', '\u0085', '\u000B', '\u000C'])(
  'what word processors end a line with is told, and mended by a space: %j',
  (sign) => {
    const [found] = checkPairs('sq', [{ key: 'a', english: 'A text.', text: `Një${sign}tekst.` }], ['invisible'])
    expect(found).toMatchObject({ ruleId: 'invisible', mend: { text: ' ' } })
  },
)

test('what joins two pictures to one is not told', () => {
  const found = checkPairs(
    'sq',
    [{ key: 'a', english: 'A text.', text: 'Një 👩\u200D🏫, 🏳️\u200D🌈, 👩🏽\u200D🚀 dhe një\u200Dtekst.' }],
    ['invisible'],
  )
  expect(found.map(({ actual }) => actual)).toEqual([expect.stringContaining('U+200D in “🚀 dhe një·tekst.”')])
})

test('the number of a character that there is not is told where the sign for a lost one would be printed', () => {
  const [told, ...others] = checkPairs('sq', [{ key: 'a', english: 'It is late.', text: 'Është vonë &#0; tani.' }], ['wreckage'])
  expect([told?.severity, told?.actual, others]).toEqual(['error', '&#0;', []])
})

test('a backslash and a letter that make the end of a line or a tab in a locale file are told', () => {
  const [told, ...others] = checkPairs('sq', [{ key: 'a', english: 'Open it now.', text: 'Hapni C:\new\text tani.' }], ['invisible'])
  expect([told?.severity, told?.expected?.[0], others]).toEqual(['warning', expect.stringContaining('C:\\\\new'), []])
})
