import { expect, test } from 'vitest'
import { textFlowingOn } from '../../pipeline/pdf/flow-on.ts'
import type { Following } from '../../pipeline/pdf/turned-tables.ts'
import { SHEET } from './sheet.ts'

const block = (number: number) => ({ number, id: `b${number}`, anchor: '', isParted: false, isInside: false })
const blocks = Array.from({ length: 10 }, (_, number) => block(number))
const paragraph = (number: number, height = 100): Following => ({ number, height, isLead: false, mayTurn: true, isTurned: false })
const heading = (number: number): Following => ({ ...paragraph(number, 40), isLead: true })

/**
 * What flows on where blocks 0 to 3 stand before a table of the rows 4 and 5, as far down their page as is said; its last row stands so far
 * down a turned page.
 */
const flowing = (filled: number, following: readonly Following[], { goesOn = true, row = 450, hasPlace = true } = {}) =>
  textFlowingOn(
    [{ first: 4, last: 5, place: hasPlace ? 4 : undefined, following, goesOn }],
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
  )

test('text after a turned table fills the page before it, in whole paragraphs', () => {
  const following = [6, 7, 8, 9].map((number) => paragraph(number))
  expect(flowing(380, following)).toEqual({ before: [{ place: 4, numbers: [6, 7] }], below: [] })
  expect(flowing(640, following)).toEqual({ before: [], below: [] })
  expect(flowing(380, following, { hasPlace: false })).toEqual({ before: [], below: [] })
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

test('text stands below a table that leaves much of its page empty', () => {
  const following = [paragraph(6), { ...paragraph(7), mayTurn: false }]
  expect(flowing(640, following, { row: 150 }).below).toEqual([6])
  expect(flowing(380, [paragraph(6, 400), ...following], { row: 350 }).below).toEqual([])
})
