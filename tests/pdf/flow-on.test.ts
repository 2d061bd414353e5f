import { afterAll, expect, test } from 'vitest'
import { textFlowingOn } from '../../pipeline/pdf/flow-on.ts'
import type { Following } from '../../pipeline/pdf/flowing-tables.ts'
import { createPublication, linesOf } from '../small-publication.ts'
import { words } from './noted-document.ts'
import { SHEET } from './sheet.ts'

const block = (number: number) => ({ number, id: `b${number}`, anchor: '', isParted: false, isInside: false })
const blocks = Array.from({ length: 10 }, (_, number) => block(number))
const paragraph = (number: number, height = 100): Following => ({
  number,
  height,
  above: 0,
  isLead: false,
  mayTurn: true,
  isTurned: false,
  isBelow: false,
})
const heading = (number: number): Following => ({ ...paragraph(number, 40), isLead: true })

/**
 * What flows on where blocks 0 to 3 stand before a table of the rows 4 and 5, as far down their page as is said; its last row stands so far
 * down a turned page.
 */
const flowing = (
  filled: number,
  following: readonly Following[],
  { goesOn = true, row = 450, hasPlace = true, foot = 45, isTurned = true, inWay = [] as number[] } = {},
) =>
  textFlowingOn(
    [{ first: 4, last: 5, isTurned, foot, place: hasPlace ? 4 : undefined, following, goesOn }],
    blocks,
    { ...SHEET, ends: [{ id: 'end', last: 3 }] },
    {
      pages: 9,
      scale: 1,
      destinations: new Map([['end', 2]]),
      heights: new Map([
        ['end', SHEET.paper - filled],
        ['b5', SHEET.turned.paper - row],
      ]),
      lefts: new Map(),
    },
    () => SHEET.height,
    inWay,
  )

test('text after a turned table fills the page before it, in whole paragraphs', () => {
  const following = [6, 7, 8, 9].map((number) => paragraph(number))
  expect(flowing(380, following)).toEqual({ before: [{ place: 4, numbers: [6, 7] }], below: [], upright: [] })
  expect(flowing(640, following)).toEqual({ before: [], below: [], upright: [] })
  expect(flowing(380, following, { hasPlace: false })).toEqual({ before: [], below: [], upright: [] })
})

test('no heading stands there without its text', () => {
  expect(flowing(400, [paragraph(6), heading(7), paragraph(8, 300)]).before).toEqual([{ place: 4, numbers: [6] }])
  expect(flowing(400, [heading(6), paragraph(7)]).before).toEqual([{ place: 4, numbers: [6, 7] }])
})

test('what is left of a text fills a fifth of a page, or nothing', () => {
  const few = [paragraph(6), paragraph(7), paragraph(8)]
  expect(flowing(400, few, { goesOn: false }).before).toEqual([{ place: 4, numbers: [6] }])
  expect(flowing(300, few, { goesOn: false }).before).toEqual([{ place: 4, numbers: [6, 7, 8] }])
})

test('text that has no room below a table any more stands upright again, but not what lies between two tables', () => {
  const turned = { ...paragraph(6, 300), isTurned: true }
  expect(flowing(640, [{ ...turned, isBelow: true }, paragraph(7)], { row: 300 }).upright).toEqual([6])
  expect(flowing(640, [turned, paragraph(7)], { row: 300 }).upright).toEqual([])
})

test('what parts a heading from a table counts, and what belongs to the table', () => {
  const following = [{ ...heading(6), above: 60 }, paragraph(7), paragraph(8)]
  expect(flowing(480, following).before).toEqual([])
  expect(flowing(420, following).before).toEqual([{ place: 4, numbers: [6, 7] }])
  expect(flowing(640, [paragraph(6)], { row: 250, foot: 45, goesOn: false }).below).toEqual([6])
  expect(flowing(640, [paragraph(6)], { row: 350, foot: 45, goesOn: false }).below).toEqual([])
})

test('before a table on an upright page text fills the page, and all that would end a chapter in a few lines', () => {
  const following = [paragraph(6), paragraph(7)]
  expect(flowing(380, following, { goesOn: false, isTurned: false }).before).toEqual([{ place: 4, numbers: [6, 7] }])
  expect(flowing(690, following, { goesOn: false, isTurned: false }).before).toEqual([])
  expect(flowing(690, following, { goesOn: false, isTurned: false, inWay: [4] }).before).toEqual([{ place: 4, numbers: [6, 7] }])
})

test('below a turned table stands only what would be a few lines on a page of their own', () => {
  expect(flowing(640, [paragraph(6)], { row: 150, goesOn: false }).below).toEqual([6])
  expect(flowing(640, [paragraph(6), paragraph(7)], { row: 150, goesOn: false }).below).toEqual([])
  expect(flowing(640, [paragraph(6)], { row: 150 }).below).toEqual([])
  expect(flowing(640, [{ ...paragraph(6), mayTurn: false }], { row: 150, goesOn: false }).below).toEqual([])
  const stands = { ...paragraph(6), isTurned: true, isBelow: true }
  expect(flowing(640, [stands], { row: 150, goesOn: false })).toEqual({ before: [], below: [], upright: [] })
})

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const WIDE = `Table. A caption\n\n| Country | ${MONTHS.join(' | ')} |\n${'| --- '.repeat(13)}|\n| Macedonia ${'| 10.000.000 '.repeat(12)}|`
/** A wide table among paragraphs with notes of which some go on overleaf, a line lower each time. */
const noted = (lead: number): string =>
  [
    '---\ntitle: A paper\nkind: Paper\ndescription: D.\ndate: 2018-06-08\n---',
    words(lead),
    ...[1, 2, 3].map((number) => `${words(50, number)}[^${number}]`),
    WIDE,
    words(30, 4),
    words(40, 5),
    ...[4, 5, 6].map((number) => `${words(50, number)}[^${number}]`),
    ...[1, 2, 3, 4, 5, 6].map((number) => `[^${number}]: Note ${number}: ${words(number === 3 ? 260 : 60, number)}`),
  ].join('\n\n')
const publication = createPublication({
  'content/publication.yaml': 'title: Tests\npublisher: The tests\npaper: Letter\neditions: [en]\n',
  ...Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`content/noted-${at}/document.md`, noted(160 + at * 16)])),
})
publication.run('build')

afterAll(() => publication.remove())

test('among notes no page is turned for text alone', async () => {
  for (let at = 0; at < 8; at++) {
    const pdf = await publication.pdf('en', `noted-${at}`)
    const views = await Promise.all(Array.from({ length: pdf.numPages }, async (_, index) => (await pdf.getPage(index + 1)).view))
    const turned = (await linesOf(pdf)).filter((_, index) => views[index]![2]! > views[index]![3]!)
    expect(turned.map((lines) => lines.some(({ text }) => text.startsWith('Macedonia')))).toEqual([true])
  }
})
