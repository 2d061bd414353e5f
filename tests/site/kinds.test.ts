import { join } from 'node:path'
import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openPage } from '../html/screen.ts'
import { createPublication, type SmallPublication } from '../small-publication.ts'

const KINDS = ['report', 'minutes', 'Field notes'] as const
const documents = Array.from({ length: 14 }, (_, at): [string, string] => {
  // Minutes are all of one year.
  const kind = KINDS[at % 5 === 0 ? 2 : at < 4 ? 1 : 0]
  const front = `title: Paper ${at}\nkind: ${kind}\ndate: ${at < 6 ? 2024 : 2025}-05-01\ndescription: About it.`
  return [`content/paper-${at}/document.md`, `---\n${front}\n---\n\nA text.\n`]
})

let small: SmallPublication
let browser: Browser
beforeAll(async () => {
  small = createPublication({
    'content/publication.yaml': 'title: Papers\npublisher: A Centre\neditions: [en]\n',
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

test('a large library is shown by kind and year, without scripts', async () => {
  const page = await openPage(browser, join(small.root, 'output/en/index.html'), { width: 1280 })
  await page.setJavaScriptEnabled(false)
  await page.reload()
  const labels = await page.$$eval('.kinds label', (all) => all.map(({ textContent }) => textContent.trim()))
  expect(labels).toEqual(['All', 'Field notes 3', 'Minutes 3', 'Report 8'])
  const shown = (what: string): Promise<number> =>
    page.$$eval(what, (all) => all.filter((each) => each.getBoundingClientRect().height > 0).length)
  expect([await shown('.entry'), await shown('.year'), await shown('.years li')]).toEqual([14, 2, 2])
  await page.focus('.kinds input')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  expect([await shown('.entry'), await shown('.year'), await shown('.years li')]).toEqual([3, 1, 1])
  expect(await page.$$eval('.entry-kind', (all) => [...new Set(all.filter((each) => each.getBoundingClientRect().height > 0).map(({ textContent }) => textContent))])).toEqual(['Minutes']) // prettier-ignore
  await page.close()
})
