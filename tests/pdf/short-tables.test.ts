import { afterAll, expect, test } from 'vitest'
import { createPublication, linesOf } from '../small-publication.ts'

const SENTENCE = 'The conference brought together officials of governments, researchers and people of civil society. '

/** A table below so many paragraphs, each row of which says something. */
const document = (paragraphs: number, words: string): string => `---
title: A table
kind: Report
form: report
description: It has a table.
date: 2018-06-08
---

${`${SENTENCE.repeat(6)}\n\n`.repeat(paragraphs)}
| Row | Text | Text |
| --- | --- | --- |
${Array.from({ length: 6 }, (_, at) => `| row${at + 1} | ${words} | ${words} |\n`).join('')}
${SENTENCE.repeat(6)}
`

const publication = createPublication({
  'content/publication.yaml': 'title: Tests\npublisher: The tests\neditions: [en]\n',
  ...Object.fromEntries([3, 4, 5, 6].map((count) => [`content/short-${count}/document.md`, document(count, 'A few words')])),
  'content/long/document.md': document(3, SENTENCE.repeat(2)),
})
publication.run('build')

afterAll(() => publication.remove())

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
