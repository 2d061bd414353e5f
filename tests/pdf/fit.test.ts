import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PAPERS } from '../../pipeline/html/paper.ts'
import type { PaperName } from '../../pipeline/model/publication.ts'
import { createPublication, type SmallPublication } from '../small-publication.ts'

const POINTS_PER_MILLIMETRE = 72 / 25.4
const PLAIN = 'A paragraph whose size nobody should change.'
const LONG = 'Interinstitutionalisation'.repeat(8)
const ADDRESS = 'https://data.example.org/reports/2024/annual/summary-of-results/very_long_name.of_a_file?x=1&y=2'

const front = (title: string, more = ''): string =>
  `---\ntitle: ${title}\nkind: Paper\ndescription: A paper for the tests.\ndate: 2018-06-08\n${more}---\n\n## First\n\n${PLAIN}\n\n`

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
const table = (head: readonly string[], ...rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map(row).join('')
const columns = (count: number, word: (index: number) => string): string[] => Array.from({ length: count }, (_, index) => word(index))

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** What would be wider than its place in another style: each comes out, and every letter of it. */
const FITTING: Readonly<Record<string, string>> = {
  'eight-columns': table(
    columns(8, (at) => `Municipality ${at}`),
    columns(8, (at) => String(111_111 * (at + 1))),
  ),
  'ten-columns': table(
    columns(10, (at) => `Municipality ${at}`),
    columns(10, (at) => String(111_111 * (at + 1))),
  ),
  'figures-of-months': `Before.\n\n${table(['Municipality', ...MONTHS, 'Throughout'], ['Prishtina', ...MONTHS.map(() => '2390'), '2390'])}\nAfter.`,
  'words-of-months': `Before.\n\n### Months\n\n${table(['Town', ...MONTHS], ['Ohrid', ...MONTHS.map(() => 'different')])}\nAfter.`,
  'hyphenated-columns': table(
    columns(9, (at) => `Interinstitutional ${at}`),
    columns(9, (at) => `Organisations ${at}`),
  ),
  'one-long-column': table(
    ['Who', 'When', 'What'],
    ['Prishtina', 'September', `${PLAIN} `.repeat(30)],
    ['Interinstitutional', 'administration', 'x'],
  ),
  addresses: table(
    ['Address', 'Mail', 'Option'],
    [ADDRESS, 'name.surname@ministry.example.org', `\`DEFAULT_MAXIMUM_CONNECTION_TIMEOUT --output=${ADDRESS}\``],
  ),
  'table-in-a-list': `- Item\n\n${table(
    columns(9, (at) => `Municipality ${at}`),
    columns(9, (at) => `${at}`),
  ).replaceAll(/^/gm, '  ')}`,
  'table-in-a-note': `Text[^1].\n\n[^1]: A note.\n\n${table(
    columns(9, (at) => `Municipality ${at}`),
    columns(9, (at) => `${at}`),
  ).replaceAll(/^(?=.)/gm, '    ')}`,
  // Some item ends a page, whose words are not parted then: those of its table are, all the same.
  'tables-in-items': Array.from(
    { length: 12 },
    (_, item) =>
      `- Item ${item}\n${table(
        columns(9, (at) => `Interinstitutional ${at}`),
        columns(9, (at) => `Organisations ${at}`),
      ).replaceAll(/^(?=.)/gm, '  ')}`,
  ).join(''),
  code: `\`\`\`\ncurl --silent --header 'Accept: application/json' ${ADDRESS} --output summary-2024.pdf?final=yes\n${LONG}\n\`\`\`\n\n1. one\n2. two`,
  'code-in-a-list': `- Item\n\n  - Item\n\n    \`\`\`\n    ${LONG} ${ADDRESS}\n    \`\`\``,
  words: `### Third ${LONG}\n\nText ${LONG}, \`${LONG}\`, **${LONG}**, ${ADDRESS} [^1]\n\n- ${LONG}\n  - ${LONG}\n    - ${LONG}\n\n1. ${LONG}\n\n> ${LONG}\n\n[^1]: ${LONG} ${ADDRESS}\n\n## Second ${LONG}\n\nText.`,
}
const WIDE = table(
  columns(30, (at) => (at === 7 ? 'STRAIGHTFORWARDNESS' : `Column ${at}`)),
  columns(30, (at) => `Strengths${at}`),
)

/** Pictures that cannot be shown, with words in their place: such a document is a draft. */
const BADGES = ['npm Package', 'NPM Downloads', 'Build Status', 'License: MIT', LONG]
  .map((name) => `[![${name}](missing.svg)](${ADDRESS})`)
  .join('\n')

/** The same words before it, in a paragraph and in a table that fits: the line that is told is not theirs. */
const BEFORE = `Text with STRAIGHTFORWARDNESS.\n\n${table(['Column 1', 'STRAIGHTFORWARDNESS'], ['Strengths1', 'Strengths7'])}\n`

describe.each(Object.keys(PAPERS) as PaperName[])('on %s', (name) => {
  const paper = PAPERS[name]
  let publication: SmallPublication
  let said: string

  beforeAll(() => {
    const documents = Object.entries(FITTING).map(([id, body]) => [`content/${id}/document.md`, front('Paper') + body])
    const more = `subtitle: ${LONG}\nauthors: ['${LONG}']\nreference: ${LONG}\nlicence: ${LONG}\n`
    publication = createPublication({
      'content/publication.yaml': `title: Tests\npublisher: The tests\npaper: ${name}\neditions: [en]\n`,
      ...Object.fromEntries(documents),
      'content/badges/document.md': front('Paper') + BADGES,
      'content/cover/document.md': front(`The ${LONG} title`, more),
      'content/too-wide/document.md': front('Paper') + BEFORE + WIDE,
      'content/noted/document.md': `${front('Paper')}Text[^1].\n\n[^1]: A note.\n\n${WIDE.replaceAll(/^(?=.)/gm, '    ')}`,
    })
    said = publication.run('build').said
  })

  afterAll(() => publication?.remove())

  test.each([...Object.keys(FITTING), 'cover', 'badges'])('%s stands in its place, and all else is as large as ever', async (id) => {
    const pdf = await publication.pdf('en', id)
    let letters = ''
    const outside: string[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      for (const item of items) {
        if (!('str' in item) || item.str.trim() === '') continue
        letters += item.str
        const [size, up, , , left] = item.transform as [number, number, number, number, number]
        // A turned head goes up from its place.
        const width = up === 0 ? item.width : 0
        expect(left).toBeGreaterThanOrEqual(paper.margins.left * POINTS_PER_MILLIMETRE - 20)
        const end = page.getViewport({ scale: 1 }).width - paper.margins.right * POINTS_PER_MILLIMETRE
        if (left + width > end + 1) outside.push(item.str)
        if (item.str === PLAIN) expect(size).toBeCloseTo(paper.em * 1.03, 1)
      }
    }
    expect(outside).toEqual([])
    const dense = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '')
    expect(dense(letters)).toContain(dense(PLAIN))
    for (const [word] of (FITTING[id] ?? LONG).matchAll(/[^\s|`*[\]()]+/g))
      expect(dense(letters)).toContain(dense(word.replace(/\[\^.*/, '')))
  })

  test('twelve months of figures stand on an upright page, where only the heads are turned', async () => {
    const page = await (await publication.pdf('en', 'figures-of-months')).getPage(1)
    const { width, height } = page.getViewport({ scale: 1 })
    expect(width).toBeLessThan(height)
    const items = (await page.getTextContent()).items.flatMap((item) => ('str' in item ? [item] : []))
    const isTurned = (word: string): boolean[] =>
      items.filter(({ str }) => str === word).map(({ transform: [along] }) => Math.abs(along as number) < 0.01)
    for (const month of MONTHS) expect(isTurned(month)).toEqual([true])
    expect(isTurned('Municipality')).toEqual([false])
    expect(isTurned('2390')).toEqual([...MONTHS, 'Throughout'].map(() => false))
  })

  test('a table of twelve months in words has a page of its own that is turned, with its heading, whole words and a head of the page', async () => {
    const pdf = await publication.pdf('en', 'words-of-months')
    const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)))
    expect(pages.map((page) => page.getViewport({ scale: 1 })).map(({ width, height }) => width > height)).toEqual([false, true])
    const texts = (await pages[1]!.getTextContent()).items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item.str] : []))
    expect(texts).toEqual(expect.arrayContaining(['Months', 'Town', ...MONTHS, 'page 2 of 2']))
  })

  test('what no type is small enough for is told with its line and its widest column, and keeps nothing else from being built', () => {
    const [, place, found] = /(\S+\/too-wide\/document\.md:\d+)[^]*?found +(.+)/.exec(said)!
    expect(place).toBe('content/too-wide/document.md:18')
    expect(found).toMatch(
      /^A table is \d+ mm wide even in small type, and a page that is turned for it has \d+ mm; its widest column is “STRAIGHTFORWARDNESS”/,
    )
    expect(said).toContain('Divide the table in two')
    expect(said).toMatch(/noted\/document\.md:16[^]*?found +A table is \d+ mm wide even in small type, and a note has \d+ mm; /)
    expect(said).toContain('Move the table from the note into the text')
    expect(said.match(/ final /g)).toHaveLength(Object.keys(FITTING).length + 1)
    expect(publication.run('verify').status).toBe(0)
  })
})
