import { afterAll, expect, test } from 'vitest'
import { leadsTurnedBack } from '../../pipeline/pdf/turned-leads.ts'
import { createPublication, linesOf } from '../small-publication.ts'
import { words } from './noted-document.ts'
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

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const publication = createPublication({
  'content/publication.yaml': 'title: Tests\npublisher: The tests\npaper: A5\neditions: [en, sq]\n',
  'content/paper/document.md': `---\ntitle: A paper\nkind: Paper\ndescription: D.\ndate: 2018-06-08\n---\n\n${words(100)}\n\nTable. A caption\n\n| Country | ${MONTHS.join(' | ')} |\n${'| --- '.repeat(13)}|\n| Macedonia ${'| 1.000.000 '.repeat(12)}|\n`,
})
publication.run('sync')
// Where its caption is translated, the cells are told above that.
const english = JSON.parse(publication.read('locales/en/paper.json')) as Record<string, string>
const [caption] = Object.entries(english).find(([, text]) => text.endsWith('A caption'))!
publication.write('locales/sq/paper.json', JSON.stringify({ [caption]: 'Një titull' }))
publication.run('build', '--edition', 'sq')

afterAll(() => publication.remove())

test('what says that a turned table is not translated stands right above it', async () => {
  const pages = await linesOf(await publication.pdf('sq'))
  const lines = pages.at(-1)!.map(({ text }) => text)
  expect(lines[lines.findIndex((text) => text.includes('Një titull')) - 1]).toMatch(/^Ende e papërkthyer/)
})
