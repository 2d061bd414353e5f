import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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

const SENTENCE = 'The conference brought together officials of governments, researchers and civil society around one question. '
const HEADINGS = Array.from({ length: 11 }, (_, index) => `Section ${index + 1} has a heading that is longer than a line of contents`)

/** A document of as many sections. */
function sections(kind: string, sentences: number, below: (heading: string) => string): string {
  const body = HEADINGS.map((heading) => `## ${heading}\n\n${below(heading)}${`${SENTENCE.repeat(8)}\n\n`.repeat(sentences / 8)}`)
  return `---\ntitle: A paper\nkind: ${kind}\ndescription: It has contents.\ndate: 2018-06-08\n---\n\n${body.join('')}`
}

describe.each(['A4', 'A5'])('on %s', (paper) => {
  let papers: SmallPublication

  beforeAll(() => {
    papers = createPublication({
      'content/publication.yaml': `title: Papers\npublisher: The tests\npaper: ${paper}\naddress: Street 1, Prishtina\neditions: [en]\n`,
      'content/brief/document.md': sections('Brief', 16, () => '')
        .replaceAll(/ has a heading .*/g, '')
        .replaceAll(/## Section (?:7|8|9|1\d)\n/g, ''),
      'content/report/document.md': sections('Report', 56, (heading) => `### The second level of ${heading.slice(0, 10)}\n\n`),
    })
    papers.run('build')
  })

  afterAll(() => papers?.remove())

  test('each line of contents ends with the number of its page, which is not parted, after a leader that begins at its last word', async () => {
    const pdf = await papers.pdf('en', 'report')
    const pages = await linesOf(pdf)
    const listed = pages
      .slice(2)
      .flatMap((lines) => lines.flatMap(({ text }) => /^(?:.* )?(?:contents|Section \d+) (\d+)$/.exec(text)?.[1] ?? []))
    const begun = pages
      .flatMap((lines, page) => lines.flatMap(({ text }) => (/^Section \d+ has/.test(text) ? [page + 1] : [])))
      .slice(-HEADINGS.length)
    expect(listed).toHaveLength(2 * HEADINGS.length)
    expect(listed.filter((_, index) => index % 2 === 0).map(Number)).toEqual(begun)
    expect(Math.max(...begun)).toBeGreaterThan(9)
  })

  test('chapters stand at the heads of a long report’s pages, and sections of them in its contents', async () => {
    const pages = await linesOf(await papers.pdf('en', 'report'))
    expect(pages.flat().filter(({ text }) => /^The second level of Section 1( .*)?$/.test(text)).length).toBe(2)
    expect(
      pages
        .at(-1)!
        .map(({ text }) => text)
        .join(' '),
    ).toContain('Section 11 has')
  })

  test('the back of the cover has no head and no number', async () => {
    const [, imprint] = await linesOf(await papers.pdf('en', 'report'))
    expect(imprint!.map(({ text }) => text).join(' ')).toContain('Street 1')
    expect(imprint!.filter(({ text }) => /^page \d|^A paper$/.test(text))).toEqual([])
  })

  test('the text of a brief begins below its contents', async () => {
    const [first] = await linesOf(await papers.pdf('en', 'brief'))
    const texts = first!.map(({ text }) => text)
    expect(texts).toContain('Contents')
    expect(texts.some((text) => text.startsWith('The conference brought together'))).toBe(true)
  })
})
