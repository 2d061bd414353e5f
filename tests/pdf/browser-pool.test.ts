import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowserPool, type BrowserPool } from '../../pipeline/pdf/browser-pool.ts'
import { conform } from '../../pipeline/pdf/conform/conform.ts'
import { printEdition } from '../../pipeline/pdf/print.ts'
import { fontFaces, readFonts } from '../../pipeline/html/fonts.ts'

const DATE = new Date('2018-06-08T00:00:00Z')

let pool: BrowserPool
let faces: string

beforeAll(async () => {
  pool = await openBrowserPool()
  faces = fontFaces(await readFonts(), ({ bytes }) => `data:font/woff2;base64,${Buffer.from(bytes).toString('base64')}`)
})

afterAll(() => pool.close())

const page = (body: string, style = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test</title><style>${faces} body{font-family:"Noto Serif"} ${style}</style></head><body>${body}</body></html>`

describe('contents', () => {
  const chapters = Array.from({ length: 30 }, (_, index) => `chapter-${index + 1}`)
  /** Not before the faces are read. */
  const book = (): string =>
    page(
      `<ol>${chapters.map((id) => `<li data-head="${id}"><a href="#${id}" class="entry">${id}</a> <span data-page-of="${id}"></span></li>`).join('')}</ol>` +
        chapters.map((id, index) => `<h2 id="${id}">${id}</h2>${'<p>Text.</p>'.repeat((index % 5) * 20)}`).join(''),
      'h2{break-before:page} @page{@top-right{font-family:"Noto Serif";content:"at " counter(page, section) " now"}}',
    )

  test('hold the number of the page on which each chapter begins, and every print gives the same bytes', async () => {
    const made = async () => {
      const { bytes, preparation, layout } = await printEdition(pool, book())
      return { bytes: await conform(bytes, preparation, DATE), layout }
    }
    const first = await made()
    expect(Buffer.compare((await made()).bytes, first.bytes)).toBe(0)
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
    const pdf = await getDocument({ data: new Uint8Array(first.bytes), verbosity: 0 }).promise
    const destinations = (await pdf.getDestinations()) as unknown as Map<string, { num: number; gen: number }[]>
    const numbers = new Map(
      await Promise.all([...destinations].map(async ([id, [leaf]]) => [id, (await pdf.getPageIndex(leaf!)) + 1] as const)),
    )
    expect([...numbers.keys()].sort()).toEqual([...chapters].sort())
    const ordered = chapters.map((id) => numbers.get(id)!)
    expect(ordered[0]).toBeGreaterThan(1)
    expect(ordered).toEqual([...ordered].sort((a, b) => a - b))
    expect(new Set(ordered).size).toBe(30)
    expect(first.layout.pages).toBe(pdf.numPages)
    expect(first.layout.pages).toBeGreaterThan(30)
    const textOf = async (number: number): Promise<string> =>
      (await (await pdf.getPage(number)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' ')
    const contents = await textOf(1)
    for (const id of ['chapter-1', 'chapter-17', 'chapter-30']) {
      expect(contents).toMatch(new RegExp(`${id} +${numbers.get(id)}\\b`))
      expect(await textOf(numbers.get(id)!)).toContain(id)
      expect(await textOf(numbers.get(id)!)).toContain(`at ${id} now`)
    }
    // A section that goes on stands at the head of its later pages too.
    const long = chapters.findIndex((id, index) => numbers.get(chapters[index + 1] ?? '')! > numbers.get(id)! + 1)
    expect(await textOf(numbers.get(chapters[long]!)! + 1)).toContain(`at ${chapters[long]} now`)
    expect(contents).toMatch(/^at now/)
  })
})

describe('a page that reaches out', () => {
  let server: Server
  let asked: string[]
  let origin: string
  const secret = join(tmpdir(), `editions-secret-${process.pid}.txt`)

  beforeAll(async () => {
    asked = []
    server = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end('secret')
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    origin = `127.0.0.1:${(server.address() as AddressInfo).port}`
    writeFileSync(secret, 'the canary’s song')
  })

  afterAll(() => new Promise<void>((closed) => server.close(() => closed())))

  test.each([
    ['picture', '<img src="http://HOST/a.png" alt="a">'],
    ['picture from a file', '<img src="file://SECRET" alt="a">'],
    ['frame', '<iframe src="http://HOST/frame"></iframe>'],
    ['style sheet', '<link rel="stylesheet" href="http://HOST/a.css">'],
    ['background', '<p style="background:url(http://HOST/a.png)">Text</p>'],
    ['face', '<style>@font-face{font-family:F;src:url(http://HOST/f.woff2)} b{font-family:F}</style><b>Text</b>'],
    ['decimal address', '<img src="http://2130706433:PORT/a.png" alt="a">'],
    ['mapped address', '<img src="http://[::ffff:127.0.0.1]:PORT/a.png" alt="a">'],
  ])('%s: is refused, and nothing is asked for', async (_, body) => {
    const html = page(`<p>Before.</p>${fill(body)}`)
    await expect(printEdition(pool, html)).rejects.toThrow(/asks for what is not in it/)
    expect(asked).toEqual([])
  })

  test.each([
    ['script', '<script>fetch("http://HOST/x"); new WebSocket("ws://HOST/y"); document.body.textContent = "ran"</script>'],
    [
      'handler',
      '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" onload="fetch(\'http://HOST/x\')" onerror="fetch(\'http://HOST/x\')" alt="">',
    ],
    ['prefetch', '<link rel="prefetch" href="http://HOST/p"><link rel="dns-prefetch" href="http://HOST">'],
    ['frame of a file', '<iframe src="file://SECRET"></iframe>'],
    ['refresh', '<meta http-equiv="refresh" content="0;url=http://HOST/r">'],
  ])('%s: runs nothing and asks for nothing', async (_, body) => {
    const printed = await printEdition(pool, page(`<p>Before.</p>${fill(body)}`)).catch((error: Error) => error)
    expect(asked).toEqual([])
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
    if (printed instanceof Error) expect(printed.message).toMatch(/asks for what is not in it|text, tags or fonts are missing/)
    else {
      const pdf = await getDocument({ data: new Uint8Array(printed.bytes), verbosity: 0 }).promise
      const { items } = await (await pdf.getPage(1)).getTextContent()
      const text = items.map((item) => ('str' in item ? item.str : '')).join('')
      expect(text).toContain('Before.')
      expect(text).not.toMatch(/canary|ran/)
    }
  })

  const fill = (body: string): string =>
    body.replaceAll('HOST', origin).replaceAll('PORT', origin.split(':')[1]!).replaceAll('SECRET', secret)
})

test('a face that cannot be read is an error, and no page in another face', async () => {
  const html = page('<p>Text</p>', '@font-face{font-family:Broken;src:url("data:font/woff2;base64,AAAA")} p{font-family:Broken}')
  await expect(printEdition(pool, html)).rejects.toThrow(/face Broken/)
})

test('a page without text is an error, and no blank PDF', async () => {
  await expect(printEdition(pool, page(''))).rejects.toThrow(/text, tags or fonts are missing/)
})

test('text that is shown nowhere on the paper is an error, and no page without it', async () => {
  const { bytes, preparation } = await printEdition(pool, page('<p>Here.</p><p style="position:absolute;left:-900cm">And there.</p>'))
  await expect(conform(bytes, preparation, DATE)).rejects.toThrow(/“And there\.” is missing/)
})

test('text that the style hides on purpose is not missed, and text in a group without a box is', async () => {
  const body = (style: string) =>
    page(
      `<p>Here.</p><p style="display:none">Gone.</p><p style="visibility:hidden">Unseen, <b style="visibility:visible">but this.</b></p>` +
        `<details><summary>More</summary><p>Shut away.</p></details><div style="display:contents"><p style="${style}">There.</p></div>`,
    )
  const made = async (html: string): Promise<Uint8Array> => {
    const { bytes, preparation } = await printEdition(pool, html)
    expect(preparation.texts).toEqual(['Here.', 'but this.', 'More', 'There.'])
    return conform(bytes, preparation, DATE)
  }
  await expect(made(body(''))).resolves.toBeInstanceOf(Uint8Array)
  await expect(made(body('position:absolute;left:-900cm'))).rejects.toThrow(/“There\.” is missing/)
})
