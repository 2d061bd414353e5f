import { afterAll, expect, test } from 'vitest'
import { createPublication } from '../small-publication.ts'
import { callsOf, strayedIn } from './any/calls.ts'
import { words } from './noted-document.ts'

/** The last paragraph calls a note in its first line, and may be held together so that the last page has more than a line or two. */
const held = (lead: number): string =>
  [
    '---\ntitle: A paper\nkind: Paper\ndescription: D.\ndate: 2018-06-08\n---',
    words(lead, 1),
    `${words(40, 2)}[^1]`,
    `${words(52, 3)}[^2]`,
    `${words(60, 4)}[^3]`,
    words(50, 5),
    `${words(3, 6)}[^4] ${words(48, 7)}`,
    ...[12, 12, 12, 60].map((count, index) => `[^${index + 1}]: Note ${index + 1}: ${words(count, index + 1)}`),
  ].join('\n\n')

/** Texts that end a line later each, on the way from one page to the next. */
const documents = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`held-${at}`, held(135 + at * 5)]))
const publication = createPublication({
  'content/publication.yaml': 'title: Tests\npublisher: The tests\npaper: A5\neditions: [en]\n',
  ...Object.fromEntries(Object.entries(documents).map(([name, text]) => [`content/${name}/document.md`, `${text}\n`])),
})
const { said } = publication.run('build')

afterAll(() => publication.remove())

test('a note stands at the foot of the page to which its paragraph is held, wherever that ends', async () => {
  expect(said).not.toContain('stands in the text')
  for (const name of Object.keys(documents)) {
    const calls = await callsOf(await publication.pdf('en', name))
    expect(calls.length).toBe(4)
    expect(strayedIn(calls)).toEqual([])
  }
})
