import { afterEach, expect, test } from 'vitest'
import { fontFaces, readFonts } from '../../pipeline/html/fonts.ts'
import { BrowserFault } from '../../pipeline/pdf/guard.ts'
import { openPrinter, type Printer } from '../../pipeline/pdf/printer.ts'
import { Failure } from '../../pipeline/problem.ts'
import { browsersOf } from '../processes.ts'

const FINISHING = new URL('../../pipeline/formats/finishing-thread.ts', import.meta.url)
const DATE = new Date('2018-06-08T00:00:00Z')
const FACES = fontFaces(await readFonts(), ({ bytes }) => `data:font/woff2;base64,${Buffer.from(bytes).toString('base64')}`)

let printer: Printer

afterEach(async () => {
  await printer.close()
  const left = browsersOf(process.pid)
  if (left.length > 0) throw new Error(`The printer left ${left.length} processes.`)
  delete process.env['EDITIONS_BROWSER']
})

const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><title>Test</title><style>${FACES} body{font-family:"Noto Serif"}</style></head><body>${body}</body></html>`

test('pages are printed in the order in which they are ready, and each is finished as its own', async () => {
  printer = openPrinter(FINISHING)
  const sheets = ['One.', 'Two, longer.'].map((text) => ({ sheet: printer.open(), html: page(`<p>${text}</p>`) }))
  const layouts = await Promise.all(sheets.toReversed().map(({ sheet, html }) => sheet.print(html, DATE)))
  expect(layouts.map(({ pages }) => pages)).toEqual([1, 1])
  const files = await Promise.all(sheets.map(({ sheet }) => sheet.finished()))
  const again = printer.open()
  await again.print(sheets[0]!.html, DATE)
  expect(Buffer.compare(await again.finished(), files[0]!)).toBe(0)
  expect(Buffer.compare(files[0]!, files[1]!)).not.toBe(0)
})

test('where the browsers have ended, what is printed is finished all the same', async () => {
  printer = openPrinter(FINISHING)
  const sheet = printer.open()
  await sheet.print(page('<p>Text.</p>'), DATE)
  await printer.endBrowsers()
  expect(browsersOf(process.pid)).toEqual([])
  expect(Buffer.from(await sheet.finished()).toString('latin1')).toMatch(/^%PDF-1\.7/)
})

test('what keeps a page from being printed or finished comes back in its words, and the next is printed', async () => {
  printer = openPrinter(FINISHING)
  await expect(printer.open().print(page('<iframe src="https://example.org/"></iframe>'), DATE)).rejects.toThrow(
    /asks for what is not in it/,
  )
  const lost = printer.open()
  await lost.print(page('<p>Here.</p><p style="position:absolute;left:-900cm">And there.</p>'), DATE)
  await expect(lost.finished()).rejects.toThrow(/“And there\.” is missing/)
  expect(await printer.open().print(page('<p>Next.</p>'), DATE)).toMatchObject({ pages: 1 })
})

test('a browser that does not start is a failure with its place and its remedy', async () => {
  process.env['EDITIONS_BROWSER'] = '/nowhere/chrome'
  printer = openPrinter(FINISHING)
  const failed = await printer
    .open()
    .print(page('<p>Text.</p>'), DATE)
    .catch((error: unknown) => error)
  expect(failed).toBeInstanceOf(Failure)
  expect((failed as Failure).problems).toMatchObject([
    { ruleId: 'browser', file: '/nowhere/chrome', note: expect.stringContaining('variable') as string },
  ])
})

test('a browser that fails twice is told from a page that is at fault', async () => {
  printer = openPrinter(FINISHING)
  const sheet = printer.open()
  const printing = sheet.print(page(`<p>Text.</p>`.repeat(20_000)), DATE).catch((error: unknown) => error)
  const killer = setInterval(() => {
    for (const { pid, role } of browsersOf(process.pid)) if (role === 'renderer') process.kill(pid, 'SIGKILL')
  }, 20)
  try {
    expect(await printing).toBeInstanceOf(BrowserFault)
  } finally {
    clearInterval(killer)
  }
})
