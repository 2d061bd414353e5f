import { toHtml } from 'hast-util-to-html'
import type { Element, Root } from 'hast'
import { expect, test } from 'vitest'
import { setBreaks } from '../../pipeline/html/breaks.ts'

const broken = (value: string, tagName = 'p'): string => {
  const element: Element = { type: 'element', tagName, properties: {}, children: [{ type: 'text', value }] }
  const tree: Root = { type: 'root', children: [element] }
  setBreaks(tree)
  return toHtml(tree)
    .slice(tagName.length + 2, -tagName.length - 3)
    .replaceAll('<span class="unbroken">', '[')
    .replaceAll('</span>', ']')
    .replaceAll('<wbr>', '|')
}

test.each([
  ['The QKSS-së of OCC-CVE and P/CVE', 'The [QKSS-së] of [OCC-CVE] and [P/CVE]'],
  ['self\u2011help, self\u2011help\u2011group, \u2011', 'sel[f-h]elp, sel[f-h]el[p-g]roup, [-]'],
  ['and/or, e.g. 12.5, name@example.org', 'and/or, e.g. 12.5, name@example.org'],
  [
    'see https://data.example.org/reports/summary_of-results.pdf?final=yes&x=1.',
    'see https://data.|example.|org/|reports/|summary_|of|[-r]esults.|pdf?|final=|yes&#x26;|x=|1.',
  ],
  ['https://example.org/2024/annual/summary-of-results', 'https://example.|org/|2024/|annual/|summary|[-o]f|[-r]esults'],
  ['name.surname@ministry.example.org', 'name.|surname@|ministry.|example.|org'],
  ['Al-Qaida, ash-Shabaab, Anne-Marie Müller-Schmidt', '[Al-Qaida], [ash-Shabaab], [Anne-Marie] [Müller-Schmidt]'],
  ['Facebook-ut, Твитер-у, Bosnia-Herzegovina’s', '[Facebook-ut], [Твитер-у], [Bosnia-Herzegovina’s]'],
  ['well-known, socio-economic-political/cultural', 'well-known, socio-|economic-|political/|cultural'],
  [
    'on 2025-01-14T07:00+01:00, (ISO 8601-1:2019), +383-38-123-456,',
    'on [2025-01-14T07:00+01:00], (ISO [8601-1:2019]), [+383-38-123-456],',
  ],
  ['ISBN 978-9951-12-345-6; room 2-34; 24-hour', 'ISBN [978-9951-12-345-6]; room [2-34]; [24-hour]'],
  ['Interinstitutionalisation', 'Interinstitutionalisation'],
])('lines end in %s only where they may', (text, expected) => {
  expect(broken(text)).toBe(expected)
})

test('in code the hyphens of an option stay with it, and a long name may be parted after its signs', () => {
  expect(broken('run --output ./a-file -v DEFAULT_MAXIMUM_CONNECTION', 'code')).toBe(
    'run [--o]utput ./a-file [-v] DEFAULT_|MAXIMUM_|CONNECTION',
  )
})

test('the text itself stays as it is', () => {
  for (const text of ['https://example.org/a/b/c?d=e&f=g#h', 'QKSS-së', '--output']) {
    const tree: Root = { type: 'root', children: [{ type: 'text', value: text }] }
    setBreaks(tree)
    expect(
      tree.children
        .map((child) =>
          child.type === 'element' ? child.children.map((each) => 'value' in each && each.value).join('') : 'value' in child && child.value,
        )
        .join(''),
    ).toBe(text)
  }
})
