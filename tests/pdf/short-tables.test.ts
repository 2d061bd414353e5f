import { afterAll, expect, test } from 'vitest'
import { createPublication, linesOf } from '../small-publication.ts'

const SENTENCE = 'The conference brought together officials of governments, researchers and people of civil society. '

/** A table below so many paragraphs, each row of which says something. */
const document = (paragraphs: number, words: string, rows = 6): string => `---
title: A table
kind: Report
form: report
description: It has a table.
date: 2018-06-08
---

${`${SENTENCE.repeat(6)}\n\n`.repeat(paragraphs)}
| Row | Text | Text |
| --- | --- | --- |
${Array.from({ length: rows }, (_, at) => `| row${at + 1} | ${words} | ${words} |\n`).join('')}
${SENTENCE.repeat(6)}
`

/** Rows that count down to the last. */
const rowsOf = (table: number): string =>
  Array.from({ length: 34 + table }, (_, row) => `| row${table}.${34 + table - row} | Words |\n`).join('')

/** Tables that end a little below a page, in more rows each time. */
const HIGH = `---
title: Tables
kind: Report
form: report
description: It has tables.
date: 2018-06-08
---

${Array.from({ length: 8 }, (_, table) => `## Table ${table}

${SENTENCE}

| Row | Text |
| --- | --- |
${rowsOf(table)}
${`${SENTENCE.repeat(6)}\n\n`.repeat(10)}`).join('\n')}` // prettier-ignore

/** A table with a caption below so many lines. */
const captioned = (lines: number): string => `---
title: A table
kind: Paper
form: brief
description: It has a table.
date: 2018-06-08
---

${SENTENCE.repeat(4)}

${`${SENTENCE.slice(0, 60)}\n\n`.repeat(lines)}
Table. A caption

| Row | ${'Col | '.repeat(12)}
| --- | ${'--: | '.repeat(12)}
${Array.from({ length: 9 }, (_, row) => `| row${row + 1} | ${'10 | '.repeat(12)}\n`).join('')}
${`${SENTENCE.repeat(12)}\n\n`.repeat(2)}`

const COUNTS = [13, 14, 15, 16, 17, 18]

const publication = createPublication({
  'content/publication.yaml': 'title: Tests\npublisher: The tests\neditions: [en]\n',
  ...Object.fromEntries([3, 4, 5, 6].map((count) => [`content/short-${count}/document.md`, document(count, 'A few words')])),
  'content/high/document.md': HIGH,
  'content/long/document.md': document(3, SENTENCE.repeat(2)),
  ...Object.fromEntries([2, 3, 4].map((count) => [`content/tall-${count}/document.md`, document(count, SENTENCE, 9)])),
})
publication.run('build')
const onLetter = createPublication({
  'content/publication.yaml': 'title: Tests\npublisher: The tests\npaper: Letter\neditions: [en]\n',
  ...Object.fromEntries(COUNTS.map((count) => [`content/captioned-${count}/document.md`, captioned(count)])),
})
onLetter.run('build')

afterAll(() => {
  publication.remove()
  onLetter.remove()
})

/** The pages on which the rows of the table stand. */
async function pagesOfRows(name: string): Promise<number[]> {
  const pages = await linesOf(await publication.pdf('en', name))
  return [...new Set(pages.flatMap((lines, page) => lines.flatMap(({ text }) => (/^row\d/.test(text) ? [page] : []))))]
}

test('a short table stands whole, wherever its page ends', async () => {
  for (const count of [3, 4, 5, 6]) expect(await pagesOfRows(`short-${count}`)).toHaveLength(1)
})

test('one of as few rows with much text in each leaves no half of a page empty', async () => {
  expect(await pagesOfRows('long')).toHaveLength(2)
})

test('at the foot of a page a long table begins with two rows at least, and overleaf it ends with three', async () => {
  const pages = await linesOf(await publication.pdf('en', 'high'))
  const parts = pages.flatMap((lines) => [
    ...Map.groupBy(
      lines.flatMap(({ text }) => /^row\d+\.\d+/.exec(text)?.[0] ?? []),
      (row) => row.split('.')[0],
    ).values(),
  ])
  expect(parts.length).toBeGreaterThan(10)
  for (const rows of parts) expect(rows.length).toBeGreaterThan(rows.at(-1)!.endsWith('.1') ? 2 : 1)
})

test('of rows with much text in each a page has all that it has room for, but for the last two, which stand together', async () => {
  const [ROW, FOOT] = [58, 74]
  const overleaf: number[] = []
  for (const count of [2, 3, 4]) {
    const pages = await linesOf(await publication.pdf('en', `tall-${count}`))
    const parts = pages.flatMap((lines) => (lines.some(({ text }) => /^row\d/.test(text)) ? [lines] : []))
    for (const lines of parts.slice(0, -1)) {
      const last = lines.findLast(({ text }) => !text.startsWith('page '))!
      expect(last.y - FOOT).toBeLessThan(2 * ROW)
    }
    if (parts.length > 1) overleaf.push(parts.at(-1)!.filter(({ text }) => /^row\d/.test(text)).length)
  }
  expect(overleaf.length).toBeGreaterThan(1)
  expect(Math.min(...overleaf)).toBeGreaterThan(1)
})

test('no head stands alone at the foot of a page, below its caption', async () => {
  for (const count of COUNTS) {
    const pages = await linesOf(await onLetter.pdf('en', `captioned-${count}`))
    const ends = pages.map((lines) => lines.findLast(({ text }) => !text.startsWith('page '))!.text)
    expect(ends.filter((text) => /Col|A caption/.test(text))).toEqual([])
  }
})
