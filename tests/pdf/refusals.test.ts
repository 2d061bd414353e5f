import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowserPool, type BrowserPool } from '../../pipeline/pdf/browser-pool.ts'
import { verifyPdf } from '../../pipeline/verify/verify-pdf.ts'
import { elementsPage, printElements } from './torture/torture.ts'

let pool: BrowserPool

beforeAll(async () => {
  pool = await openBrowserPool()
})

afterAll(() => pool.close())

const print = async (body: string): Promise<Uint8Array> => printElements(pool, await elementsPage(`<h1>Title</h1>${body}`))

const UNSEEN = 'Bare words of some length, which nobody is shown unless they ask for them. '
const PICTURE = '<img src="PIXEL" width="9" height="9"'

describe('a page is refused, and no PDF made of it, where it has', () => {
  test.each([
    ['a picture without a text', `<p>Text ${PICTURE}></p>`, /1 pictures without a text.*at “Text”/],
    [
      'a figure whose picture has none',
      `<figure>${PICTURE}><figcaption>Caption</figcaption></figure>`,
      /1 pictures without a text.*at “Caption”/,
    ],
    ['words in its style', '<style>.a::before { content: "Before " }</style><p class="a">Text</p>', /no reader would hear.*Before/],
    ['a character that no face has', '<p>A star ★ here</p>', /no face has.*A star ★ here \(U\+2605\)/],
    ['a character that only a face of the system has', '<p>Greek αβ</p>', /its own faces lack.*αβ/],
    ['a mask over text', '<p style="mask-image: linear-gradient(black, transparent)">Masked words</p>', /two layers.*Masked words/],
    [
      'two cells in one place',
      '<table><tr><td>a</td><td rowspan="2">b</td></tr><tr><td colspan="2">Cell</td></tr></table>',
      /one place.*Cell/,
    ],
    [
      'words for the ear alone, which no print holds',
      '<p>a <span style="position: absolute; clip-path: inset(50%)">hidden</span> b</p>',
      /“hidden” is missing/,
    ],
    ['a language without a tag', '<p lang="sr_Cyrl">Text</p>', /“sr_Cyrl” is no tag/],
  ])('%s', async (_, body, said) => {
    await expect(print(body)).rejects.toThrow(said)
  })
})

describe('a page is mended, and its PDF conforms, where it has', () => {
  test.each([
    ['decoration', `<p>Text ${PICTURE} alt=""></p>`],
    ['a link around decoration', `<p><a href="https://example.org">${PICTURE} alt=""></a></p>`],
    ['a cell that reaches below its table', '<table><tr><td rowspan="3">a</td><td>b</td></tr><tr><td>c</td></tr></table>'],
    ['short rows and empty cells', '<table><tr><th>a</th><th>b</th></tr><tr><td>c</td></tr><tr><td></td><td>d</td></tr></table>'],
    [
      'heads over heads',
      '<table><thead><tr><th colspan="2">A</th></tr><tr><th>a</th><th>b</th></tr></thead><tr><td>1</td><td>2</td></tr></table>',
    ],
    ['a caption of paragraphs', '<table><caption><p>One.</p><p>Two.</p></caption><tr><th>a</th></tr><tr><td>b</td></tr></table>'],
    ['a table in a table', '<table><tr><td><table><tr><td>in</td></tr></table></td><td>x</td></tr></table>'],
    ['code, a paragraph and a section without words', '<pre><code></code></pre><p><b></b> </p><section><hr></section><p>Text</p>'],
    ['an item without words', '<ul><li></li><li>Item</li></ul>'],
    [
      'a plain item among tasks',
      '<ul><li style="list-style: none"><input type="checkbox" aria-label="To do"> Task</li><li>Plain</li></ul>',
    ],
    [
      'numbers of items that go overleaf',
      `<ol start="8">${Array.from({ length: 30 }, (_, index) => `<li><table style="break-inside: avoid">${'<tr><td>Row</td><td>of words</td></tr>'.repeat(5 + (index % 7))}</table></li>`).join('')}</ol>`,
    ],
    ['a list without items', '<ul></ul><p>Text</p>'],
    ['levels of headings left out', '<h4>Fourth</h4><p>Text</p><h2>Second</h2><p>Text</p>'],
    ['Roman numbers', '<ol type="I"><li>One</li><li>Two</li></ol><ol type="i"><li>One</li></ol>'],
    ['text in layers', '<p style="opacity: 0.5; text-shadow: 1px 1px red">Text <span style="filter: blur(0)">Text</span></p>'],
    [
      'figures of straight lines',
      ['x1="5" y1="5" x2="90" y2="5"', 'x1="5" y1="5" x2="5" y2="90"']
        .map((ends) => `<p><svg role="img" aria-label="A line" width="99" height="99"><line ${ends} stroke="black"/></svg></p>`)
        .join(''),
    ],
    ['closed details', `<details>${UNSEEN}<p>More.</p><div style="display: contents">${UNSEEN}</div><summary>Summary</summary></details>`],
    [
      'closed details in open ones',
      `<details open><summary>Open</summary>Words <details><summary>Shut</summary>${UNSEEN}</details></details>`,
    ],
    ['words that only a search finds', `<div hidden="until-found">${UNSEEN} <p>More.</p></div><p>Text</p>`],
    ['words that are left out', `<div style="content-visibility: hidden">${UNSEEN} <p>More.</p></div><p>Text</p>`],
    ['a link over many pages', `<p>${'before '.repeat(200)}<a href="https://example.org">${'words of a link '.repeat(500)}</a></p>`],
  ])('%s', async (_, body) => {
    expect(await verifyPdf('mended.pdf', await print(body))).toEqual([])
  })
})
