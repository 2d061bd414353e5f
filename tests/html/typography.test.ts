import type { Element, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { describe, expect, test } from 'vitest'
import { applyTypography, type Hyphenation } from '../../pipeline/html/typography.ts'
import { SOFT_HYPHEN, loadHyphenation } from '../../pipeline/language/hyphenation.ts'
import type { Tag } from '../../pipeline/model/language.ts'

const element = (tagName: string, text: string, lang?: string): Element => ({
  type: 'element',
  tagName,
  properties: lang ? { lang } : {},
  children: [{ type: 'text', value: text }],
})

const typeset = (tag: Tag, ...children: Element[]): string => {
  const tree: Root = { type: 'root', children }
  applyTypography(tree, tag)
  return toHtml(tree).replaceAll('&#xA0;', '⍽').replaceAll('\u00A0', '⍽')
}

describe('what needs no judgement', () => {
  test.each<[Tag, string, string]>([
    ['sq', 'Më 6 qershor, z. Rama mori 25 kg, 5 kWh e 50 µg/m³.', 'Më 6⍽qershor, z.⍽Rama mori 25⍽kg, 5⍽kWh e 50⍽µg/m³.'],
    ['mk', 'На 6 јуни г. Попов и Ј. Марковски.', 'На 6⍽јуни г.⍽Попов и Ј.⍽Марковски.'],
    ['sr-Cyrl', 'Од 6. јуна, стр. 5, § 3.', 'Од 6.⍽јуна, стр.⍽5, § 3.'.replace('§ 3', '§⍽3')],
    ['en', 'Pages 6-7 of 2018-06-07.', 'Pages 6–7 of 2018-06-07.'],
    [
      'en',
      'ISSN 2049-3630, room 2-34, call 044 123-456 now, ISO 301-549 holds wherever it is printed.',
      'ISSN 2049-3630, room 2-34, call 044 123-456 now, ISO 301-549 holds wherever it is printed.',
    ],
    ['en', 'From 6-7 June and June 8-9 on; block 6-7 differs altogether.', 'From 6–7⍽June and June 8–9 on; block 6-7 differs altogether.'],
    ['sr-Cyrl', 'Од 6-7. јуна 2018.', 'Од 6–7.⍽јуна 2018.'],
    ['sr-Cyrl', 'Соба 2-34, Закон 12-2018, 2010-2012, 6-7%.', 'Соба 2-34, Закон 12-2018, 2010–2012, 6–7%.'],
    ['sr-Cyrl', 'Регионална конференција · Сажетак', 'Регионална конференција⍽· Сажетак'],
    ['mk', '„Насловот „внатре“ во наслов“', '„Насловот ‚внатре‘ во наслов“'],
    ['sr-Cyrl', '„Наслов „унутра” у наслову”', '„Наслов ’унутра’ у наслову”'],
  ])('%s: %s', (tag, text, expected) => {
    expect(typeset(tag, element('p', text))).toBe(`<p>${expected}</p>`)
  })

  test('follows the language of an element, and leaves code and other languages alone', () => {
    expect(typeset('mk', element('p', '6 June, 6-7%', 'en'), element('code', '6-7'), element('p', '6-7 јуни', 'fr'))).toBe(
      '<p lang="en">6⍽June, 6–7%</p><code>6-7</code><p lang="fr">6-7 јуни</p>',
    )
  })
})

test('a Serbian line ends in print at a hyphen between words, with a soft one before it, and at no other', () => {
  const text = 'srpsko-albanski auto-moto-savez i 19-godišnji, Tviter-u, Austro-Ugarska, e-pošta, https://a.org/srpsko-albanski'
  const marked = (tagName: string, hyphenation?: Hyphenation): string => {
    const tree: Root = { type: 'root', children: [element(tagName, text)] }
    applyTypography(tree, 'sr-Latn', hyphenation)
    return toHtml(tree).replaceAll('\u2011', '=').replaceAll(SOFT_HYPHEN, '|')
  }
  const print: Hyphenation = new Map([['sr-Latn' as const, (word: string) => word]])
  const kept = '19=godišnji, Tviter=u, Austro=Ugarska, e=pošta, https://a.org/srpsko-albanski'
  expect(marked('p', print)).toBe(`<p>srpsko|=albanski auto|=moto|=savez i ${kept}</p>`)
  expect(marked('h2', print)).toBe(`<h2>srpsko=albanski auto=moto=savez i ${kept}</h2>`)
  expect(marked('p')).toBe(`<p>srpsko=albanski auto=moto=savez i ${kept}</p>`)
})

test('in a table words are parted from ten letters on, with a capital where they begin a cell, and names never', async () => {
  const hyphenation = new Map([['sq' as const, await loadHyphenation('sq')]])
  const cell = element('td', 'Përmbajtjeve përmbajtjeve Përmbajtjeve kontakte')
  const tree: Root = { type: 'root', children: [{ type: 'element', tagName: 'table', properties: {}, children: [cell] }] }
  applyTypography(tree, 'sq', hyphenation)
  expect(toHtml(cell).replaceAll(SOFT_HYPHEN, '|')).toBe('<td>Për|mbaj|tjeve për|mbaj|tjeve Përmbajtjeve kontakte</td>')
})

test('soft hyphens stand in running text alone: not in headings, names, addresses and code', async () => {
  const hyphenation = new Map([['sq' as const, await loadHyphenation('sq')]])
  const tree: Root = {
    type: 'root',
    children: [
      element('h2', 'përmbajtjeve'),
      element('p', 'përmbajtjeve Shqipërisë përmbajtjeve info@përmbajtjeve.org përmbajtjeve.org BE-përmbajtjeve përmbajtjeve'),
      element('code', 'përmbajtjeve'),
      element('p', 'contents', 'fr'),
      element('p', 'https://example.org/a?përmbajtjeve=përmbajtjeve&përmbajtjeve#përmbajtjeve x'),
    ],
  }
  applyTypography(tree, 'sq', hyphenation)
  expect(toHtml(tree).split(SOFT_HYPHEN)).toHaveLength(5)
  expect(toHtml(tree)).toContain('<h2>përmbajtjeve</h2><p>për\u00ADmbaj\u00ADtjeve Shqipërisë')
})

test.each(['en', 'sq', 'mk', 'sr-Cyrl', 'sr-Latn'] as const)(
  '%s: a word that is too long for any place is parted wherever it stands, but in code and addresses',
  async (tag) => {
    const hyphenation = new Map([[tag, await loadHyphenation(tag)]])
    const words = ['Interinstitutionalisation', 'НЕЗАВИСНОСТ'.repeat(3), 'x'.repeat(60)]
    const kept = `https://example.org/${words[0]}`
    for (const name of ['h2', 'p', 'figcaption', 'td', 'code']) {
      const inner = element(name, [...words, kept].join(' '))
      const tree: Root = { type: 'root', children: [element('table', ''), inner] }
      applyTypography(tree, tag, hyphenation)
      const set = toHtml(inner)
        .replaceAll(/<[^>]*>/g, '')
        .split(' ')
      expect(set.map((word) => word.replaceAll(SOFT_HYPHEN, ''))).toEqual([...words, kept])
      const parts = set.slice(0, 3).flatMap((word) => word.split(SOFT_HYPHEN))
      expect(Math.max(...parts.map(({ length }) => length)) <= 12).toBe(name !== 'code')
      expect(set[3]).toBe(kept)
    }
  },
)

test('a word of a few letters does not end a paragraph of several lines on a line of its own', () => {
  const paragraphs = [
    'Dhe kur u kthyen në qytet, secili prej tyre kishte parë nga një.',
    'Ku ishin? Nuk e di se',
    'Dhe kur u kthyen në qytet, secili prej tyre kishte një libër.',
  ]
  const tree: Root = { type: 'root', children: paragraphs.map((text) => element('p', text)) }
  applyTypography(tree, 'sq')
  const found = tree.children.map((each) =>
    toHtml(each)
      .replaceAll(/<\/?p>/g, '')
      .replaceAll('&#xA0;', '\u00A0'),
  )
  expect(found).toEqual([paragraphs[0]!.replace('nga një', 'nga\u00A0një'), ...paragraphs.slice(1)])
})

test('the last word of a paragraph is not parted, be it before the call of a note', async () => {
  const hyphenation: Hyphenation = new Map([['en', await loadHyphenation('en')]])
  const call: Element = {
    type: 'element',
    tagName: 'sup',
    properties: {},
    children: [{ type: 'element', tagName: 'a', properties: { dataFootnoteRef: '' }, children: [{ type: 'text', value: '1' }] }],
  }
  const paragraph = element('p', 'a government of the environment')
  const noted: Element = {
    ...element('p', 'a government of the environment.'),
    children: [...element('p', 'a government of the environment.').children, call],
  }
  applyTypography({ type: 'root', children: [paragraph, noted] }, 'en', hyphenation)
  for (const each of [paragraph, noted]) {
    expect(toHtml(each)).toContain(`gov${SOFT_HYPHEN}ern${SOFT_HYPHEN}ment`)
    expect(toHtml(each)).toContain('environment')
  }
})
