import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPublication, type SmallPublication } from '../small-publication.ts'
import { callsOf, strayedIn, type NoteCall } from './any/calls.ts'
import { coveringIn, itemsOf, pagesOf } from './any/items.ts'

const FRONT = '---\ntitle: A paper\nkind: Paper\ndescription: D.\ndate: 2018-06-08\n---\n\n'

/** So many columns have no room on an upright page. */
const COLUMNS = 12
const CELLS = Array.from({ length: COLUMNS }, (_, index) => `Column${index}`)

const TURNED = `## One

${'Some words of its text. '.repeat(20)}

A paragraph that leads to a table[^lead], and more of it[^more]:

| ${CELLS.join(' | ')}[^head] |
|${' --- |'.repeat(COLUMNS)}
|${' words |'.repeat(COLUMNS)}

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

describe.each(['A4', 'A5'])('notes beside tables, on %s', (paper) => {
  let publication: SmallPublication
  let said: string

  beforeAll(() => {
    publication = createPublication({
      'content/publication.yaml': `title: Tests\npublisher: The tests\npaper: ${paper}\neditions: [en]\n`,
      ...Object.fromEntries(
        Object.entries({ turned: TURNED, upright: UPRIGHT, high: HIGH, nearer: NEARER }).map(([id, body]) => [
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

  test('one that has no place at the foot of a page is told with its line, and printed in the text', async () => {
    expect(said).toMatch(
      /content\/high\/document\.md:12:\d+ {2}In the PDF .* this note stands in the text.*\[warning print\]\n.*found {5}Of the text\./,
    )
    expect(said).toContain('move a table, code or a picture from it into the text')
    expect(await callsIn('high')).toHaveLength(1)
  })
})
