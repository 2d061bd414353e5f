import { toHtml } from 'hast-util-to-html'
import type { Element, Root } from 'hast'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setCodeLines } from '../../pipeline/html/code-lines.ts'
import { alignFigures } from '../../pipeline/html/figure-columns.ts'
import type { Tag } from '../../pipeline/model/language.ts'
import { parseMarkdown } from '../../pipeline/source/markdown.ts'
import { createPublication, linesOf, type SmallPublication } from '../small-publication.ts'

const element = (tagName: string, children: Root['children'], properties = {}): Element => ({
  type: 'element',
  tagName,
  properties,
  children: children as Element['children'],
})
const text = (value: string): Root['children'][number] => ({ type: 'text', value })

/** How far each cell of a column stands from the right, in the size of its type; nothing where the column is not one of figures. */
function spaces(tag: Tag, cells: readonly string[], align?: string): (string | undefined)[] | undefined {
  const properties = align === undefined ? {} : { align }
  const row = (tagName: string, cell: string): Element =>
    element('tr', [element(tagName, [text('x')]), element(tagName, [text(cell)], { ...properties })])
  const body = cells.map((cell) => row('td', cell))
  alignFigures(element('table', [element('thead', [row('th', 'Head')]), element('tbody', body)]), tag)
  const column = body.map(({ children }) => (children[1] as Element).properties)
  return column.some((each) => each['dataFigures'] === '') ? column.map((each) => each['dataShort'] as string | undefined) : undefined
}

describe('a column of figures', () => {
  test.each<[Tag, string[], (string | undefined)[]]>([
    ['en', ['12', '4', '38'], [undefined, undefined, undefined]],
    ['en', ['19.5', '6', '71.25', '—', 'global'], ['0.572', '1.412', undefined, '1.412', undefined]],
    ['mk', ['12.390', '6,5'], ['0.840', undefined]],
    ['sq', ['31,2 %', '6 %'], [undefined, '0.840']],
    ['mk', ['7.25', '12', '1.250'], [undefined, '1.412', '1.412']],
    ['en', ['−3.5', '€ 12', '+1.5'], [undefined, '0.840', undefined]],
    ['en', ['5 %', '7.5'], [undefined, undefined]],
    ['sr-Latn', ['1.234,5', '', '12'], [undefined, undefined, '0.840']],
  ])('of %s, %j: each stands so far from the right that the decimal signs stand under each other', (tag, cells, expected) => {
    expect(spaces(tag, cells)).toEqual(expected)
  })

  test.each([
    ['words', 'more', '1'],
    ['1.2.3', '6 June 2018'],
    ['—', '…'],
    ['2018/14', 'A 12'],
  ])('is none of words: %j', (...cells) => {
    expect(spaces('en', cells)).toBeUndefined()
  })

  test('stands as the document says', () => {
    expect(spaces('en', ['1', '2.5'], 'left')).toBeUndefined()
    expect(spaces('en', ['1', '2.5'], 'right')).toEqual(['0.840', undefined])
  })
})

test('each line of code is an element, which says how far it is indented; a long one has the block take the margin, and a tab ends at its stop', () => {
  const block = (code: string): string => {
    const tree = element('pre', [element('code', [text(code)])])
    setCodeLines(tree)
    return toHtml(tree)
  }
  expect(block('a\tb\n\n  c\n')).toBe(
    '<pre><code><span class="line">a       b \n</span><span class="line"> \n</span><span class="line" data-indent="2">  c \n</span></code></pre>',
  )
  expect(block('x'.repeat(64))).toMatch(/^<pre data-wide/)
})

describe('what stands beside a table', () => {
  const TABLE = '| A | B |\n| --- | --- |\n| 1 | 2 |'
  const beside = (source: string): (string | undefined)[] =>
    parseMarkdown(source, 'document.md').children.flatMap(({ type, data }) => (type === 'paragraph' ? [data?.beside] : []))

  test.each<[string, (string | undefined)[]]>([
    [`Table 1. The towns.\n\n${TABLE}\n\nSource: the towns.`, ['caption', 'source']],
    [`${TABLE}\n\nTable 2: The *towns*.\n\nNote: all of them.`, ['caption', 'source']],
    [`**Table A.1** – The towns.\n\n${TABLE}`, ['caption']],
    [`Table: The towns.\n\n${TABLE}\n\nText.`, ['caption', undefined]],
    [`![A map](map.png "Map 1")\n\nSource: the towns.`, [undefined, 'source']],
    [`Table 1 shows the towns.\n\n${TABLE}`, [undefined]],
    [`Tables: these.\n\n${TABLE}\n\nSources differ: see there.`, [undefined, undefined]],
    [`Table 1. The towns.\n\nText.\n\nSource: none.`, [undefined, undefined, undefined]],
    [`${TABLE}\n\nTable 1. One.\n\n${TABLE}\n\nTable 2. Two.`, ['caption', 'caption']],
  ])('%j', (source, expected) => {
    expect(beside(source)).toEqual(expected)
  })
})

describe('in print', () => {
  let publication: SmallPublication
  beforeAll(() => {
    publication = createPublication({
      'content/publication.yaml': 'title: Papers\npublisher: A Centre\neditions: [sq, en]\n',
      'content/paper/document.md': `---
title: One
kind: Paper
description: A paper.
date: 2026-05-31
---

Table 1. The towns.

| Town | Share | Speakers |
| --- | --- | --- |
| Skopje | 7.25 | 1 |
| Prishtina | 12 | 2 |

Source: a count.

\`\`\`
${'column '.repeat(30)}
\`\`\`
`,
    })
    publication.run('sync')
    publication.run('build')
  })
  afterAll(() => publication?.remove())

  test('a table has its caption, which it keeps where it is English, and its source below', async () => {
    const html = publication.read('output/sq/paper/index.html')
    expect(html).toMatch(/<caption lang="en" class="fallback">.*Table 1. The towns.<\/caption>/)
    expect(html).toContain('source-line')
    expect(publication.read('output/en/paper/index.html')).toContain('<caption>Table 1. The towns.</caption>')
    const structure = JSON.stringify(await (await (await publication.pdf('en')).getPage(1)).getStructTree())
    expect(structure).toMatch(/"role":"Table".*"role":"Caption"/)
    expect(publication.run('verify').said).toContain('No problems')
  })

  test('decimal signs stand under each other', async () => {
    const { items } = await (await (await publication.pdf('en')).getPage(1)).getTextContent()
    const placeOf = (wanted: string): { left: number; width: number } => {
      const item = items.find((each) => 'str' in each && each.str === wanted)! as { transform: number[]; width: number }
      return { left: item.transform[4]!, width: item.width }
    }
    const [decimal, whole] = [placeOf('7.25'), placeOf('12')]
    const digit = whole.width / 2
    expect(whole.left + whole.width).toBeCloseTo(decimal.left + digit, 0)
  })

  test('a line of code that goes on hangs', async () => {
    const lines = (await linesOf(await publication.pdf('en'))).flat().filter(({ text: said }) => said.startsWith('column'))
    expect(lines.length).toBeGreaterThan(2)
    expect(new Set(lines.slice(1).map(({ left }) => Math.round(left))).size).toBe(1)
    expect(lines[1]!.left - lines[0]!.left).toBeGreaterThan(10)
  })
})
