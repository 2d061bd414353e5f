import { readFileSync, readdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { HtmlValidate } from 'html-validate'
import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildRoot, copyOfPublication, type BuiltFolder } from '../build-once.ts'
import { openBrowser } from '../html/screen.ts'

/** The real publication’s site, at an address below a path. */
const BELOW = '/a/papers/'
let built: BuiltFolder
let server: Server
let address: string
let pages: string[]

beforeAll(async () => {
  const copy = copyOfPublication()
  built = buildRoot(copy.root, { arguments: ['--format', 'html'] })
  copy.remove()
  pages = readdirSync(built.folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'))
  server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url!, 'http://site').pathname)
    try {
      const name = path.startsWith(BELOW) ? path.slice(BELOW.length) : '..'
      response.setHeader('content-type', name.endsWith('.js') ? 'text/javascript' : name.endsWith('.css') ? 'text/css' : 'text/html')
      response.end(readFileSync(join(built.folder, name)))
    } catch {
      response.statusCode = 404
      response.end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}${BELOW}`
})
afterAll(() => {
  server.close()
  built.remove()
})

test('all pages are valid HTML', async () => {
  const validator = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:a11y'] })
  const said: string[] = []
  for (const path of pages) {
    const { results } = await validator.validateString(readFileSync(join(built.folder, path), 'utf8'))
    for (const { messages } of results)
      for (const { ruleId, message, line, selector } of messages) said.push(`${path}:${line} ${ruleId}: ${message} ${selector}`)
  }
  expect(said).toEqual([])
})

const ROOTS = ['http', 'file'] as const
const rootOf = (kind: (typeof ROOTS)[number]): string => (kind === 'http' ? address : `${pathToFileURL(built.folder).href}/`)

test.each(ROOTS)('all links of all pages lead to what is there, and to places that are there (%s:)', async (kind) => {
  const root = rootOf(kind)
  const seen = new Map<string, Promise<string | undefined>>()
  const read = (url: string): Promise<string | undefined> => {
    const known = seen.get(url) ?? (kind === 'http' ? fetched(url) : Promise.resolve(onDisk(url)))
    seen.set(url, known)
    return known
  }
  const broken: string[] = []
  let count = 0
  for (const path of pages) {
    const page = (await read(root + path))!
    for (const [, name, value] of page.matchAll(/\s(href|src|data-file|data-script)="([^"]*)"/g)) {
      const to = new URL(value!.replaceAll('&#x26;', '&'), root + path)
      if (!to.href.startsWith(root)) {
        if (to.protocol === 'file:' || to.href.startsWith(new URL('/', root).href)) broken.push(`${path}: ${name} ${value} leaves the site`)
        continue
      }
      count++
      const { hash } = to
      to.hash = ''
      const target = await read(to.href)
      const id = decodeURIComponent(hash.slice(1))
      if (target === undefined) broken.push(`${path}: ${value}`)
      else if (id !== '' && !new RegExp(`\\sid="${RegExp.escape(id)}"`).test(target)) broken.push(`${path}: ${value} (no such place)`)
    }
  }
  expect(broken).toEqual([])
  expect(count).toBeGreaterThan(200)
})

async function fetched(url: string): Promise<string | undefined> {
  const response = await fetch(url)
  return response.ok ? response.text() : undefined
}

function onDisk(url: string): string | undefined {
  try {
    return readFileSync(new URL(url), 'utf8')
  } catch {
    return undefined
  }
}

test('a library is searched over http and from a disk: the sentence is shown, and its section is one click away', async () => {
  const browser: Browser = await openBrowser()
  try {
    for (const kind of ROOTS) {
      const page = await browser.newPage()
      const asked: string[] = []
      page.on('request', (request) => asked.push(request.url()))
      await page.goto(`${rootOf(kind)}sr-Cyrl/index.html`)
      expect(asked.filter((url) => url.includes('search'))).toEqual([])
      await page.type('.search input', 'granicom')
      // Hits of the letters typed so far come and go.
      await page.waitForFunction(() => document.querySelector('.search-hits mark')?.textContent === 'граница')
      const [first] = await page.$$eval('.search-hits li', (all) =>
        all.map((each) => ({ href: each.querySelector('a')!.getAttribute('href'), marked: each.querySelector('mark')!.textContent })),
      )
      expect(first).toEqual({ href: 'conference-summary/index.html#s-language-not-the-border', marked: 'граница' })
      await page.$eval('.search-hits a', (link) => link.click())
      await page.waitForSelector('#s-language-not-the-border')
      expect(page.url()).toBe(`${rootOf(kind)}sr-Cyrl/conference-summary/index.html#s-language-not-the-border`)
      expect(asked.filter((url) => !url.startsWith(rootOf(kind)))).toEqual([])
      // A question may come with the address.
      await page.goto(`${rootOf(kind)}mk/index.html?q=zzzz`)
      await page.waitForFunction(() => document.querySelector('.search-told')!.textContent === 'Ништо не е најдено.')
      await page.close()
    }
  } finally {
    await browser.close()
  }
})

test('an edition comes in less than 200 kB, a library in less than 150 kB', async () => {
  const browser = await openBrowser()
  const weightOf = async (path: string): Promise<number> => {
    const context = await browser.createBrowserContext()
    const page = await context.newPage()
    const files = new Set<string>()
    page.on('response', (response) => files.add(new URL(response.url()).pathname.slice(BELOW.length)))
    await page.goto(address + path, { waitUntil: 'networkidle0' })
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    await context.close()
    expect([...files].some((name) => name.endsWith('.woff2'))).toBe(true)
    // As most servers send it: what is text is packed.
    return [...files]
      .map((name) => readFileSync(join(built.folder, name)))
      .reduce((sum, bytes) => sum + Math.min(bytes.length, gzipSync(bytes).length), 0)
  }
  try {
    for (const tag of ['sq', 'mk', 'sr-Cyrl', 'sr-Latn', 'en']) {
      expect([tag, await weightOf(`${tag}/conference-summary/index.html`)]).toEqual([tag, expect.toSatisfy((weight) => weight < 200_000)])
      expect([tag, await weightOf(`${tag}/index.html`)]).toEqual([tag, expect.toSatisfy((weight) => weight < 150_000)])
    }
  } finally {
    await browser.close()
  }
})
