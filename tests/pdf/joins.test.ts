import * as fontkit from 'fontkit'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readFonts, type FontFile } from '../../pipeline/html/fonts.ts'
import { openPress, type Press } from '../../pipeline/pdf/press.ts'
import { verifyPdf } from '../../pipeline/verify/verify-pdf.ts'
import { elementsPage, printElements } from './torture/torture.ts'

/** What of a face’s table of substitutions the tests read: ligatures, and for each language the glyphs of its own. */
interface Substitutions {
  readonly lookupList: { toArray(): readonly { readonly lookupType: number; readonly subTables: readonly Subtable[] }[] }
  readonly scriptList: readonly {
    readonly tag: string
    readonly script: { readonly langSysRecords: readonly { readonly langSys: { readonly featureIndexes: readonly number[] } }[] }
  }[]
  readonly featureList: readonly { readonly tag: string; readonly feature: { readonly lookupListIndexes: readonly number[] } }[]
}
interface Subtable {
  readonly extension?: Subtable
  readonly coverage: {
    readonly glyphs?: readonly number[]
    readonly rangeRecords?: readonly { readonly start: number; readonly end: number }[]
  }
  readonly ligatureSets?: { toArray(): readonly (readonly { readonly components: readonly number[] }[])[] }
}

const covered = ({ coverage: { glyphs, rangeRecords = [] } }: Subtable): readonly number[] =>
  glyphs ?? rangeRecords.flatMap(({ start, end }) => Array.from({ length: end - start + 1 }, (_, index) => start + index))

/** The sequences of characters that a file’s face joins, and the letters that it draws otherwise in some language. */
function joinedIn({ bytes }: FontFile): string[] {
  const font = fontkit.create(bytes as Buffer) as fontkit.Font & { GSUB?: Substitutions }
  const table = font.GSUB
  if (!table) return []
  const characters = new Map(font.characterSet.toReversed().map((point) => [font.glyphForCodePoint(point).id, String.fromCodePoint(point)]))
  const lookups = table.lookupList.toArray()
  const joined = lookups
    .filter(({ lookupType }) => lookupType === 4)
    .flatMap(({ subTables }) => subTables.map((each) => each.extension ?? each))
    .flatMap((subtable) =>
      covered(subtable).flatMap((first, index) =>
        subtable.ligatureSets!.toArray()[index]!.map(({ components }) => [first, ...components].map((glyph) => characters.get(glyph))),
      ),
    )
    .filter((sequence) => sequence.every((each) => each !== undefined && /[\p{L}\p{P}]/u.test(each)))
    .map((sequence) => sequence.join(''))
  const own = table.scriptList
    .flatMap(({ script }) => script.langSysRecords)
    .flatMap(({ langSys }) => langSys.featureIndexes.map((index) => table.featureList[index]!))
    .filter(({ tag }) => tag === 'locl')
    .flatMap(({ feature }) => feature.lookupListIndexes.flatMap((index) => lookups[index]!.subTables))
    .flatMap((each) => covered(each.extension ?? each).flatMap((glyph) => characters.get(glyph) ?? []))
    .filter((each) => /[\p{Script=Cyrillic}\p{Script=Latin}]/u.test(each))
  return [...new Set([...joined, ...own.map((letter) => `${letter}${letter}`)])]
}

const SOFT_HYPHEN = '\u00AD'

/** A word with soft hyphens in some of the places between its letters, one for each bit. */
function parted(word: string, places: number): string {
  return Array.from(word, (letter, index) => letter + (places & (1 << index) && index < word.length - 1 ? SOFT_HYPHEN : '')).join('')
}

let press: Press
let faces: readonly (readonly [face: string, style: string, words: readonly string[]])[]

beforeAll(async () => {
  press = await openPress()
  const byFace = Map.groupBy(await readFonts(), ({ family, weight, style }) => `font: ${style} ${weight} 1em "${family}"`)
  faces = [...byFace].map(
    ([style, files]) => [style, style, [...new Set(files.flatMap(joinedIn))].filter((word) => word.length < 4)] as const,
  )
})

afterAll(() => press.close())

test('the faces join letters, and have letters of some languages alone', () => {
  for (const [, , words] of faces.slice(0, 8)) expect(words).toEqual(expect.arrayContaining(['ff', 'fi', 'fl', 'ffi', 'ffl']))
  expect(faces.some(([, , words]) => words.includes('бб'))).toBe(true)
})

// In a document of its own each: what stands in one without a hyphen tells the glyph’s value for all.
describe.each([0, 1, 2, 3])('letters that are joined, parted at the places %i of three', (places) => {
  describe.each(['en', 'sq', 'mk', 'sr-Cyrl'])('in %s', (language) => {
    test.each([
      ['inside a line', ''],
      ['at its end', 'width: 1px; overflow-wrap: normal; '],
    ])('conform and are read as they are written, %s', async (_, where) => {
      const words = faces.flatMap(([, style, all]) => all.map((word) => ({ style, word })))
      const body = words.map(({ style, word }) => `<p lang="${language}" style='${where}${style}'>A${parted(word, places)}A</p>`).join('\n')
      const pdf = await printElements(press, await elementsPage(`<h1>Words</h1>${body}`))
      expect(await verifyPdf('words.pdf', pdf)).toEqual([])
      const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise
      const texts = await Promise.all(
        Array.from({ length: document.numPages }, async (__, index) => {
          const { items } = await (await document.getPage(index + 1)).getTextContent()
          return items.map((item) => ('str' in item ? item.str : '')).join('')
        }),
      )
      const read = texts.join('').normalize('NFC')
      expect(read).not.toContain(SOFT_HYPHEN)
      const letters = read.replaceAll(/[^\p{L}·]/gu, '')
      for (const { word } of words) expect(letters).toContain(`A${word}A`)
    })
  })
})
