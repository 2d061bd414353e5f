import { expect, test } from 'vitest'
import { rewriteLiterals } from '../../pipeline/check/icu.ts'
import { phraseOf } from '../../pipeline/edition/phrase.ts'
import { territoryName } from '../../pipeline/language/formats.ts'
import { toGajCyrillic } from '../../pipeline/language/gaj-cyrillic.ts'

const ENGLISH = 'Zagreb Film, the *Air Quality Act* and the *Open Data* [portal](https://a.ba) name PM<sub>10</sub> and H<sub>2</sub>S.'
const BOSNIAN =
  'Zagreb film, *Air Quality Act* i *Open Data* na [portalu](https://a.ba "Naslov") pominju PM<sub>10</sub> i H<sub>2</sub>S, `kod` i *dva primjera*.'

test('a text in a derived script keeps titles of works, symbols with a subscript, addresses and code', () => {
  const { text, nodes, language, fallback } = phraseOf('bs-Cyrl', { text: BOSNIAN, tag: 'bs-Latn' }, ENGLISH)
  expect(text).toBe('Загреб филм, Air Quality Act и Open Data на порталу помињу PM10 и H2S, kod и два примјера.')
  expect(nodes.filter(({ data }) => data?.language !== undefined).length).toBe(2)
  expect(nodes.find(({ type }) => type === 'link')).toMatchObject({ url: 'https://a.ba', title: 'Наслов' })
  expect([language, fallback]).toEqual(['bs-Cyrl', false])
})

test('where the source is the origin itself, nothing in it is foreign for that', () => {
  expect(phraseOf('bs-Cyrl', { text: BOSNIAN, tag: 'bs-Latn' }, BOSNIAN, '', 'paragraph', 'bs-Latn').text).toMatch(/и два примјера\.$/)
})

test('of a message only its texts are written in the script', () => {
  const message = "{count, plural, one {# jezik} other {# jezika}} u <b>{place}</b>, {mode, select, all {svi} other {neki}} '{'njih'}'"
  expect(rewriteLiterals(message, toGajCyrillic)).toBe(
    "{count, plural, one {# језик} other {# језика}} у <b>{place}</b>, {mode, select, all {сви} other {неки}} '{'њих'}'",
  )
  expect(rewriteLiterals('{broken', toGajCyrillic)).toBe('{broken')
})

test('Montenegrin calls a territory as it does, where CLDR’s name is Serbia’s', () => {
  expect(['cnr-Latn', 'cnr-Cyrl', 'sr-Latn'].map((tag) => territoryName(tag, 'MK'))).toEqual([
    'Sjeverna Makedonija',
    'Сјеверна Македонија',
    'Severna Makedonija',
  ])
})
