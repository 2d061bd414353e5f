import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readFonts } from '../../pipeline/html/fonts.ts'
import { openBrowserPool, type BrowserPool } from '../../pipeline/pdf/browser-pool.ts'
import { verifyPdf } from '../../pipeline/verify/verify-pdf.ts'
import { joinedIn } from './joined.ts'
import { elementsPage, printElements } from './torture/torture.ts'

const SOFT_HYPHEN = '\u00AD'

/** A word with soft hyphens in some of the places between its letters, one for each bit. */
function parted(word: string, places: number): string {
  return Array.from(word, (letter, index) => letter + (places & (1 << index) && index < word.length - 1 ? SOFT_HYPHEN : '')).join('')
}

let pool: BrowserPool
let faces: readonly (readonly [face: string, style: string, words: readonly string[]])[]

beforeAll(async () => {
  pool = await openBrowserPool()
  const byFace = Map.groupBy(await readFonts(), ({ family, weight, style }) => `font: ${style} ${weight} 1em "${family}"`)
  faces = [...byFace].map(
    ([style, files]) => [style, style, [...new Set(files.flatMap(joinedIn))].filter((word) => word.length < 4)] as const,
  )
})

afterAll(() => pool.close())

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
      const pdf = await printElements(pool, await elementsPage(`<h1>Words</h1>${body}`))
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

test('no letters are joined over the edge of an element, and both sides are read in their place', async () => {
  const edges = [
    '<a href="https://example.org/">of</a>fice',
    'of<a href="https://example.org/">fice</a>',
    '<a href="https://example.org/">of</a><a href="https://example.org/b">fice</a>',
    '<del>of</del>fice',
    '<abbr title="of">of</abbr>fice',
    'af<span class="unbroken">f-f</span>ice',
    '<em><del>of</del>fice</em>',
    '<strong>of<del>f</del>ice</strong>',
  ]
  const pdf = await printElements(pool, await elementsPage(`<h1>Words</h1>${edges.map((word) => `<p>A ${word} B</p>`).join('\n')}`))
  expect(await verifyPdf('words.pdf', pdf)).toEqual([])
  const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise
  const { items } = await (await document.getPage(1)).getTextContent()
  const read = items.map((item) => ('str' in item ? item.str : '')).join('')
  expect(read.match(/A office B/g)).toHaveLength(edges.length - 1)
  expect(read).toContain('A aff-fice B')
})
