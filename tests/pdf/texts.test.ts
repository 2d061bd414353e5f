import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowserPool, type BrowserPool } from '../../pipeline/pdf/browser-pool.ts'
import { textDifferences } from '../../pipeline/pdf/conform/text-differences.ts'
import { createPublication, linesOf } from '../small-publication.ts'
import { elementsPage, printElements } from './torture/torture.ts'

let pool: BrowserPool

beforeAll(async () => {
  pool = await openBrowserPool()
})

afterAll(() => pool.close())

const print = async (body: string): Promise<Uint8Array> => printElements(pool, await elementsPage(`<h1>Title</h1>${body}`))

const ITEMS = Array.from({ length: 4 }, (_, index) => `<li>Item ${index}</li>`).join('')
const CUT = 'overflow: hidden; white-space: nowrap; width: 9mm'

describe('a print is refused that does not say what its page does', () => {
  test.each([
    [
      'a line of code at the edge of the page',
      `<pre style="white-space: pre">${'x'.repeat(300)}?final=yes</pre>`,
      /“x+…” is \d+ mm wide, and its place is 164 mm/,
    ],
    [
      'a word cut by its cell',
      `<table><tr><td style="${CUT}; display: block">Recommendation</td><td>b</td></tr></table>`,
      /ation” is missing after “R/,
    ],
    [
      'the first digit of numbers of a list',
      `<ol start="98" style="padding-left: 0; list-style-position: outside">${ITEMS}</ol>`,
      /“98. Item 0”/,
    ],
    [
      'a block that its place cuts',
      `<div style="height: 5mm; overflow: clip">${'<p>First.</p>'.repeat(9)}<p>Last.</p></div>`,
      /“First.” is missing/,
    ],
    [
      'as many letters as are said twice',
      `<p style="position: absolute; left: -90cm">Here.</p><ol><li>Item</li></ol>`,
      /“Here.” is missing/,
    ],
  ])('%s', async (_, body, said) => {
    await expect(print(body)).rejects.toThrow(said)
  })
})

describe('a print is not refused', () => {
  const rows = Array.from({ length: 90 }, (_, index) => `<tr><td>${index}</td><td>A row of words.</td></tr>`).join('')
  test.each([
    ['for the head of a table on every page', `<table><thead><tr><th>Number</th><th>Words</th></tr></thead>${rows}</table>`],
    [
      'for the numbers of lists',
      `<ol start="8">${ITEMS}</ol><ol reversed>${ITEMS}</ol><ol><li value="7">Seven</li>${ITEMS}</ol><ol type="i">${ITEMS}</ol>`,
    ],
    [
      'for capitals that a style sets',
      '<p style="text-transform: uppercase">Straße und <span style="text-transform: capitalize">straße</span></p>',
    ],
    ['for letters that a style sets small', '<p style="font-variant: all-small-caps">Words of a paragraph</p>'],
    [
      'for numbers of pages',
      '<nav class="contents"><ol><li><a href="#there"><span class="entry">There</span> <span data-page-of="there"></span></a></li></ol></nav><h2 id="there">There</h2>',
    ],
    [
      'for letters of several signs in a heading that a page’s end moves overleaf',
      Array.from(
        { length: 24 },
        (_, index) => `<div style="break-before: page; height: ${222 + index}mm"></div><h2>Р\u0301ад и а\u0301</h2><p>Text.</p>`,
      ).join(''),
    ],
    ['for words that a line’s end parts', `<p style="width: 20mm">${'dif\u00ADfer\u00ADence suf\u00ADfi\u00ADcient '.repeat(9)}</p>`],
  ])('%s', async (_, body) => {
    await expect(print(body)).resolves.toBeInstanceOf(Uint8Array)
  })
})

test.each([
  [['one', 'two', 'three'], 'one two three', []],
  [['one', 'two', 'three'], 'one three', ['“two” is missing']],
  [['one', 'twofold', 'three'], 'one two three', ['“fold” is missing after “two”']],
  [['one', 'two'], 'one two', []],
  [['one', 'two'], 'one one two', ['“ONE” is said before “two”, where the page says nothing']],
  [['one', 'two'], 'one', ['“two” is missing']],
  [['one'], 'one two', ['“TWO” is said at the end, where the page says nothing']],
  [['98. one', '100. two', '101. three'], '98. one 00. two 01. three', ['“100. two” is missing', '“101. three” is missing']],
  [['a\nif (b)\nc'], 'a if ( c', ['“b)” is missing after “if (”']],
])('of %j, “%s” says all but what is told', (texts, printed, told) => {
  expect(textDifferences(texts, printed).map(({ message }) => message)).toEqual(told)
})

test('what is lost of a document is told with its line, and its edition alone is not published', () => {
  const publication = createPublication({
    'content/publication.yaml': 'title: Small\npublisher: Small\neditions: [en]\n',
    'content/paper/document.md': `---\ntitle: Paper\nkind: Paper\ndescription: D.\ndate: 2018-06-08\n---\n\n## One\n\nWords.\n\n\`\`\`\nfirst\n${'second '.repeat(40)}?final=yes\n\`\`\`\n`,
    'content/other/document.md': `---\ntitle: Other\nkind: Paper\ndescription: D.\ndate: 2018-06-08\n---\n\n## One\n\nWords.\n`,
    'templates/styles/print.css': `${readFileSync('templates/styles/print.css', 'utf8')}\n.text pre { white-space: pre; width: 50mm; overflow: hidden }`,
  })
  try {
    const { said, status } = publication.run('build', '--format', 'pdf')
    expect(said).toMatch(/content\/paper\/document\.md:14:1 .*cannot be printed/)
    expect(said).toMatch(/found +.*second.*” is missing after “…?second second/)
    expect(said).toContain('en  other')
    expect(status).toBe(2)
  } finally {
    publication.remove()
  }
})

test('the numbers of long lists and of many notes stand whole before their items', async () => {
  const items = [98, 998, 99_998, 999_999_996].map((start) => Array.from({ length: 4 }, (_, index) => `${start + index}. Item`).join('\n'))
  const calls = Array.from({ length: 101 }, (_, index) => `Word[^${index}].`)
  const notes = Array.from({ length: 101 }, (_, index) => `[^${index}]: Note.`)
  const text = [...items.join('\n\nThen:\n\n').split('\n'), ...calls, ...notes].join('\n\n')
  const publication = createPublication({
    'content/publication.yaml': 'title: Small\npublisher: Small\neditions: [en]\n',
    'content/paper/document.md': `---\ntitle: Paper\nkind: Paper\ndescription: D.\ndate: 2018-06-08\n---\n\n## One\n\n${text}\n`,
  })
  try {
    expect(publication.run('build', '--format', 'pdf').said).toContain('final')
    const lines = (await linesOf(await publication.pdf('en'))).flat().map((line) => line.text)
    for (const number of [98, 101, 1001, 100_001, 999_999_999]) expect(lines).toContain(`${number}. Item`)
    expect(lines.some((line) => /(?:^| )101 ?Note\.$/.test(line))).toBe(true)
  } finally {
    publication.remove()
  }
})

test('lines of a small page fit, also beside a table that has to be set narrower', () => {
  const columns = Array.from({ length: 7 }, (_, index) => `Responsibility ${index}`)
  const table = [columns, columns.map(() => '---'), columns.map(() => 'Recommendation')]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
  const lines = Array.from({ length: 30 }, (_, index) => `${'Words of all lengths fill a line. '.repeat(3)}${'more '.repeat(index)}`).join(
    '\n\n',
  )
  const publication = createPublication({
    'content/publication.yaml': 'title: Small\npublisher: Small\npaper: A5\neditions: [en]\n',
    'content/paper/document.md': `---\ntitle: Paper\nkind: Paper\ndescription: D.\ndate: 2018-06-08\n---\n\n## One\n\n${table}\n\n${lines}\n`,
  })
  try {
    expect(publication.run('build', '--format', 'pdf').said).toContain('final')
  } finally {
    publication.remove()
  }
})
