import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyPdf } from '../../pipeline/verify/verify-pdf.ts'
import { bookOf } from '../book.ts'
import { callsOf, strayedIn } from './any/calls.ts'
import { linesOf } from '../small-publication.ts'
import { buildRoot, pdfPath, rootOf, type BuiltFolder } from '../build-once.ts'

const place = mkdtempSync(join(tmpdir(), 'editions-long-'))
let built: BuiltFolder

beforeAll(() => {
  const content = join(place, 'content')
  for (const [id, pages] of Object.entries({ short: 28, long: 300 })) {
    mkdirSync(join(content, id), { recursive: true })
    writeFileSync(join(content, id, 'document.md'), bookOf(pages))
  }
  writeFileSync(join(content, 'publication.yaml'), 'title: Books\npublisher: The tests\neditions: [en]\n')
  const { root, remove } = rootOf(place)
  try {
    built = buildRoot(root, { arguments: ['--format', 'pdf'] })
  } finally {
    remove()
  }
})

afterAll(() => {
  built?.remove()
  rmSync(place, { recursive: true })
})

const textOf = async (pdf: PDFDocumentProxy, number: number): Promise<string> =>
  (await (await pdf.getPage(number)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' ')

describe.each([
  ['short', 25, 40],
  ['long', 270, 350],
])('the %s book', (id, least, most) => {
  test('has in its contents for every chapter the page on which its heading stands', async () => {
    const pdf = await getDocument({ data: new Uint8Array(readFileSync(pdfPath(built.folder, 'en', id))), verbosity: 0 }).promise
    expect(pdf.numPages).toBeGreaterThanOrEqual(least)
    expect(pdf.numPages).toBeLessThanOrEqual(most)
    const outline = (await pdf.getOutline())[0]!.items.filter(({ title }) => title.startsWith('Chapter'))
    const first = (await pdf.getPageIndex((outline[0]!.dest as [never])[0])) + 1
    const contents = (await Promise.all(Array.from({ length: first - 2 }, (_, index) => textOf(pdf, index + 2)))).join(' ')
    const written = new Map(
      [...contents.matchAll(/(Chapter \d+) of the book\s+(\d+)/g)].map(([, chapter, page]) => [chapter, Number(page)]),
    )
    expect(written.size).toBe(outline.length)
    for (const { title, dest } of outline) {
      const page = (await pdf.getPageIndex((dest as [never])[0])) + 1
      const chapter = /^Chapter \d+/.exec(title)![0]
      expect(`${chapter} on page ${written.get(chapter)}`).toBe(`${chapter} on page ${page}`)
      expect(await textOf(pdf, page)).toContain(`${chapter} of the book`)
      // The heading, and not a page on which the chapter is only named at the head.
      expect(await textOf(pdf, page)).toContain(`Paragraph 1 of ${chapter.toLowerCase()}.`)
    }
  })

  test('has each note on the page of its call', async () => {
    const pdf = await getDocument({ data: new Uint8Array(readFileSync(pdfPath(built.folder, 'en', id))), verbosity: 0 }).promise
    const calls = await callsOf(pdf)
    expect(calls.length).toBe(id === 'long' ? 75 : 7)
    expect(strayedIn(calls)).toEqual([])
  })

  test('has no page with a line or two, be it the last of a chapter', async () => {
    const pdf = await getDocument({ data: new Uint8Array(readFileSync(pdfPath(built.folder, 'en', id))), verbosity: 0 }).promise
    const pages = await linesOf(pdf)
    const few = pages.flatMap((lines, index) => (index > 0 && lines.filter(({ y }) => y > 75 && y < 785).length < 7 ? [index + 1] : []))
    expect(few).toEqual([])
  })

  test('conforms', async () => {
    expect(await verifyPdf(id, readFileSync(pdfPath(built.folder, 'en', id)))).toEqual([])
  })
})
