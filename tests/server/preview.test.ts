import { rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../html/screen.ts'
import { openProject } from '../../pipeline/project/project.ts'
import { openPreview, type Preview } from '../../pipeline/server/preview.ts'
import { keepBuilt, type Keeper } from '../../pipeline/build/keep-built.ts'
import { createPublication, type SmallPublication } from '../small-publication.ts'

const REQUEST = { documents: [], editions: [], formats: ['html'], out: 'output', strict: false } as const
const FRONT = '---\ntitle: Paper\nkind: Report\ndescription: A report.\ndate: 2018-06-08\n---\n\n'
const textOf = (last: string): string =>
  `${FRONT}${Array.from({ length: 30 }, (_, at) => `## Heading ${at}\n\n${'A sentence of it. '.repeat(40)}\n`).join('\n')}\n${last}\n`

let small: SmallPublication
let preview: Preview
let keeper: Keeper
let browser: Browser
let page: Page

beforeAll(async () => {
  small = createPublication({
    'content/publication.yaml': 'title: T\npublisher: P\neditions: [en]\n',
    'content/paper/document.md': textOf('The end.'),
    'secret.txt': 'secret',
  })
  preview = await openPreview(join(small.root, 'output'), undefined)
  keeper = await keepBuilt(openProject(small.root), REQUEST, {
    built: ({ written, failures }) => preview.tell(written, failures.flatMap(({ problems }) => problems)), // prettier-ignore
    failed: ({ problems }) => preview.tell([], problems),
    hindered: () => undefined,
  })
  browser = await openBrowser()
  page = await browser.newPage()
})
afterAll(async () => {
  await browser.close()
  await keeper.close()
  await preview.close()
  small.remove()
})

const write = (text: string): void => writeFileSync(join(small.root, 'content/paper/document.md'), text)
const hasText = (text: string): Promise<unknown> => page.waitForFunction((wanted) => document.body.textContent.includes(wanted), {}, text)
const panelText = (): Promise<string> =>
  page.evaluate(() => document.getElementById('editions-problems')?.shadowRoot?.querySelector('section')?.textContent ?? '')

test('the site’s own front is shown, and leads to each page; a page that was built anew is shown at the place that was read', async () => {
  await page.goto(preview.address)
  await page.click('.newest a')
  await hasText('The end.')
  const before = await page.evaluate(() => {
    const heading = [...document.querySelectorAll('h2')].find((each) => each.textContent.includes('Heading 20'))!
    heading.scrollIntoView()
    scrollBy(0, 40)
    return heading.getBoundingClientRect().top
  })
  write(textOf('Another end.').replace('## Heading 3', `${'A longer beginning. '.repeat(300)}\n\n## Heading 3`))
  await hasText('Another end.')
  const moved = (top: number): Promise<number> =>
    page.evaluate((wanted) => {
      const heading = [...document.querySelectorAll('h2')].find((each) => each.textContent.includes('Heading 20'))!
      return Math.abs(heading.getBoundingClientRect().top - wanted)
    }, top)
  await expect.poll(() => moved(before)).toBeLessThan(4)
})

test('what keeps a page from being built is shown in it, with its place and its remedy, until it is mended', async () => {
  write(textOf('The end.').replace('title: Paper', 'titel: Paper'))
  await page.waitForFunction(() => document.getElementById('editions-problems') !== null)
  expect(await panelText()).toMatch(/content\/paper\/document\.md:2:1/)
  expect(await panelText()).toContain('Correct the name of the field')
  write(textOf('The end, mended.'))
  await hasText('The end, mended.')
  expect(await panelText()).toBe('')
})

/** Hides a page as another tab does before it, or shows it again. */
const setVisibility = (value: DocumentVisibilityState): void => {
  Object.defineProperty(document, 'visibilityState', { value, configurable: true })
  document.dispatchEvent(new Event('visibilitychange'))
}

test('a page that was not seen is shown anew when it is, however many builds there were meanwhile', async () => {
  // What was written before may still have the page reloaded: it stays hidden then.
  const { identifier } = await page.evaluateOnNewDocument(setVisibility, 'hidden' as const)
  await page.evaluate(setVisibility, 'hidden' as const)
  write(textOf('The end, unseen.'))
  await expect.poll(async () => (await answer('/en/paper/')).text).toContain('The end, unseen.')
  preview.tell(['en/another/index.html'], [])
  expect(await page.evaluate(() => document.body.textContent)).not.toContain('unseen')
  await page.removeScriptToEvaluateOnNewDocument(identifier)
  await page.evaluate(setVisibility, 'visible' as const)
  await hasText('The end, unseen.')
})

test('an output that is removed is made again', async () => {
  rmSync(join(small.root, 'output'), { recursive: true })
  await expect.poll(async () => (await answer('/en/paper/')).status).toBe(200)
})

/** A request as any program may send it. */
async function answer(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<{ status: number; text: string }> {
  const { port } = new URL(preview.address)
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers, method }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => (text += part))
      response.on('end', () => resolve({ status: response.statusCode!, text }))
    })
    asked.on('error', reject).end()
  })
}

test.each([
  ['/../secret.txt'],
  ['/en/../../secret.txt'],
  ['/%2e%2e/secret.txt'],
  ['/..%2fsecret.txt'],
  ['/en/paper/..%5c..%5c..%5csecret.txt'],
  ['//etc/passwd'],
  ['/%00'],
  ['/%E0%A4%A'],
  ['/manifest.json'],
  ['/.publishing'],
])('nothing is shown at %s', async (path) => {
  const { status, text } = await answer(path)
  expect(status).toBe(404)
  expect(text).not.toContain('root:')
  expect(text).not.toMatch(/^secret/)
})

test('a site of another name gets nothing, and nothing is written', async () => {
  const { port } = new URL(preview.address)
  expect((await answer('/en/paper/', { host: `localhost:${port}` })).status).toBe(200)
  for (const host of ['example.org', `example.org:${port}`, `localhost:${Number(port) + 1}`, `localhost.example.org:${port}`])
    expect((await answer('/en/paper/', { host })).status).toBe(403)
  for (const method of ['POST', 'PUT', 'DELETE']) expect((await answer('/en/paper/', {}, method)).status).toBe(405)
})
