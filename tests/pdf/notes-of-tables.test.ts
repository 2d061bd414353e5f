import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPublication, type SmallPublication } from '../small-publication.ts'
import { callsOf, strayedIn, type NoteCall } from './any/calls.ts'
import { coveringIn, itemsOf, pagesOf, type Item } from './any/items.ts'

const FRONT = '---\ntitle: A paper\nkind: Paper\ndescription: D.\ndate: 2018-06-08\n---\n\n'

/** So many columns have no room on an upright page. */
const COLUMNS = 12
const CELLS = Array.from({ length: COLUMNS }, (_, index) => `Column${index}`)

const TURNED = `## One

${'Some words of its text. '.repeat(20)}

A paragraph that leads to a table[^lead], and more of it[^more]:

| ${CELLS.join(' | ')}[^head] |
|${' --- |'.repeat(COLUMNS)}
|${' remarkable |'.repeat(COLUMNS)}

Source: the office[^source].

After it[^after].

[^lead]: Of the paragraph, ${'which is too long for the margin, '.repeat(20)}.
[^more]: Of more of it.
[^head]: Of a column.
[^source]: Of the source.
[^after]: Of what comes after.
`

const UPRIGHT = `## One

| A | B[^head] |
| --- | --- |
| a | b |

Source: the office[^source] and others.

[^head]: Of a column[^inner].
[^inner]: Of a note.
[^source]: Of the source.
`

const HIGH = `## One

Text with a note[^high] that is higher than a page.

[^high]: Of the text.

    | A | B |
    | --- | --- |
${'    | a | b |\n'.repeat(90)}`

/** Chapters that each bring a table nearer to the foot of their first page, where a note takes room. */
const NEARER = Array.from(
  { length: 26 },
  (_, chapter) => `## Chapter ${chapter}

${'Some words of its text. '.repeat(40 + 5 * chapter)}

${'Words, '.repeat(20)} and a note[^n${chapter}].

### A table

A paragraph that leads to it:

| A | B |
| --- | --- |
| a | b |
| c | end${chapter} |

Source: the office${chapter}, ${'which is told in more than a line, '.repeat(4)} or two.

[^n${chapter}]: ${'Of the paragraph, which is too long for the margin. '.repeat(6)}
`,
).join('\n')

/**
 * Chapters whose tables end a line later each, on the way from one page to the next: nothing in one may stand alone, from the heading to
 * the note.
 */
const CHAPTERS = Array.from({ length: 38 }, (_, at) => 18 + at)
const CHAINED = CHAPTERS.map(
  (lines) => `## Chapter ${lines}

It leads to a table:

| A | B[^head${lines}] |
| --- | --- |
| a | b |
| ${'words '.repeat(11 * lines)} | b |
| c | last${lines} |

Source: the bureau${lines}[^n${lines}].

[^head${lines}]: Of a column.
[^n${lines}]: ${'Of the source. '.repeat(8)}
`,
).join('\n')

/** Chapters whose tables have one row, which comes to be as high as a page, and higher. */
const ROW = CHAPTERS.map(
  (lines) => `## Chapter ${lines}

| A | B[^head${lines}] |
| --- | --- |
| ${'words '.repeat(11 * lines)} last${lines} | b |

Source: the bureau${lines}.

[^head${lines}]: Of column${lines}.
`,
).join('\n')

/** What tells on which page a word stands, counted from 1. */
const pageIn =
  (pages: readonly (readonly Item[])[]) =>
  (word: string): number =>
    1 + pages.findIndex((items) => items.some((item) => new RegExp(`\\b${word}(?!\\d)`).test(item.text)))

describe.each(['A4', 'A5'])('notes beside tables, on %s', (paper) => {
  let publication: SmallPublication
  let said: string

  beforeAll(() => {
    publication = createPublication({
      'content/publication.yaml': `title: Tests\npublisher: The tests\npaper: ${paper}\neditions: [en]\n`,
      ...Object.fromEntries(
        Object.entries({ turned: TURNED, upright: UPRIGHT, high: HIGH, nearer: NEARER, chained: CHAINED, row: ROW }).map(([id, body]) => [
          `content/${id}/document.md`,
          FRONT + body,
        ]),
      ),
    })
    publication.run('sync')
    ;({ said } = publication.run('build', '--format', 'pdf'))
  })

  afterAll(() => publication?.remove())

  const callsIn = async (document: string): Promise<readonly NoteCall[]> => callsOf(await publication.pdf('en', document))

  test('all conform', () => {
    expect(publication.run('verify').said).toContain('No problems')
  })

  test('those of what leads to a turned table stand at the foot of an upright page, those of the table and of its source below it', async () => {
    const calls = await callsIn('turned')
    const pageOf = (name: string): number => calls.find((each) => each.name === `fn-${name}`)!.call
    expect(strayedIn(calls.map((call) => ({ ...call, isInTable: false })))).toEqual([])
    expect(pageOf('more')).toBe(pageOf('lead'))
    expect([pageOf('head'), pageOf('source')]).toEqual([pageOf('lead') + 1, pageOf('lead') + 1])
    const pages = await Promise.all((await pagesOf(await publication.pdf('en', 'turned'))).map(itemsOf))
    expect(pages.flatMap(coveringIn)).toEqual([])
  })

  test('those of a table stand below what says where it is from', async () => {
    const calls = await callsIn('upright')
    expect(calls.map(({ name }) => name).toSorted()).toEqual(['fn-head', 'fn-inner', 'fn-source'])
    const pages = await Promise.all((await pagesOf(await publication.pdf('en', 'upright'))).map(itemsOf))
    const footOf = (text: string): number => pages.flat().find((item) => item.text.includes(text))!.foot
    expect(footOf('Of a column')).toBeLessThan(footOf('Source: the office'))
    expect(footOf('Of the source')).toBeLessThan(footOf('Of a column'))
  })

  test('what says where a table is from stands on the page of its end', async () => {
    const pages = await Promise.all((await pagesOf(await publication.pdf('en', 'nearer'))).map(itemsOf))
    const pageOf = (text: string): number => pages.findIndex((items) => items.some((item) => new RegExp(`\\b${text}\\b`).test(item.text)))
    const apart = Array.from({ length: 26 }, (_, chapter) => chapter).filter(
      (chapter) => pageOf(`end${chapter}`) !== pageOf(`office${chapter}`),
    )
    expect(apart).toEqual([])
    expect(pageOf('end25')).toBeGreaterThan(24)
  })

  test('the notes of a table stand on the page of its end, and of what says where it is from, wherever that comes to be', async () => {
    const calls = await callsIn('chained')
    expect(calls.filter(({ isInTable }) => !isInTable)).toHaveLength(38)
    expect(strayedIn(calls)).toEqual([])
    const pages = await Promise.all((await pagesOf(await publication.pdf('en', 'chained'))).map(itemsOf))
    const pageOf = pageIn(pages)
    const apart = CHAPTERS.filter((lines) => {
      const { note } = calls.find(({ name }) => name === `fn-head${lines}`)!
      return pageOf(`last${lines}`) !== note || pageOf(`bureau${lines}`) !== note
    })
    expect(apart).toEqual([])
    expect(said).not.toMatch(/chained\/document.*stands on another page/)
  })

  test('one of a table whose last row fills a page stands on the page of its end, or is told with its line', async () => {
    const calls = await callsIn('row')
    const pages = await Promise.all((await pagesOf(await publication.pdf('en', 'row'))).map(itemsOf))
    const pageOf = pageIn(pages)
    const apart = CHAPTERS.filter((lines) => calls.find(({ name }) => name === `fn-head${lines}`)!.note !== pageOf(`last${lines}`))
    const told = [...said.matchAll(/row\/document\.md:\d+:\d+ {2}In the PDF .* stands on another page.*\n.*found {5}Of column(\d+)\./g)]
    expect(told.map(([, lines]) => Number(lines))).toEqual(apart)
    expect(apart.length).toBeGreaterThan(0)
    expect(apart.length).toBeLessThan(5)
  })

  test('one that has no place at the foot of a page is told with its line, and printed in the text', async () => {
    expect(said).toMatch(
      /content\/high\/document\.md:12:\d+ {2}In the PDF .* this note stands in the text.*\[warning print\]\n.*found {5}Of the text\./,
    )
    expect(said).toContain('move a table, code or a picture from it into the text')
    expect(await callsIn('high')).toHaveLength(1)
  })
})
