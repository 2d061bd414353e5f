import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPublication, linesOf, type SmallPublication } from '../small-publication.ts'

const LONG = 'A heading that goes on for more than a line or two of the page, so that it has to be broken, and is whole all the same'
const DOCUMENT = `---
title: A title of a paper that is as long as titles are, and goes on for more than a line of its cover, with radicalization in it
kind: Paper
description: A paper for the tests.
date: 2018-06-08
form: report
---

## ${LONG}

${'Some words of its text. '.repeat(300)}

## Notes[^1] and *emphasis*, on 6 June

A [page of the web](https://example.org/report?year=2018&part=2), an [address](mailto:office@example.org), and https://example.org/plain.

### Lower

Text.

${['One', 'Two', 'Three', 'Four'].map((heading) => `## ${heading}\n\nText.`).join('\n\n')}

[^1]: A note with a [link](https://example.org/note).
`

let publication: SmallPublication
let english: PDFDocumentProxy
let albanian: PDFDocumentProxy

beforeAll(async () => {
  publication = createPublication({
    'content/publication.yaml': 'title: Tests\npublisher: The tests\neditions: [sq, en]\n',
    'content/paper/document.md': DOCUMENT,
    'locales/sq/paper.json': JSON.stringify({ 'front.title': 'Titulli i punimit', 'lower.heading': 'Më poshtë' }),
  })
  publication.run('build')
  english = await publication.pdf('en')
  albanian = await publication.pdf('sq')
})

afterAll(() => publication?.remove())

type Bookmarks = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>
const titles = (items: Bookmarks): unknown[] =>
  (items ?? []).flatMap(({ title, items: below }) => [title, ...(below.length > 0 ? [titles(below as Bookmarks)] : [])])

test('bookmarks have the whole words of their headings, without calls to notes, and lead to their pages', async () => {
  const outline = await english.getOutline()
  expect(titles(outline)).toEqual([
    'A title of a paper that is as long as titles are, and goes on for more than a line of its cover, with radicalization in it',
    ['Contents', LONG, 'Notes and emphasis, on 6\u00A0June', ['Lower'], 'One', 'Two', 'Three', 'Four'],
  ])
  const pages = await linesOf(english)
  const { dest } = outline[0]!.items[2] as { dest: [{ num: number; gen: number }] | string }
  const target = typeof dest === 'string' ? (await english.getDestination(dest))! : dest
  const page = await english.getPageIndex(target[0] as { num: number; gen: number })
  expect(pages[page]!.some(({ text }) => text.startsWith('Notes and emphasis'))).toBe(true)
  // Long enough to be broken.
  expect(pages.flat().some(({ text }) => text === LONG)).toBe(false)
})

test('in a draft they are the edition’s own words, and the English ones without the mark that they are English', async () => {
  expect(titles(await albanian.getOutline())).toEqual([
    'Titulli i punimit',
    ['Përmbajtja', LONG, 'Notes and emphasis, on 6\u00A0June', ['Më poshtë'], 'One', 'Two', 'Three', 'Four'],
  ])
})

test('links lead to their addresses and, inside, to the page that the contents tell', async () => {
  const pages = await linesOf(english)
  const annotations = (await Promise.all(pages.map(async (_, index) => (await english.getPage(index + 1)).getAnnotations()))).flat()
  const addresses = annotations.flatMap(({ url }: { url?: string }) => url ?? [])
  expect([...new Set(addresses)].sort()).toEqual([
    'https://example.org/note',
    'https://example.org/plain',
    'https://example.org/report?year=2018&part=2',
    'mailto:office@example.org',
  ])
  const contents = (await (await english.getPage(2)).getAnnotations()) as { dest: string }[]
  expect(new Set(contents.map(({ dest }) => dest)).size).toBe(7)
  for (const { dest } of contents) {
    const page = await english.getPageIndex((await english.getDestination(dest))![0] as { num: number; gen: number })
    const label =
      ['Notes and emphasis', 'Lower', 'One', 'Two', 'Three', 'Four'].find((each) => dest.includes(each.split(' ')[0]!.toLowerCase())) ??
      'A heading that goes on'
    expect(pages[page]!.some(({ text }) => text.startsWith(label))).toBe(true)
    expect(pages[1]!.some(({ text }) => (label.startsWith('A heading') || text.startsWith(label)) && text.endsWith(String(page + 1)))).toBe(
      true,
    )
  }
})
