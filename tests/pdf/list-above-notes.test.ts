import { afterAll, expect, test } from 'vitest'
import { linesOf } from '../small-publication.ts'
import { freeAbove, publicationOf, words } from './noted-document.ts'

/** A list below a long paragraph, which leads to it, and a text that calls a note. */
const document = (lead: number): string =>
  [
    '---\ntitle: A paper\nkind: Paper\nform: brief\ndescription: D.\ndate: 2018-06-08\n---',
    words(lead, 1),
    `${words(20, 2)}[^1]`,
    `${words(76, 3)}:`,
    Array.from({ length: 9 }, (_, item) => `- ${words(16, item)}`).join('\n'),
    ...[4, 5, 6, 7].map((seed) => words(70, seed)),
    `[^1]: Note: ${words(30, 8)}.`,
  ].join('\n\n')

/** Texts that end a line later each, so that the list begins anywhere at the end of the page. */
const documents = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`list-${at}`, document(60 + at * 8)]))
const publication = publicationOf(documents)
publication.run('build')

afterAll(() => publication.remove())

test('a long paragraph before a list that begins overleaf leaves no hole above the notes as high as it is', async () => {
  const free: number[] = []
  for (const name of Object.keys(documents)) {
    const [first] = await linesOf(await publication.pdf('en', name))
    if (first!.some(({ text }) => text.includes('Note:'))) free.push(Math.round(freeAbove(first!, 'Note:')))
  }
  expect(free.length).toBeGreaterThan(0)
  expect(Math.max(...free)).toBeLessThan(90)
})
