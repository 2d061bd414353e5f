import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { folios } from '../../pipeline/pdf/folios.ts'
import { createPublication, linesOf, type Line, type SmallPublication } from '../small-publication.ts'

const documentOf = (front: string, sections: number): string =>
  `---\ntitle: A paper\nkind: Paper\ndescription: A paper for the tests.\ndate: 2018-06-08\n${front}---\n\n` +
  Array.from({ length: sections }, (_, index) => `## Section ${index + 1}\n\n${'Some words of its text. '.repeat(60)}`).join('\n\n')

describe('a document whose front pages have Roman numerals', () => {
  let publication: SmallPublication
  let pages: Line[][]
  let labels: string[] | null
  const words = (page: readonly Line[]): string => page.map(({ text }) => text).join('\n')

  beforeAll(async () => {
    publication = createPublication({
      'content/publication.yaml': 'title: Tests\npublisher: The tests\npaper: A5\neditions: [en, sq]\n',
      // A paragraph before the first heading: the text begins there.
      'content/paper/document.md': documentOf('numbering: roman-front\n', 60).replace(
        '---\n\n##',
        '---\n\nIt begins without a heading.\n\n##',
      ),
    })
    publication.run('build')
    const pdf = await publication.pdf('en')
    pages = await linesOf(pdf)
    labels = await pdf.getPageLabels()
  })

  afterAll(() => publication?.remove())

  test('counts i, ii, … before the text, and from 1 in it, each to its own end; the cover bears no number', () => {
    const start = pages.findIndex((page) => words(page).includes('It begins without a heading.'))
    expect(start).toBeGreaterThan(2)
    expect(words(pages[0]!)).not.toMatch(/page/)
    expect(words(pages[1]!)).toContain(`page i of ${'i'.repeat(start - 1)}`)
    expect(words(pages[2]!)).toContain(`page ii of ${'i'.repeat(start - 1)}`)
    expect(words(pages[start]!)).toContain(`page 1 of ${pages.length - start}`)
    expect(words(pages.at(-1)!)).toContain(`page ${pages.length - start} of ${pages.length - start}`)
  })

  test('the contents tell the numbers that the pages bear, and so do viewers', () => {
    const start = pages.findIndex((page) => words(page).includes('It begins without a heading.'))
    expect(labels).toEqual([
      '',
      'i',
      'ii',
      ...pages.slice(3, start).map((_, at) => `ii${'i'.repeat(at + 1)}`),
      ...pages.slice(start).map((_, at) => String(at + 1)),
    ])
    const contents = pages.slice(1, start).map(words).join('\n')
    for (const section of [1, 30, 60]) {
      const page = pages.findIndex((each, at) => at >= start && each.some(({ text }) => text === `Section ${section}`))
      expect(contents).toMatch(new RegExp(`^Section ${section}\\s+${labels![page]}$`, 'm'))
    }
  })
})

test.each([
  ['that does not ask for them', 'form: report\n'],
  ['without a cover', 'numbering: roman-front\n'],
])('a document %s has no page labels, and counts from its first page', async (_, front) => {
  const publication = createPublication({
    'content/publication.yaml': 'title: Tests\npublisher: The tests\neditions: [en]\n',
    'content/paper/document.md': documentOf(front, 4),
  })
  publication.run('build')
  const pdf = await publication.pdf('en')
  const pages = await linesOf(pdf)
  expect(await pdf.getPageLabels()).toBeNull()
  expect(pages[1]!.map(({ text }) => text)).toContain(`page 2 of ${pages.length}`)
  publication.remove()
})

test('Roman numerals as high as a long front needs', () => {
  const { labels, last } = folios(51, 50)
  expect(labels).toHaveLength(51)
  expect([labels[4], labels[9], labels[14], labels[19], labels[40], labels[48]]).toEqual(['iv', 'ix', 'xiv', 'xix', 'xl', 'xlviii'])
  expect([last[1], last[49], last[50]]).toEqual(['xlviii', '2', '2'])
})

test('a document without a text is printed nevertheless', () => {
  const publication = createPublication({
    'content/publication.yaml': 'title: Tests\npublisher: The tests\neditions: [en]\n',
    'content/paper/document.md': documentOf('', 0),
  })
  expect(publication.run('build').status).toBe(0)
  publication.remove()
})
