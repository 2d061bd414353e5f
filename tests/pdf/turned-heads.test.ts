import { afterAll, expect, test } from 'vitest'
import { PAPERS } from '../../pipeline/html/paper.ts'
import { createPublication } from '../small-publication.ts'

const columns = Array.from({ length: 18 }, (_, at) => at)
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
const table = [
  ['Town', ...columns.map(() => 'Strengths')],
  ['Ohrid', ...columns.map((at) => `123456${at % 10}`)],
]

const publication = createPublication({
  'content/publication.yaml': 'title: Tests\npublisher: The tests\neditions: [en]\n',
  'content/paper/document.md': `---\ntitle: A paper\nkind: Paper\ndescription: D.\ndate: 2018-06-08\n---\n\nText.\n\n${[table[0]!, table[0]!.map(() => '---'), table[1]!].map(row).join('')}`,
})
publication.run('build', '--format', 'pdf')

afterAll(() => publication.remove())

test('on a turned page the heads of figures are turned before all is set in the smallest type', async () => {
  const pdf = await publication.pdf('en')
  const page = await pdf.getPage(pdf.numPages)
  const { width, height } = page.getViewport({ scale: 1 })
  expect(width).toBeGreaterThan(height)
  const items = (await page.getTextContent()).items.flatMap((item) => ('str' in item ? [item] : []))
  const along = (word: string): number[] => items.filter(({ str }) => str === word).map(({ transform }) => transform[0] as number)
  expect(along('Strengths').map((each) => Math.abs(each) < 0.01)).toEqual(columns.map(() => true))
  expect(along('1234560')[0]).toBeCloseTo(PAPERS.A4.em * 0.72, 1)
})
