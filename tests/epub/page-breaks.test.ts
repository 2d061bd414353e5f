import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { expect, test } from 'vitest'
import { markPageBreaks } from '../../pipeline/epub/page-breaks.ts'
import { pageBeginnings } from '../../pipeline/pdf/page-beginnings.ts'

const blocksOf = (...ids: string[]) =>
  ids.map((id, number) => ({ number, id, anchor: id.startsWith('__page-ends') ? '' : id, isParted: false, isInside: false }))

test('of each page the first block counts that a book has too', () => {
  const blocks = blocksOf('__page-ends-0', '__block-1', '__block-2', 'a-heading', '__block-4', '__block-5')
  const pages = { '__page-ends-0': 1, '__block-1': 2, '__block-2': 2, 'a-heading': 3, '__block-4': 3, '__block-5': 5 }
  expect([...pageBeginnings(blocks, new Map(Object.entries(pages)))]).toEqual([
    ['__block-1', 2],
    ['a-heading', 3],
    ['__block-5', 5],
  ])
})

test('a page begins before its first block, in its first cell or in the caption above it', () => {
  const tree = fromHtml(
    '<h2 id="one">One</h2><p id="__block-2">A</p><table><tr id="__block-3"><td>B</td></tr></table>' +
      '<figure id="__block-4"><figcaption>C</figcaption></figure><p id="__block-5">D</p>',
    { fragment: true },
  )
  const beginnings = new Map([
    ['__block-2', 3],
    ['__block-3', 4],
    ['__block-4', 6],
  ])
  const layout = { pages: 6, headings: new Map([['one', 2]]), beginnings, misplaced: [], isFootCrowded: false, isEndShort: false }
  expect(markPageBreaks(tree, layout, 'continuous').map(({ label }) => label)).toEqual(['2', '3', '4', '6'])
  const mark = (label: string): string =>
    `<span id="__page-${label}" epub:type="pagebreak" role="doc-pagebreak" aria-label="${label}"></span>`
  expect(toHtml(tree)).toBe(
    `<h2 id="one">${mark('2')}One</h2><p>${mark('3')}A</p><table><tbody><tr><td>${mark('4')}B</td></tr></tbody></table>` +
      `<figure><figcaption>${mark('6')}C</figcaption></figure><p>D</p>`,
  )
})
