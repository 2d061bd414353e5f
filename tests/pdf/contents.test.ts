import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPublication, linesOf, type SmallPublication } from '../small-publication.ts'

let publication: SmallPublication

beforeAll(() => {
  publication = createPublication({
    'content/publication.yaml': 'title: Notes\npublisher: The tests\neditions: [en]\n',
    'content/paper/document.md':
      '---\ntitle: A note\nkind: Note\ndescription: It has no headings.\ndate: 2018-06-08\n---\n\nThe only paragraph.\n',
  })
})

afterAll(() => publication.remove())

test('a document without headings has no page of contents, and its pages are counted all the same', async () => {
  expect(publication.run('build').status).toBe(0)
  const pages = (await linesOf(await publication.pdf('en'))).map((lines) => lines.map(({ text }) => text))
  expect(pages).toHaveLength(1)
  expect(pages[0]).toContain('The only paragraph.')
  expect(pages[0]).toContain('page 1 of 1')
  expect(publication.read('output/en/paper/index.html')).not.toContain('Contents')
})
