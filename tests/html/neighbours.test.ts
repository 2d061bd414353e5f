import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { expect, test } from 'vitest'
import { markNeighbours } from '../../pipeline/html/neighbours.ts'

const marked = (html: string): string => {
  const tree = fromHtml(html, { fragment: true })
  markNeighbours(tree)
  return toHtml(tree)
}

test.each([
  ['what leads to a list', '<p>A</p>\n<ul><li>B</li></ul>', '<p data-leads="">A</p>\n<ul><li>B</li></ul>'],
  [
    'to a table, in a quotation',
    '<blockquote><p>A</p><table></table></blockquote>',
    '<blockquote><p data-leads="">A</p><table></table></blockquote>',
  ],
  [
    'to a table, which with a caption it does where it says so',
    '<p>A</p><table><caption>B</caption></table><p>C:</p><table><caption>D</caption></table>',
    '<p>A</p><table><caption>B</caption></table><p data-leads="">C:</p><table><caption>D</caption></table>',
  ],
  ['to no list, but to a paragraph before it', '<p>A</p><p>B</p><ol></ol>', '<p>A</p><p data-leads="">B</p><ol></ol>'],
  [
    'a line that begins an item, as its term',
    `<ul><li><p>A</p><p>B</p><p>C</p></li><li><p>${'long '.repeat(20)}</p><p>B</p></li></ul>`,
    `<ul><li><p data-leads="">A</p><p>B</p><p>C</p></li><li><p>${'long '.repeat(20)}</p><p>B</p></li></ul>`,
  ],
  ['a line with a colon', '<p>A:</p><p>B</p><p>C</p>', '<p data-leads="">A:</p><p>B</p><p>C</p>'],
  ['a heading leads by itself', '<h2>A</h2><ul></ul>', '<h2>A</h2><ul></ul>'],
  ['a picture', '<p>A <img></p><p><em><img></em></p>', '<p data-pictured="">A <img></p><p><em><img></em></p>'],
  [
    'what has its source below it',
    '<table></table>\n<p class="source-line">A</p>',
    '<table data-sourced=""></table>\n<p class="source-line">A</p>',
  ],
])('%s is marked', (_, html, expected) => {
  expect(marked(html)).toBe(expected)
})
