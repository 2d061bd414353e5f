import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, expect, test } from 'vitest'
import { openBrowserPool } from '../../pipeline/pdf/browser-pool.ts'
import { createPublication, linesOf } from '../small-publication.ts'
import { elementsPage, printElements } from './torture/torture.ts'

const LONG =
  'international organisations communication understanding representatives self-determination independent investigation municipality translation responsibilities environmental'.split(
    ' ',
  )
const words = (count: number, seed: number): string =>
  Array.from({ length: count }, (_, at) => LONG[(at * at + at * 5 + seed * 7) % LONG.length]).join(' ')

/** From line to line, in points. */
const LINE = 16

/** So many paragraphs, of which each fourth calls a note of so many words. */
const document = (paragraphs: number, note: number): string => `---
title: A paper
kind: Paper
description: D.
date: 2018-06-08
---

${Array.from({ length: paragraphs }, (_, seed) => `${words(60, seed)}${seed % 4 === 0 ? `[^${seed}]` : ''}`).join('\n\n')}

${Array.from({ length: paragraphs / 4 }, (_, at) => `[^${at * 4}]: ${words(note, at)}`).join('\n\n')}
`

const publicationOf = (paper: string, paragraphs: number, note: number) => {
  const publication = createPublication({
    'content/publication.yaml': `title: Tests\npublisher: The tests\npaper: ${paper}\neditions: [en]\nformats: [pdf]\n`,
    'content/paper/document.md': document(paragraphs, note),
  })
  publication.run('build')
  return publication
}
const small = publicationOf('A5', 40, 40)
const large = publicationOf('A4', 40, 14)
const long = publicationOf('A5', 240, 6)

afterAll(() => [small, large, long].forEach((publication) => publication.remove()))

/** The second of each three lines in a row that end in a hyphen. */
function laddersIn(lines: readonly string[]): string[] {
  const ends = lines.map((text) => /[-‐\u00AD]$/.test(text))
  expect(ends.filter(Boolean).length).toBeGreaterThan(10)
  return lines.filter((_, at) => [-1, 0, 1].every((next) => ends[at + next]))
}

/** The lines in the small type of the outer margin, from the head to the foot of each page. */
async function marginOf(pdf: PDFDocumentProxy): Promise<string[]> {
  const TYPE = 8
  const lines: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    const own = items.flatMap((item) => ('str' in item && item.str.trim() !== '' && item.transform[0] < TYPE ? [item] : []))
    const byHeight = Map.groupBy(own, ({ transform }) => Math.round(transform[5] as number))
    lines.push(...[...byHeight].toSorted(([a], [b]) => b - a).map(([, parts]) => parts.map(({ str }) => str).join('')))
  }
  return lines
}

test('no more than two lines in a row end in a hyphen, be it one of the word itself', async () => {
  expect(laddersIn((await linesOf(await small.pdf('en'))).flat().map(({ text }) => text))).toEqual([])
})

test('nor in the margin, where lines are short', async () => {
  expect(laddersIn(await marginOf(await large.pdf('en')))).toEqual([])
})

test('nor in a long document', async () => {
  const pdf = await long.pdf('en')
  expect(pdf.numPages).toBeGreaterThan(80)
  // The last line above the notes is parted from them.
  const lines = (await linesOf(pdf)).flatMap((page) =>
    page.flatMap(({ text, y }, at) => (page[at - 1] && page[at - 1]!.y - y < LINE ? [text] : ['', text])),
  )
  expect(laddersIn(lines)).toEqual([])
})

test('a word that is wider than its line stays parted: it would be broken without a hyphen', async () => {
  const pool = await openBrowserPool()
  try {
    const print = await printElements(pool, await elementsPage())
    const lines = (await linesOf(await getDocument({ data: print, verbosity: 0 }).promise)).flat()
    const narrow = lines.flatMap(({ text }) => (/misunder/.test(text) ? [text] : []))
    expect(narrow).toEqual([expect.stringMatching(/misunderstanding|[-\u00AD]$/)])
  } finally {
    await pool.close()
  }
})
