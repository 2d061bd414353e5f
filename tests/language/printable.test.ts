import { afterAll, beforeAll, expect, test } from 'vitest'
import { readFonts } from '../../pipeline/html/fonts.ts'
import { BLANK, PRINTABLE, unprintablePlaces } from '../../pipeline/language/printable.ts'
import { openPress, type Press } from '../../pipeline/pdf/press.ts'
import { elementsPage, printElements } from '../pdf/torture/torture.ts'
import { charactersOf } from './character-map.ts'

let press: Press
let page: string

beforeAll(async () => {
  press = await openPress()
  page = await elementsPage('TEXT')
})

afterAll(() => press.close())

/** Prints texts in several faces, each by itself. @throws Error where one lacks something */
const print = async (...texts: readonly string[]): Promise<void> => {
  const blocks = texts.map((text) => `<h2>${text}</h2><p>${text} <em>${text}</em> <strong>${text}</strong></p><pre>${text}</pre>`)
  await printElements(press, page.replace('TEXT', `<h1>Title</h1>${blocks.join('')}`))
}

const codesOf = (ranges: readonly (readonly [number, number])[]): number[] =>
  ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index))

test.each([
  ['latin', ['latin', 'latin-ext']],
  ['cyrillic', ['cyrillic']],
] as const)(
  'the printable characters of %s are those that every face has, in the range that its file is used for',
  async (script, subsets) => {
    const fonts = (await readFonts()).filter(({ name }) => subsets.some((subset) => new RegExp(`-${subset}-\\d`).test(name)))
    const byFace = Map.groupBy(fonts, ({ family, weight, style }) => `${family} ${weight} ${style}`)
    expect(byFace.size).toBe(8)
    const faces = [...byFace.values()].map((files) => {
      const characters = files.map(({ bytes, range }) => {
        const used = range.split(',').map((part) =>
          part
            .trim()
            .replace('U+', '')
            .split('-')
            .map((code) => Number.parseInt(code, 16)),
        )
        return charactersOf(bytes).intersection(new Set(codesOf(used.map(([first, last]) => [first!, last ?? first!]))))
      })
      return characters.reduce((all, each) => all.union(each))
    })
    const common = faces.reduce((all, each) => all.intersection(each))
    expect(new Set(codesOf(PRINTABLE[script]))).toEqual(common)
  },
)

test('what is blank is printed beside letters of all files, and nothing is said of it', async () => {
  const texts = codesOf(BLANK)
    .map((code) => String.fromCodePoint(code))
    .map((blank) => `a${blank}b č${blank}č ш${blank}ш`)
  expect(texts.flatMap(unprintablePlaces)).toEqual([])
  await print(...texts)
})

test.each([0x7f, 0x85, 0x9d, 0x1, 0xb, 0x61c, 0x115f, 0x1680, 0x180e, 0x2027, 0x2070, 0x3000, 0xfe10, 0xfff9, 0xe0080])(
  'the character %i is not printed, and told',
  async (code) => {
    const sign = String.fromCodePoint(code)
    expect(unprintablePlaces(`č${sign}`)).toEqual([{ start: 1, end: 1 + sign.length }])
    await expect(print(`č${sign}č`)).rejects.toThrow('The page has characters')
  },
)

test('a letter and its mark count as one', () => {
  for (const text of ['c\u030C', 'e\u0308', 'a\u200Db', 'a\u00ADb', 'a\nb']) expect(unprintablePlaces(text)).toEqual([])
  expect(unprintablePlaces('to 🙂, q\u030C.')).toEqual([
    { start: 3, end: 5 },
    { start: 7, end: 9 },
  ])
})

test('a letter and its mark come from one file', async () => {
  const right = 'q\u0304 č\u0308 а\u0301'
  expect(unprintablePlaces(right)).toEqual([])
  await print(right)
  for (const sign of ['q\u0301', 'а\u0304', 'ш\u0308', '№\u0329']) {
    expect(unprintablePlaces(sign)).toEqual([{ start: 0, end: 2 }])
    await expect(print(sign)).rejects.toThrow('The page has characters')
  }
})
