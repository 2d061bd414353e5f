import { afterAll, beforeAll, expect, test } from 'vitest'
import { fontFaces, readFonts } from '../../pipeline/html/fonts.ts'
import { conform } from '../../pipeline/pdf/conform/conform.ts'
import { blocksAtPageEnds } from '../../pipeline/pdf/page-ends.ts'
import { openBrowserPool, type BrowserPool } from '../../pipeline/pdf/browser-pool.ts'
import type { PageLayout } from '../../pipeline/pdf/page-layout.ts'
import { printEdition } from '../../pipeline/pdf/print.ts'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

let pool: BrowserPool
let html: string

beforeAll(async () => {
  pool = await openBrowserPool()
  const faces = fontFaces(await readFonts(), ({ bytes }) => `data:font/woff2;base64,${Buffer.from(bytes).toString('base64')}`)
  const word = 'inter\u00ADgovern\u00ADmental'
  const text = Array.from({ length: 60 }, (_, index) => `<p>${`${'x'.repeat(1 + (index % 9))} ${word} `.repeat(9)}</p>`).join('')
  const style = `${faces} @page{size:A5;margin:15mm} body{font:16px/24px "Noto Serif"} p{width:80mm;margin:0;orphans:1;widows:1}`
  html = `<!doctype html><html lang="en"><head><title>Test</title><style>${style}</style></head><body>${text}</body></html>`
})

afterAll(() => pool.close())

/** A print with a date of its own: the browser writes the time. */
async function printed(page: string): Promise<{ bytes: Uint8Array; layout: PageLayout }> {
  const { bytes, preparation, layout } = await printEdition(pool, page)
  return { bytes: await conform(bytes, preparation, new Date(0)), layout }
}

/** How many pages end with a part of a word. */
async function partedEnds(bytes: Uint8Array): Promise<number> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  expect(pdf.numPages).toBeGreaterThan(10)
  const ends = Array.from({ length: pdf.numPages }, async (_, index) => {
    const { items } = await (await pdf.getPage(index + 1)).getTextContent()
    const texts = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item.str] : []))
    return /[-\u00AD\u2010]$/.test(texts.at(-1)!.trim())
  })
  return (await Promise.all(ends)).filter(Boolean).length
}

test('no page ends with a part of a word', async () => {
  expect(await partedEnds(await pool.withPage(html, (sheet) => sheet.print()))).toBeGreaterThan(2)
  const { bytes } = await printed(html)
  expect(await partedEnds(bytes)).toBe(0)
})

test('what is learnt of a page leaves no trace in it, and takes nothing of its own for it', async () => {
  const own = html
    .replace('</style>', 'p[id]{color:red}</style>')
    .replace('<body>', '<body><a href="#block-2">Last <span data-page-of="block-2"></span></a>')
    .replace('</body>', '<p id="block-2">Last.</p></body>')
  const { bytes, layout } = await printed(own)
  expect(layout.headings.get('block-2')).toBe(layout.pages)
  expect(Buffer.compare((await printed(own)).bytes, bytes)).toBe(0)
})

test('a block ends its page where the next that is printed begins on a later one', () => {
  const blocks = ['a', 'b', 'c', 'gone', 'd', 'e'].map((id, number) => ({ number, id, anchor: id, isParted: id !== 'c', isInside: false }))
  const pages = new Map([
    ['a', 1],
    ['b', 1],
    ['c', 2],
    ['d', 3],
    ['e', 4],
  ])
  expect(blocksAtPageEnds(blocks, pages)).toEqual([1, 4])
})
