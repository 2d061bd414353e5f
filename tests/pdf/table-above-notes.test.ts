import { afterAll, expect, test } from 'vitest'
import { linesOf } from '../small-publication.ts'
import { freeAbove, publicationOf, words } from './noted-document.ts'

/** A table with what says where it is from, below a text that calls a note. */
const document = (lead: number): string =>
  [
    '---\ntitle: A paper\nkind: Paper\nform: brief\ndescription: D.\ndate: 2018-06-08\n---',
    words(lead, 1),
    `${words(20, 2)}[^1]`,
    'Table. A caption of the table',
    `| Row | Figure |\n| --- | --- |\n${Array.from({ length: 9 }, (_, row) => `| row${row + 1} | ${row * row} |`).join('\n')}`,
    `Source: ${words(24, 3)}.`,
    ...[4, 5, 6, 7].map((seed) => words(70, seed)),
    `[^1]: Note: ${words(30, 8)}.`,
  ].join('\n\n')

/** Texts that end a line later each, on the way from one page to the next. */
const documents = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`table-${at}`, document(2 + at * 8)]))
const publication = publicationOf(documents)
publication.run('build')

afterAll(() => publication.remove())

test('a table whose source has no room above the notes is parted, and never with a row or two on the next page', async () => {
  const over: number[] = []
  for (const name of Object.keys(documents)) {
    const [first, second] = await linesOf(await publication.pdf('en', name))
    const rows = (second ?? []).filter(({ text }) => /^row\d/.test(text)).length
    over.push(rows)
    if (first!.some(({ text }) => text.includes('Note:'))) expect(freeAbove(first!, 'Note:')).toBeLessThan(90)
  }
  expect(over).toContain(0)
  expect(over.some((rows) => rows > 0 && rows < 9)).toBe(true)
  expect(over.filter((rows) => rows === 1 || rows === 2)).toEqual([])
})
