import { expect, test } from 'vitest'
import { readFonts } from '../../pipeline/html/fonts.ts'
import { PRINTABLE, unprintablePlaces } from '../../pipeline/language/printable.ts'
import { charactersOf } from './character-map.ts'

const inRanges = (ranges: readonly (readonly [number, number])[]): Set<number> =>
  new Set(ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index)))

test('the printable characters are those that every face has, in the range that its file is used for', async () => {
  const byFace = Map.groupBy(await readFonts(), ({ family, weight, style }) => `${family} ${weight} ${style}`)
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
      return charactersOf(bytes).intersection(inRanges(used.map(([first, last]) => [first!, last ?? first!])))
    })
    return characters.reduce((all, each) => all.union(each))
  })
  const common = faces.reduce((all, each) => all.intersection(each))
  expect(inRanges(PRINTABLE)).toEqual(common)
})

test('a letter and its mark count as one, and what nobody sees needs no glyph', () => {
  for (const text of ['c\u030C', 'e\u0308', 'a\u200Db', 'a\u00ADb', 'a\nb']) expect(unprintablePlaces(text)).toEqual([])
  expect(unprintablePlaces('to 🙂, q\u030C.')).toEqual([
    { start: 3, end: 5 },
    { start: 7, end: 9 },
  ])
})
