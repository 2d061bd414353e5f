import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { describe, expect, test } from 'vitest'
import { parseInline, parseMarkdown } from '../../pipeline/source/markdown.ts'
import { definitionsOf, passagesOf } from '../../pipeline/source/passages.ts'

const passages = (source: string) => passagesOf(parseMarkdown(source, 'test.md'), source, 'test.md')

describe('passages', () => {
  test('a text in which an address is found afterwards has its place all the same', () => {
    const source = '## Sites at www.\n\nSee [x] at www.\n\n- All begin with www.\n\n| www. |\n| - |\n| a www. |\n'
    expect(passages(source).map(({ text, place }) => [text, place.line])).toEqual([
      ['Sites at www.', 1],
      ['See [x] at www.', 3],
      ['All begin with www.', 5],
      ['www.', 7],
      ['a www.', 9],
    ])
  })

  test('headings, paragraphs, items, cells, notes and pictures come in reading order with their places', () => {
    const source = [
      '## A heading', '', 'One *two*', 'three.', '', '- item', '  - nested', '', '> Quoted', '> text', '',
      '| a | b |', '| - | - |', '| c | d |', '', '![alternative](x.png)', '', 'Note[^n].', '', '[^n]: The note.',
    ].join('\n') // prettier-ignore
    expect(passages(source).map(({ kind, text, section, place }) => [kind, text, section, place.line])).toEqual([
      ['heading', 'A heading', 'A heading', 1],
      ['paragraph', 'One *two* three.', 'A heading', 3],
      ['item', 'item', 'A heading', 6],
      ['item', 'nested', 'A heading', 7],
      ['paragraph', 'Quoted text', 'A heading', 9],
      ['cell', 'a', 'A heading', 12],
      ['cell', 'b', 'A heading', 12],
      ['cell', 'c', 'A heading', 14],
      ['cell', 'd', 'A heading', 14],
      ['alternative', 'alternative', 'A heading', 16],
      ['paragraph', 'Note[^n].', 'A heading', 18],
      ['note', 'The note.', 'A heading', 20],
    ])
  })

  test('a segment parsed by itself gives its nodes again', () => {
    const words = fc.constantFrom(
      'Word',
      '*stress*',
      '**strong**',
      '`code`',
      '[link](https://example.org)',
      '[ref][r]',
      'note[^n]',
      '2018.',
      'B&S',
      '“quoted”',
      '\\*',
      'a_b',
      '<!-- remark -->',
      'one<!-- remark -->two',
      '*s <!-- remark -->*',
      '<!-- of\ntwo lines -->',
      '`<!-- code -->`',
      '<br>',
      'H<sub>2</sub>O',
      '<abbr title="A &amp; B">AB</abbr>',
      '<kbd>*x*</kbd>',
      '<sub>',
      '`a \\| b`',
      '[ẞ]',
    )
    const place = fc.constantFrom(
      { before: 'First ', after: '' },
      { before: '> Quoted ', after: '' },
      { before: '- Item ', after: '' },
      { before: '## Heading ', after: '', line: true },
      { before: '| Head ', after: ' |\n| --- |', line: true },
    )
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), fc.constantFrom(' ', '\n'), place, (parts, space, at) => {
        const text = parts.join(at.line ? ' ' : space)
        const line = at.line ? text.replaceAll('\n', ' ') : text
        const source = `${at.before}${line}${at.after}\n\n[r]: https://example.org/r\n\n[SS]: https://example.org/s\n\n[^n]: A note.\n`
        const tree = parseMarkdown(source, 'test.md')
        for (const passage of passagesOf(tree, source, 'test.md')) {
          const alone = parseInline(passage.text, definitionsOf(tree, source), passage.kind)
          expect(shapes(alone)).toEqual(shapes((passage.node as { children: Nodes[] }).children))
          expect(passage.text).not.toContain('remark')
        }
      }),
      { numRuns: Number(process.env['SEEDS'] ?? 100) },
    )
  })

  test.each(['6. и 7. јуна', '# not a heading', '- no item', '> no quotation', '[a]: b', '[^a]: b', '| no | table |', '---'])(
    '“%s” at the start of a translation is text',
    (text) => {
      expect(parseInline(text)).toEqual([expect.objectContaining({ type: 'text', value: text })])
    },
  )
})

/** Nodes without their places, soft line breaks as spaces. */
function shapes(nodes: readonly Nodes[]): unknown[] {
  return nodes.map((each) => {
    const { position, data, ...node } = each
    void [position, data]
    if (node.type === 'text') return { ...node, value: node.value.replaceAll(/\s+/g, ' ') }
    return 'children' in node ? { ...node, children: shapes(node.children) } : node
  })
}
