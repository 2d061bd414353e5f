import { afterAll, expect, test } from 'vitest'
import { createPublication, linesOf } from '../small-publication.ts'
import { words } from './noted-document.ts'

const COLUMNS = Array.from({ length: 13 }, (_, column) => `Strengths${column}`)

/** A note that is parted between the page of its call and the next upright one, with a table on a turned page between the two. */
const document = (lead: number): string =>
  [
    '---\ntitle: A paper\nkind: Paper\nform: brief\ndescription: D.\ndate: 2018-06-08\n---',
    words(lead, 1),
    `${words(20, 2)}[^1]`,
    'Table. A caption of the table',
    [`| ${COLUMNS.join(' | ')} |`, `|${' --- |'.repeat(13)}`, `| ${COLUMNS.join(' | ')} |`].join('\n'),
    'Source: the office.',
    ...[4, 5, 6, 7].map((seed) => `${words(70, seed)}[^${seed}]`),
    `[^1]: Note: ${words(120, 8)}.`,
    ...[4, 5, 6, 7].map((seed) => `[^${seed}]: Of ${seed}.`),
  ].join('\n\n')

const documents = Object.fromEntries(Array.from({ length: 4 }, (_, at) => [`table-${at}`, document(170 + at * 20)]))
const publication = createPublication({
  'content/publication.yaml': 'title: Tests\npublisher: The tests\neditions: [en]\n',
  ...Object.fromEntries(Object.entries(documents).map(([name, text]) => [`content/${name}/document.md`, `${text}\n`])),
})
publication.run('build')

afterAll(() => publication.remove())

test('a note that goes on after a turned page leaves that to the table and what says where it is from', async () => {
  for (const name of Object.keys(documents)) {
    const pdf = await publication.pdf('en', name)
    const isTurned = await Promise.all(
      Array.from({ length: pdf.numPages }, async (_, at) => {
        const { width, height } = (await pdf.getPage(at + 1)).getViewport({ scale: 1 })
        return width > height
      }),
    )
    const pages = await linesOf(pdf)
    const turned = pages.filter((_, at) => isTurned[at])
    expect(turned).toHaveLength(1)
    expect(turned[0]!.map(({ text }) => text)).toEqual(expect.arrayContaining(['Table 1. A caption of the table', 'Source: the office.']))
  }
})
