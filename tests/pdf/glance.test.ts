import { afterAll, expect, test } from 'vitest'
import { createPublication, linesOf } from '../small-publication.ts'

const publication = createPublication({
  'content/publication.yaml': 'title: Tests\npublisher: The tests\neditions: [en]\n',
  'content/paper/document.md':
    '---\ntitle: A conference\nkind: Summary\ndescription: It has a programme.\ndate: 2018-06-08\n---\n\n## First\n\nText.\n',
  'content/paper/programme.yaml': `place: Prishtina
organisers: [alpha]
framework: A framework
organisations: { alpha: Alpha }
people:
  first: { name: Wilhelmina Wintermantel, gender: female }
  last: { name: Massimiliano Wintermantel, gender: male }
days:
  - date: 2018-06-06
    sessions:
      - { id: panel-1, kind: panel, chair: first, speakers: [last] }
      - { id: panel-2, kind: panel, chair: first, speakers: [last] }
      - { id: panel-4, kind: panel, chair: last, speakers: [first] }
`,
})

afterAll(() => publication.remove())

test('a name stands whole where there is room: the last station of a day has all that is left of its line', async () => {
  publication.run('build')
  const [, contents] = await linesOf(await publication.pdf('en'))
  const texts = contents!.map(({ text }) => text)
  expect(texts.filter((text) => text.includes('Massimiliano Wintermantel'))).toHaveLength(1)
  // Those before it have not.
  expect(texts.filter((text) => text.includes('Wilhelmina Wintermantel'))).toEqual([])
  expect(Math.max(...contents!.map(({ right }) => right))).toBeLessThan(595 - 17.5 * 2.83)
})
