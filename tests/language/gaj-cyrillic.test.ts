import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gajCyrillicFacts, gajCyrillicParts, toGajCyrillic } from '../../pipeline/language/gaj-cyrillic.ts'
import { packOf } from '../../pipeline/language/registry.ts'
import { toSerbianLatin } from '../../pipeline/language/serbian-latin.ts'

/** Words of a Hunspell dictionary from npm, without its affix flags: those that have a digraph in Latin, or the letters of one. */
const cyrillic = readFileSync(createRequire(import.meta.url).resolve('dictionary-sr/index.dic'), 'utf8')
  .split('\n')
  .slice(1)
  .map((line) => line.split('/')[0]!.trim())
  .filter((word) => /[љњџ]|[лн]ј|дж/i.test(word))

/** Slips of the dictionary, and an acronym. */
const OTHERWISE = 'ажуриранје вишнја вишнјевац ЈДЖ'.split(' ')

test('each such word comes back from its Latin form', () => {
  expect(cyrillic.length).toBeGreaterThan(20_000)
  expect(cyrillic.filter((word) => toGajCyrillic(toSerbianLatin(word)) !== word)).toEqual(OTHERWISE)
})

test.each([
  ['LJUBAV, Ljubav, Njujork, UNJ, DŽEP i Džep', 'ЉУБАВ, Љубав, Њујорк, УЊ, ЏЕП и Џеп'],
  ['ǆep, ǈubav, kôd', 'џеп, Љубав, ко\u0302д'],
  ['śutra, Źenica, s\u0301utra', 'с\u0301утра, З\u0301еница, с\u0301утра'],
  ['injekcija, INJEKCIJA, konjunktura, konjugacija, Tanjug, vanjezički', 'инјекција, ИНЈЕКЦИЈА, конјунктура, конјугација, Танјуг, ванјезички'],
  ['nadživjeti, odžaliti, nad\u00ADživ\u00ADjeti, odžak, Odžaci, konj, konjušar', 'надживјети, оджалити, над\u00ADжив\u00ADјети, оџак, Оџаци, коњ, коњушар'],
  ['BiH, FBiH, EU, NATO, PDF-a, TV-a, 1990-ih', 'БиХ, ФБиХ, ЕУ, НАТО, PDF-а, ТВ-а, 1990-их'],
  ['Aleksandar I, poglavlje V, I. dio, I–III, Prilog XI i Prilog I.', 'Александар I, поглавље V, I. дио, I–III, Прилог XI и Прилог I.'],
  ['I tako, I. Petrović i V. Petrović: BOSNA I HERCEGOVINA', 'И тако, И. Петровић и В. Петровић: БОСНА И ХЕРЦЕГОВИНА'],
  ['10 µg/m³, 25 km², 100 km/h, 5 m, 3 °C, ali 12 s invaliditetom', '10 µg/m³, 25 km², 100 km/h, 5 m, 3 °C, али 12 с инвалидитетом'],
  ['PM2,5, CO₂, G20, 2025-01-14T07:00', 'PM2,5, CO₂, G20, 2025-01-14T07:00'],
  ['Washington, grad München, quality, OpenStreetMap, @vlada', 'Washington, град München, quality, OpenStreetMap, @vlada'],
  ['kao što kaže `code` zakon[^law], CO<sub>2</sub>', 'као што каже `code` закон[^law], CO<sub>2</sub>'],
  ['interreligijski, posttraumatski, eUprava', 'интеррелигијски, посттрауматски, еУправа'],
  ['https://a.ba/ulica, www.vlada.me, info@vlada.ba, izvjestaj.pdf, i/ili', 'https://a.ba/ulica, www.vlada.me, info@vlada.ba, izvjestaj.pdf, и/или'],
])('%s → %s', (latin, written) => {
  expect(toGajCyrillic(latin)).toBe(written)
}) // prettier-ignore

test.each([
  ['Objavio ga je Council of Europe.', 'It was published by the Council of Europe.', 'Објавио га је Council of Europe.'],
  ['Arben Krasniqi i Ana Marin', 'Arben Krasniqi and Ana Marin', 'Arben Krasniqi и Ана Марин'],
  ['Jeff, Anna i Allah', 'Jeff and Anna', 'Jeff, Anna и Аллах'],
  ['Sarajevo, Mostar, Tuzla', 'Sarajevo, Mostar, Tuzla', 'Сарајево, Мостар, Тузла'],
  ['Dino Merlin Hadžić', 'Dino Merlin Hadžić', 'Дино Мерлин Хаџић'],
])('of „%s“ stays in Latin letters what is a name in “%s”', (latin, source, written) => {
  expect(toGajCyrillic(latin, source)).toBe(written)
})

test('each part begins where its Latin does, and a second pass changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...Array.from('anjlLJdžĆśŚIVXw\u0301\u00AD мЈ.@/1-')), maxLength: 30 }), (text) => {
      const parts = gajCyrillicParts(text)
      const written = toGajCyrillic(text)
      expect(parts.map((part) => part.text).join('')).toBe(written)
      expect(toGajCyrillic(written)).toBe(written)
      for (const [index, { text: own, start, isLetter }] of parts.entries())
        if (!isLetter) expect(own).toBe(text.slice(start, parts[index + 1]?.start))
    }),
  )
})

test('of what a pack says, signs of expressions, places and names of endings stay', () => {
  expect(['tabel\\p{L}*|met[ae]?r', 'pet+ordinal', '{day}. {month}.', '6. juna 2018.'].map(gajCyrillicFacts)).toEqual([
    'табел\\p{L}*|мет[ае]?р',
    'пет+ordinal',
    '{day}. {month}.',
    '6. јуна 2018.',
  ])
  const { ordinals, search, dates } = packOf('cnr-Cyrl')
  expect(ordinals).toMatchObject({ day: 'dotted', example: '6. or a word', dayExample: '6. јун' })
  expect(search).toEqual(packOf('cnr-Latn').search)
  expect(dates?.months?.[0]?.names).toContain('јануар фебруар')
})
