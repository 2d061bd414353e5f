import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openPage } from '../html/screen.ts'
import { createPublication, type SmallPublication } from '../small-publication.ts'
import { barriersIn } from './barriers.ts'

const KINDS = ['report', 'minutes', 'Field notes'] as const
const COUNT = 50

/** Words that do not repeat as a text does, so that they pack no better than one. */
const words = (seed: number, count: number): string =>
  Array.from({ length: count }, (_, at) => ((seed * 7919 + at * 104729) * 2654435761 % 4294967296).toString(36)).join(' ') // prettier-ignore

const documents = Array.from({ length: COUNT }, (_, at): [string, string] => {
  // Minutes are all of one year.
  const kind = KINDS[at % 5 === 0 ? 2 : at < 4 ? 1 : 0]
  const date = `${2025 - (at < 6 ? 1 : 0) - (at > 40 ? 2 : 0)}-05-01`
  const front = `title: Paper ${at} ${words(at, 6)}\nkind: ${kind}\ndate: ${date}\ndescription: About ${words(at + COUNT, 25)}.`
  return [`content/paper-${at}/document.md`, `---\n${front}\n---\n\nA text.\n`]
})

let small: SmallPublication
let browser: Browser
/** Of its documents the English are final, and the Albanian, which nobody has translated, are drafts. */
beforeAll(async () => {
  small = createPublication({
    'content/publication.yaml': 'title: Papers\npublisher: A Centre\neditions: [en, sq]\n',
    ...Object.fromEntries(documents),
  })
  small.run('sync')
  small.run('build', '--format', 'html')
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  small.remove()
})

const shown = (page: Page, what: string): Promise<number> =>
  page.$$eval(what, (all) => all.filter((each) => each.getBoundingClientRect().height > 0).length)

/** Chooses in a group of the filters, by the keyboard: the first choice is all. */
async function choose(page: Page, group: 'kind' | 'year', choice: number): Promise<void> {
  await page.focus(`input[name=${group}]:checked`)
  for (let at = 0; at < choice; at++) await page.keyboard.press('ArrowDown')
}

const LIBRARIES = [
  { tag: 'en', labels: ['All', 'Field notes 10', 'Minutes 3', 'Report 37', 'All', '2025 35', '2024 6', '2023 9'] },
  { tag: 'sq', labels: ['Të gjitha', 'Field notes 10', 'Procesverbal 3', 'Raport 37', 'Të gjitha', '2025 35', '2024 6', '2023 9'] },
]

test.each(LIBRARIES)('a large library is shown by kind and by year, drafts too, without scripts ($tag)', async ({ tag, labels }) => {
  const page = await openPage(browser, join(small.root, `output/${tag}/index.html`), { width: 1280 })
  await page.setJavaScriptEnabled(false)
  await page.reload()
  const all = async (): Promise<number[]> => [await shown(page, '.entry'), await shown(page, 'main h2'), await shown(page, '.none')]
  const sections = tag === 'en' ? 3 : 1
  expect(await page.$$eval('.filter label', (each) => each.map(({ textContent }) => textContent.trim()))).toEqual(labels)
  const [entries, headings] = await all()
  expect([entries, headings]).toEqual([COUNT, sections + 1])
  await choose(page, 'kind', 2)
  expect(await all()).toEqual([3, 2, 0])
  // Minutes of 2025 there are none, nor a heading above nothing.
  await choose(page, 'year', 1)
  expect(await all()).toEqual([0, 1, 1])
  await choose(page, 'year', 1)
  expect(await all()).toEqual([3, 2, 0])
  await choose(page, 'kind', 1)
  expect(await all()).toEqual([1, 2, 0])
  await page.close()
})

test('a library of 50 documents comes in less than 150 kB, and can be read by everyone', async () => {
  const file = join(small.root, 'output/en/index.html')
  const page = await openPage(browser, file, { width: 320 })
  const asked = new Set<string>()
  page.on('response', (response) => asked.add(response.url()))
  await page.reload({ waitUntil: 'networkidle0' })
  expect([...asked].some((url) => url.endsWith('.woff2'))).toBe(true)
  // As most servers send it: what is text is packed.
  const files = [...asked].map((url) => readFileSync(fileURLToPath(url)))
  expect(files.reduce((sum, bytes) => sum + Math.min(bytes.length, gzipSync(bytes).length), 0)).toBeLessThan(150_000)
  expect(await barriersIn(page)).toEqual([])
  await page.close()
})
