import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { serbianLatinParts, toSerbianLatin } from '../../pipeline/language/serbian-latin.ts'

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
  ['ПОГЛАВЉЕ Џ', 'POGLAVLJE DŽ'],
  ['Њ ЈЕ СЛОВО', 'NJ JE SLOVO'],
  ['Њ је слово, а у НАТО Љ. Петровић', 'Nj je slovo, a u NATO Lj. Petrović'],
  ['рӣчӣ, сѐ, ѝ, УЀ', 'rīčī, sè, ì, UÈ'],
  ['ко̂д, ка̄д, гла̏с, О̂Д', 'kôd, kād, glȁs, ÔD'],
  ['и/или, км/ч, нпр.тако, „/ш/“, 24/7, а.б.', 'i/ili, km/č, npr.tako, „/š/“, 24/7, a.b.'],
])('%s → %s', (cyrillic, latin) => {
  expect(toSerbianLatin(cyrillic)).toBe(latin)
})

test.each([
  'https://пример.срб/пут', 'http://пример.рс', 'www.пример.срб/пут', 'пример.срб', 'ПРИМЕР.СРБ', 'под.пример.срб/пут', 'инфо@пример.срб',
  'марко.марковић@пример.rs', 'извештај.pdf', 'прилог-2.pdf', 'слика_1.JPG', 'табела.xlsx', '/дом/корисник', 'C:\\Документи\\ја', '~/Слике/а.png', '../слике/б.png',
])('the address or file %s stays, whatever stands around it', (address) => {
  for (const [before, after] of [['', ''], ['Види ', ' сада.'], ['„', '“'], ['(', ').'], ['Датотека: ', ', и то']] as const) {
    expect(toSerbianLatin(`${before}${address}${after}`)).toBe(`${toSerbianLatin(before)}${address}${toSerbianLatin(after)}`)
  }
}) // prettier-ignore

test('each part of the Latin form begins where its Cyrillic does', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...Array.from('аеЉџЊѝӣ\u0302\u0304 x.@/1-')), maxLength: 30 }), (text) => {
      const parts = serbianLatinParts(text)
      expect(parts.map(({ text: latin }) => latin).join('')).toBe(toSerbianLatin(text))
      for (const [index, { text: latin, start, isLetter }] of parts.entries()) {
        const whole = text.slice(start, parts[index + 1]?.start)
        if (!isLetter) expect(latin).toBe(whole)
        else expect(whole).toMatch(/^\p{Script=Cyrillic}\p{M}*$/u)
      }
    }),
  )
})

/** A digraph in one character, which a text may have brought with it. */
const DIGRAPH_IN_ONE = /[\u01C4-\u01CC]/

test('what has no Cyrillic letter stays as it is, and a second pass changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = toSerbianLatin(text)
      expect(toSerbianLatin(once)).toBe(once)
      expect(once.normalize('NFC') === once || text.normalize('NFC') !== text).toBe(true)
      if (!/[\u0400-\u04FF]/.test(text)) expect(once).toBe(text)
      if (!DIGRAPH_IN_ONE.test(text)) expect(once).not.toMatch(DIGRAPH_IN_ONE)
    }),
  )
})
