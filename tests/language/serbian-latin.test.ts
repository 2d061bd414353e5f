import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toSerbianLatin } from '../../pipeline/language/serbian-latin.ts'

const require = createRequire(import.meta.url)

/** The words of a Hunspell dictionary from npm, without its affix flags. */
const wordsOf = (name: string): string[] =>
  readFileSync(require.resolve(`${name}/index.dic`), 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.split('/')[0]!.trim())
    .filter((word) => word !== '')

describe('the two published word lists', () => {
  const latin = new Set(wordsOf('dictionary-sr-latn'))
  const cyrillic = wordsOf('dictionary-sr')

  test('every Cyrillic word gives a word of the Latin list', () => {
    expect(cyrillic.length).toBeGreaterThan(260_000)
    expect(cyrillic.filter((word) => !latin.has(toSerbianLatin(word)))).toEqual([])
  })
})

test.each([
  ['ЉУБАВ', 'LJUBAV'],
  ['Љубав', 'Ljubav'],
  ['Њујорк', 'Njujork'],
  ['УЉ', 'ULJ'],
  ['Љ.', 'Lj.'],
  ['ЏЕП и Џеп', 'DŽEP i Džep'],
  ['Скопље, ОЕБС, ЕУ', 'Skoplje, OEBS, EU'],
  ['RCC-а', 'RCC-a'],
  ['У\u00ADЉ', 'U\u00ADLJ'],
  ['Ђурђевдан 6. маја', 'Đurđevdan 6. maja'],
])('%s → %s', (cyrillic, latin) => {
  expect(toSerbianLatin(cyrillic)).toBe(latin)
})

test('what has no Cyrillic letter stays as it is, and a second pass changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = toSerbianLatin(text)
      expect(toSerbianLatin(once)).toBe(once)
      if (!/[\u0400-\u04FF]/.test(text)) expect(once).toBe(text)
      expect(once).not.toMatch(/[\u01C4-\u01CC]/)
    }),
  )
})
