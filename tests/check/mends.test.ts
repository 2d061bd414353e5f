import { describe, expect, test } from 'vitest'
import { RULES } from '../../pipeline/check/registry.ts'
import { checkPairs } from '../bench/checks/pairs.ts'

const ALL = RULES.map(({ id }) => id)

/** What is no prose, though it stands in it: numbers of things, symbols, names of files, acronyms. */
const COPIED = [
  'ISSN 2049-3630', 'ISBN 978-0-306-40615-7', '+383 38 221 351', '044-123-456', '038/221-351', 'IBAN XK05 1212 0123 4567 8906', '1701-0000123456-78', 'RS35260005601001611379',
  'Act 04/L-149', 'C-12-34', 'type A-12', '2-34', '12-14', 'B-12/3', 'v1.2.3-4', '1.2.2018-3', '§ 5-7a', 'No. 3-15', 'A4', '5(a)', '3(b)(ii)', 'a)', '(b)', 'a.txt', 'b-1.csv', 'x.y.z', 'foo_bar', 'e.g.x',
  'x = 5', 'p < 0.05', 'n = 25', 'x-y', 'CO2', 'H2O', 'pH 7', 'Na+', 'kWh', '5 m/s', '10 kHz', '4x4', '3D', 'HTTP', 'USB', 'CEO', 'TCP/IP', 'MHz', 'COVID-19', 'A/HRC/32/50', 'S/2019/461', 'CM/Rec(2018)2', 'ETS No. 5',
  'Win32', 'C++', 'C#', 'R2-D2', '10:00', '24/7', '1/2', '16:9', '2018/14', '0-1', '42°20′', '1,2-dichloroethane', 'O(n)', "f'(x)", 'T-shirt', 'X-ray', 'MiG-29', 'Boeing 737-800', 'BMW X5', 'iOS 17.2', 'Node.js', 'user@example.org', 'https://example.org/a-b_c', 'example.org', '#tag', '@name', 'ISO 8601-1', 'EN 301 549', 'RFC 2119', 'GPL-3.0', 'CC BY 4.0',
] // prettier-ignore

const SENTENCES = { sq: ['Ky është', 'dhe ai vlen'], mk: ['Тоа е', 'и тој важи'], 'sr-Cyrl': ['То је', 'и он важи'] } as const

describe.each(['sq', 'mk', 'sr-Cyrl'] as const)('in %s', (tag) => {
  const [before, after] = SENTENCES[tag]
  const mendsOf = (english: string, text: string) =>
    checkPairs(tag, [{ key: 'text', english, text }], ALL).flatMap(({ mend, ruleId, severity, actual }) =>
      mend && ruleId !== 'no-break' ? [[ruleId, mend.text]] : severity === 'error' ? [[ruleId, actual]] : [],
    )

  test.each(COPIED)('%s stays as the English has it', (copied) => {
    expect(mendsOf(`This is ${copied} and it holds.`, `${before} ${copied} ${after}.`)).toEqual([])
    expect(mendsOf(`This is (${copied}).`, `${before} (${copied}).`)).toEqual([])
  })

  test.each(['HTTP', 'USB', 'CEO', 'TCP', 'PC', 'TM', 'CE', 'x-оса', 'y-оса', 'p-вредност', 't-тест', 'C-витамин', 'X-зраци', 'H-индекс', 'T-мајица', '5(a)', '(a)', 'a)', 'a.txt', 'c.csv', '*x*', '*a*', 'C', 'план B', 'A4', 'O+'])(
    '%s stays, whatever the English has',
    (own) => {
      if (tag === 'sq' && /\p{Script=Cyrillic}/u.test(own)) return
      expect(mendsOf('It is this thing and it holds.', `${before} ${own} ${after}.`)).toEqual([])
    },
  ) // prettier-ignore
})

test.each([
  ['sr-Cyrl', 'Овај Pроцес траје.', '', undefined],
  ['sr-Cyrl', 'Овај Pроцес траје.', 'То је процес.', 'Процес'],
  ['sr-Cyrl', 'Овa граница.', '', 'Ова'],
  ['sr-Latn', 'Naši Уrednici.', '', undefined],
  ['sr-Latn', 'Naši Уrednici.', 'To su urednici.', 'Urednici'],
])('in %s, “%s” is mended where it is sure which letter was meant', (tag, text, beside, mended) => {
  const pairs = [
    { key: 'text', english: 'This is the one.', text },
    { key: 'beside', english: 'That is it.', text: beside },
  ].filter((each) => each.text !== '')
  const told = checkPairs(tag, pairs, ['confusable'])
  expect(told).toHaveLength(1)
  expect(told[0]!.mend?.text).toBe(mended)
})
