import { afterAll, expect, test } from 'vitest'
import { createPublication, linesOf } from '../small-publication.ts'
import { words } from './noted-document.ts'

/** A list of four items, of two lines each on A5, after a line that leads to it. */
const LIST = `${words(60, 1)}:\n\n${Array.from({ length: 4 }, (_, at) => `- ${words(13, at)}`).join('\n')}`

/** Texts in which the list comes a line later each time. */
const documents = Object.fromEntries(
  Array.from({ length: 14 }, (_, at) => [
    `content/list-${at}/document.md`,
    `---\ntitle: A paper\nkind: Paper\ndescription: D.\ndate: 2018-06-08\n---\n\n${words(20 + at * 10)}\n\n${LIST}\n\n${words(200, 2)}\n\n${words(160, 3)}\n`,
  ]),
)
const publication = createPublication({
  'content/publication.yaml': 'title: Tests\npublisher: The tests\npaper: A5\neditions: [en]\n',
  ...documents,
})
publication.run('build')

afterAll(() => publication.remove())

/** A page of A5 has its foot so far above the edge of the paper, and room for so much above it. In points. */
const [FOOT, HEIGHT] = [57, 487]

test('a list that is half a dozen lines long leaves no quarter of a small page empty', async () => {
  const holes = await Promise.all(
    Object.keys(documents).map(async (path) => {
      const [first] = await linesOf(await publication.pdf('en', path.split('/')[1]))
      const lowest = Math.min(...first!.filter(({ text }) => !/^page \d/.test(text)).map(({ y }) => y))
      return { path, hole: (lowest - FOOT) / HEIGHT }
    }),
  )
  expect(holes.filter(({ hole }) => hole > 0.23)).toEqual([])
})
