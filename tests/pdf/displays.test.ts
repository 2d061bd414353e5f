import { afterAll, expect, test } from 'vitest'
import { displaced, type Display } from '../../pipeline/pdf/displays.ts'
import { createPublication, linesOf, type Line } from '../small-publication.ts'
import { words } from './noted-document.ts'
import { SHEET } from './sheet.ts'

const block = (number: number) => ({ number, id: `b${number}`, anchor: '', isParted: false, isInside: false })
const display: Display = { first: 4, last: 8, chapter: 0, isWhole: true }

/** What is found of a table that is 200 points high on page 3, below a text that ends on page 2 so far down, or on its own page. */
const found = (filled: number, displays: readonly Display[] = [display], end = 2) =>
  displaced(
    displays,
    end === 3 ? [{ filled: 40, before: 3, last: 11, blocks: [], over: undefined }] : [],
    Array.from({ length: 12 }, (_, number) => block(number)),
    { ...SHEET, ends: [{ id: 'end', last: 3 }] },
    {
      pages: 9,
      scale: 1,
      destinations: new Map([
        ['end', end],
        ['b4', 3],
        ['b8', 3],
      ]),
      heights: new Map([
        ['end', SHEET.paper - filled],
        ['b4', 700],
        ['b8', 560],
      ]),
      lefts: new Map(),
    },
    () => SHEET.height,
  )

test('text may stand before a table that leaves a fifth of a page empty, once in a chapter', () => {
  expect(found(400)).toEqual({ holes: [4], inWay: [] })
  expect(found(600)).toEqual({ holes: [], inWay: [] })
  expect(found(400, [display, { ...display, first: 8 }]).holes).toEqual([4])
})

test('and before one below which a chapter goes on with a few lines, where it is kept whole', () => {
  expect(found(300, [display], 3)).toEqual({ holes: [], inWay: [4] })
  expect(found(300, [{ ...display, isWhole: false }], 3)).toEqual({ holes: [], inWay: [] })
})

const ROWS = Array.from({ length: 6 }, (_, row) => `| row${row + 1} | ${row * row} | Words and more words |`).join('\n')
const TABLE = `Table. A caption of the table\n\n| Row | Figure | Words |\n| --- | --- | --- |\n${ROWS}`
const front = '---\ntitle: A paper\nkind: Paper\nform: brief\ndescription: D.\ndate: 2018-06-08\n---\n\n'
/** A table that is kept whole, among text that calls notes. */
const among = (lead: number): string =>
  [
    words(40, 1),
    words(lead, 1),
    `${words(30, 2)}[^1]`,
    TABLE,
    ...[3, 4, 5, 6, 7].map((seed) => words(28, seed)),
    `[^1]: Note: ${words(30, 8)}.`,
  ].join('\n\n')
/** Texts that end a line later each. */
const documents = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`among-${at}`, among(20 + at * 10)]))
const publication = createPublication({
  'content/publication.yaml': 'title: Tests\npublisher: The tests\npaper: A5\neditions: [en]\nformats: [pdf]\n',
  ...Object.fromEntries(Object.entries(documents).map(([name, text]) => [`content/${name}/document.md`, `${front}${text}\n`])),
})
const { status, said } = publication.run('build')

afterAll(() => publication.remove())

/** The highest white between two lines of a page, in points. */
function whiteOf(page: readonly Line[]): number {
  return Math.max(...page.map(({ y }, at) => (page[at - 1]?.y ?? y) - y))
}

test('no page is left empty before a table that begins the next one', async () => {
  expect(`${status}${said}`).toMatch(/^0/)
  let begun = 0
  for (const name of Object.keys(documents)) {
    const pages = await linesOf(await publication.pdf('en', name))
    if (pages[1]!.slice(0, 4).some(({ text }) => text.startsWith('Table'))) begun++
    if (pages.length > 2 || pages[1]!.length > 10) expect(whiteOf(pages[0]!)).toBeLessThan(125)
  }
  expect(begun).toBeGreaterThan(2)
})
