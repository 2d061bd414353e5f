import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { knownTags } from '../../pipeline/language/registry.ts'
import { typographyOf } from '../../pipeline/language/typography.ts'
import { parseInline, parseMarkdown } from '../../pipeline/source/markdown.ts'

const PAIRS = knownTags().flatMap((tag) => {
  const { quotes, innerQuotes, otherQuotes } = typographyOf(tag)
  return [quotes, innerQuotes, ...otherQuotes].filter((pair) => pair !== undefined)
})
const AROUND = [...PAIRS, ['"', '"'], ['(', ')'], ['[', ']'], ['{', '}'], ['„(', ')“'], ['', '…'], ['', ' —'], ['‹', '›']] as const
const ADDRESSES = ['https://example.org/', 'https://example.org/a_(b)?c=d#e', 'www.example.org', 'https://mk.wikipedia.org/wiki/О’Брајен']

describe.each(AROUND)('between %s and %s', (opening, closing) => {
  test.each(ADDRESSES)('%s ends where it ends', (address) => {
    for (const after of ['', '.', ', and so on', '-от']) {
      if (after.startsWith('-') && !/^["'”“’‘»«›]$/u.test(closing)) continue
      const text = `See ${opening}${address}${closing}${after} (*now*).`
      const nodes = parseInline(text)
      const links = nodes.filter((node) => node.type === 'link')
      expect(links.map((link) => [toString(link), link.url.replace(/^http:\/\/(?=www)/, '')])).toEqual([[address, address]])
      expect(toString(nodes)).toBe(text.replaceAll('*', ''))
    }
  })
})

test.each([
  ['See https://example.org[the words].', 'https://example.org'],
  ['See <https://example.org/a|the words>.', 'https://example.org/a'],
  ['See [[https://example.org/a][The words]].', 'https://example.org/a'],
  ['See (https://example.org/a)[the words].', 'https://example.org/a'],
  ['See https://example.org/[id]/a and more.', 'https://example.org/[id]/a'],
  ['See https://example.org/?a[]=1|2 and more.', 'https://example.org/?a[]=1|2'],
])('what another tool writes after an address is no part of it: %s', (text, address) => {
  expect(parseInline(text).flatMap((node) => (node.type === 'link' ? [node.url] : []))).toEqual([address])
  expect(toString(parseInline(text))).toBe(text)
})

test.each([
  'See https://example.org/?a=1&amp;b=2 now.',
  'See <https://example.org/?a=1&#38;b=2> now.',
  'See „https://example.org/?a=1&amp;b=2“ now.',
  'See [https://example.org/?a=1&amp;b=2](https://example.org/?a=1&amp;b=2) now.',
])('the sign & may be written as in HTML: %s', (text) => {
  const link = parseInline(text).find((node) => node.type === 'link')!
  expect([link.url, toString(link)]).toEqual(['https://example.org/?a=1&b=2', 'https://example.org/?a=1&b=2'])
})

test('an address between angle brackets, and the words of a link, stay as they are', () => {
  const urls = (text: string): string[] => parseInline(text).flatMap((node) => (node.type === 'link' ? [node.url] : []))
  expect(urls('<https://example.org/“>')).toEqual(['https://example.org/“'])
  expect(urls('[„https://example.org/“](https://example.org/other)')).toEqual(['https://example.org/other'])
})

test('each text and address is placed where it is written', () => {
  const text =
    'First „www.example.org“ &amp;\nthen *it* „www.example.net/a“, (www.example.com).\n\n> See „www.example.org“\n> or „https://example.org“.'
  visit(parseMarkdown(text, 'document.md'), (node) => {
    const { start, end } = node.position!
    const written = text.slice(start.offset, end.offset)
    if (node.type === 'link') expect(written).toBe(toString(node))
    if (node.type === 'text' && !written.includes('&')) expect(written.replaceAll('\n> ', '\n')).toBe(node.value)
    expect(text.slice(0, start.offset).split('\n')).toHaveLength(start.line)
    expect(start.offset! - text.lastIndexOf('\n', start.offset! - 1)).toBe(start.column)
  })
})

test.each([
  ['See https://example.org.[^1] And', 'https://example.org', '.¹ And'],
  ['See https://example.org/a_(b)[^1].', 'https://example.org/a_(b)', '¹.'],
  ['See (https://example.org/)[^1] now', 'https://example.org/', ')¹ now'],
  ['See www.example.org/a[^1][^b], and', 'www.example.org/a', '¹¹, and'],
  ['See „https://example.org/“[^1]', 'https://example.org/', '“¹'],
  ['See **https://example.org/[^1]** now', 'https://example.org/', '¹ now'],
  ['See https://example.org/.[^9] now', 'https://example.org/', '.[^9] now'],
  ['See https://example.org/[a]?b[0]=1 now', 'https://example.org/[a]?b[0]=1', ' now'],
])('the call of a note after an address is a call: %s', (text, address, after) => {
  const notes = '[^1]: One.\n\n[^b]: Two.'
  const [document, segment] = [parseMarkdown(`${text}\n\n${notes}`, 'document.md').children[0]!, { type: 'paragraph', children: parseInline(text, notes) }] // prettier-ignore
  for (const node of [document, segment]) {
    const urls: string[] = []
    let shown = ''
    visit(node as typeof document, (each) => {
      if (each.type === 'link') urls.push(toString(each))
      if (each.type === 'text') shown += each.value
      if (each.type !== 'footnoteReference') return
      shown += '¹'
      // In a segment, places are counted from the definitions before it.
      if (node === document) expect(text.slice(each.position!.start.offset, each.position!.end.offset)).toBe(`[^${each.label}]`)
    })
    expect(urls).toEqual([address])
    expect(shown.endsWith(address + after)).toBe(true)
  }
}) // prettier-ignore
