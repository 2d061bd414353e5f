import { expect, test } from 'vitest'
import { leadsTurnedBack } from '../../pipeline/pdf/turned-leads.ts'
import { SHEET } from './sheet.ts'

test('what leads to a turned table stands on the page before, where that would be empty and has room', () => {
  const block = (id: string, number: number) => ({ number, id, anchor: '', isParted: false, isInside: false })
  const blocks = ['text', 'heading', 'lead', 'row'].map(block)
  const ends = { ...SHEET, ends: [{ id: 'end', last: 0 }] }
  const leads = [{ first: 1, table: 3 }]
  /** Places are told from the foot of the paper; the lead is 70 points high. */
  const back = (filled: number, foot = 700, page = 2) =>
    leadsTurnedBack(
      leads,
      blocks,
      ends,
      {
        pages: 3,
        scale: 1,
        destinations: new Map([
          ['end', page],
          ['heading', 3],
          ['row', 3],
        ]),
        heights: new Map([
          ['end', 800 - filled],
          ['heading', 550],
          ['row', 480],
        ]),
        lefts: new Map(),
      },
      () => foot,
    )
  expect(back(300)).toEqual(leads)
  expect(back(600)).toEqual([])
  expect(back(300, 400)).toEqual([])
  expect(back(300, 700, 1)).toEqual([])
})
