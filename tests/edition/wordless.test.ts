import { afterAll, expect, test } from 'vitest'
import { cellsOfFigures } from '../../pipeline/edition/columns-of-figures.ts'
import { localNumbers } from '../../pipeline/edition/local-numbers.ts'
import { parseMarkdown } from '../../pipeline/source/markdown.ts'
import { plainText } from '../../pipeline/source/plain-text.ts'
import { passagesOf } from '../../pipeline/source/passages.ts'
import { createPublication } from '../small-publication.ts'

const passages = (source: string): string[] => passagesOf(parseMarkdown(source, 'test.md'), source, 'test.md').map(({ text }) => text)

test.each([
  '12', '2018', '1,234.5', '–', '—', '-', '+383 38 221', '100%', '€1,200', '$ 5', '(12)', '**12**', '~~12~~', '2018-06-08', '8.6.2018', '17:30', '10–20', '½',
  'https://example.org/a', '<https://example.org/a>', 'www.example.org', 'a@example.org', '<a@example.org>', '[https://example.org](https://example.org)', '[12](https://example.org)',
  '`x=1`', '`NATO`', '`a`, `b`', '12 / 15 (80%)', '…', '✓', '12[^1]',
])('“%s” needs no translation wherever it stands', (text) => {
  for (const place of [`| a |\n|---|\n| ${text} |`, `- ${text}`, `## ${text}`, `> ${text}`, `Text.\n\n${text === '-' || text.startsWith('—') ? '\\' : ''}${text}`])
    expect(passages(`${place}\n\nText[^1].\n\n[^1]: Note.\n`).filter((each) => !['a', 'Text.', 'Text[^1].', 'Note.'].includes(each))).toEqual([])
}) // prettier-ignore

test.each([
  'NATO',
  '12 km',
  '5 EUR',
  'x',
  '12th',
  'See https://example.org',
  '[site](https://example.org)',
  '[12](https://example.org "Twelve")',
  '![12](a.png) 5',
  '<abbr title="five">5</abbr>',
])('“%s” has words', (text) => {
  expect(passages(`| ${text} |\n|---|\n`)).toEqual([text])
})

const GROUP = '\u00A0'
test.each([
  ['1,234.5', `1${GROUP}234,5`, '1.234,5'],
  ['1,234,567', `1${GROUP}234${GROUP}567`, '1.234.567'],
  ['12,345', `12${GROUP}345`, '12.345'],
  ['−1,234.5 / 2,345', `−1${GROUP}234,5 / 2${GROUP}345`, '−1.234,5 / 2.345'],
  ['€1,200.50', `€1${GROUP}200,50`, '€1.200,50'],
  ['(1,234)', `(1${GROUP}234)`, '(1.234)'],
  ['3.5 €', '3,5 €', '3,5 €'],
  ['-2.5', '-2,5', '-2,5'],
  // What may be a year, a section, a version, a time, a date, a phone, a range, a network’s address stays.
  ...['2018', '1.5', '1.234', '0,123', '1.2.3', '17.30', '08.06.2018', '+383 38 221', '10–20', '12:30', '192.168.1.1', '1,2', '12,34,567', '1 234,5', '2018/19'].map((text) => [text, text, text] as const),
] as const)('%s is %s in Albanian and %s in Macedonian and Serbian', (english, sq, mk) => {
  expect(localNumbers('sq', english)).toBe(sq)
  for (const tag of ['mk', 'sr-Cyrl', 'sr-Latn'] as const) expect(localNumbers(tag, english)).toBe(mk)
}) // prettier-ignore

test('the percent sign stands as the language has it', () => {
  expect(localNumbers('mk', '12.5%')).toBe('12,5\u00A0%')
  expect(localNumbers('sq', '12.5 %')).toBe('12,5%')
})

test('where a document writes its numbers otherwise, they stay', () => {
  expect(localNumbers('mk', '1,234', false)).toBe('1,234')
})

/** Columns: their head, their cells, and whether each number in them is an amount for sure. */
test.each([
  ['2021', ['7.25', '14.5'], true],
  ['Share --:', ['7.25', '14.50'], true],
  ['Share', ['7.25', '1,500'], true],
  ['Share', ['7.25', '–', '16'], true],
  ['Share', ['7.25', '140.50'], true],
  ['Opens', ['7.15', '9.30'], false],
  ['Section --:', ['7.25', '16'], false],
  ['Version', ['18.2', '20'], false],
  ['Sum --:', ['1.500', '2.000'], false],
  ['Words', ['7.25', 'none'], false],
] as const)('a column “%s” of %j', (head, cells, isAmount) => {
  const [name, align = '---'] = head.split(/ (?=--:)/)
  const source = `| Town | ${name} |\n| --- | ${align} |\n${cells.map((cell) => `| A | ${cell} |\n`).join('')}`
  const tree = parseMarkdown(source, 'test.md')
  const sure = [...cellsOfFigures(tree)].map((cell) => plainText(cell))
  expect(sure).toEqual(isAmount ? cells : [])
})

const publication = createPublication({
  'content/publication.yaml': 'title: Papers\npublisher: A Centre\neditions: [sq, mk, en]\n',
  'content/paper/document.md':
    '---\ntitle: One\nkind: Paper\ndescription: A paper.\ndate: 2026-05-31\n---\n\n## 2018\n\n| Town | Sum |\n|---|---|\n| Skopje | 1,234.5 |\n| Bitola | 7.25 |\n| Tirana | `1,234.5` |\n\nSee [it](#2018).\n',
  'locales/en/paper.json': JSON.stringify({ 'front.title': 'One', '2018.1-234-5': '1,234.5' }),
  'locales/sq/paper.json': JSON.stringify({ 'front.title': 'Një', '2018.1-234-5': 'njëmijë' }),
})
afterAll(() => publication.remove())

test('a table of numbers is whole in every edition, and what was translated of it is kept', () => {
  publication.run('sync')
  expect(publication.read('locales/sq/paper.json')).not.toContain('njëmijë')
  expect(publication.read('locales/ledger/sq/paper.json')).toContain('njëmijë')
  expect(publication.run('check', '--edition', 'sq').said).not.toMatch(/translation of: [\d,.]+$/m)
  expect(publication.run('build', '--format', 'html').said).toContain('final')
  const html = publication.read('output/mk/paper/index.html')
  expect(html).toMatch(/<td[^>]*>1\.234,5<\/td>/)
  expect(html).toContain('<code>1,234.5</code>')
  expect(html).toContain('<a href="#n-2018">')
  expect(html).toContain('<h2 id="n-2018">2018</h2>')
  expect(publication.read('output/en/paper/index.html')).toMatch(/<td[^>]*>1,234\.5<\/td>/)
})
