import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openPage } from '../html/screen.ts'
import { createPublication, type SmallPublication } from '../small-publication.ts'
import { barriersIn } from './barriers.ts'

const text = (title: string, second: string): string =>
  `---\ntitle: ${title}\nkind: report\ndescription: About it.\ndate: 2026-05-31\npublished: 2026-05-31\nformerly: [the-${title.split(' ').at(-1)!.toLowerCase()}]\nauthors: [Ana Example]\n---\n\n## One\n\nThe first text[^1].\n\n## Two\n\n${second}\n\n[^1]: A note.\n`

let small: SmallPublication
let browser: Browser

function commit(day: string): void {
  const env = { ...process.env, GIT_AUTHOR_DATE: `${day}T12:00:00Z`, GIT_COMMITTER_DATE: `${day}T12:00:00Z` }
  for (const command of ['init --quiet', 'add content locales', `commit --quiet --message ${day}`])
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...command.split(' ')], { cwd: small.root, env })
}

/** A site with all that its pages may have: a draft, what has changed since it was translated, what was corrected, editions side by side, a former version. */
beforeAll(async () => {
  small = createPublication({
    'content/publication.yaml':
      'title: Papers\npublisher: A Centre\nabout: Who publishes.\ncontact: Press office, press@example.org\nlicence: CC BY 4.0\neditions: [mk, sr-Latn, en]\nparallel: [[mk, sr-Latn]]\nversions: yes\n',
    'content/paper/document.md': text('A paper', 'The second text names 12 towns.'),
    'content/other/document.md': text('Another', 'It names none.'),
  })
  small.run('sync')
  const english = JSON.parse(small.read('locales/en/paper.json')) as Record<string, string>
  small.write(
    'locales/mk/paper.json',
    JSON.stringify(Object.fromEntries(Object.keys(english).map((key) => [key, 'Текст на македонски.'])), null, 2),
  )
  small.run('sync')
  commit('2026-05-31')
  small.run('build', '--format', 'html')
  small.write('content/paper/document.md', text('A paper', 'The second text names 15 towns.'))
  small.run('sync')
  small.run('build', '--format', 'html')
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  small.remove()
})

const PAGES = [
  'index.html',
  '404.html',
  'mk/index.html',
  'en/index.html',
  'en/index.html?q=text',
  'sr-Latn/about.html',
  'mk/paper/index.html',
  'en/paper/index.html',
  'en/other/index.html',
  'en/paper.2026-05-31/index.html',
  'parallel/mk+sr-Latn/paper/index.html',
]

test.each(PAGES)('%s can be read by everyone (WCAG 2.2 AA, as far as axe finds it), and is no wider than its window', async (address) => {
  const [path, asked] = address.split('?')
  const page = await openPage(browser, join(small.root, 'output', path!), { width: 320 })
  if (asked !== undefined) {
    await page.goto(`${page.url()}?${asked}`)
    await page.waitForSelector('.search-hits mark')
  }
  await page.$$eval('details', (all) => all.forEach((each) => (each.open = true)))
  expect(await barriersIn(page)).toEqual([])
  await page.close()
})

test('what opens and what is pressed is large enough for a finger', async () => {
  const page = await openPage(browser, join(small.root, 'output/mk/paper/index.html'), { width: 320 })
  expect(await page.$('.freshness')).not.toBeNull()
  const low = await page.evaluate(() => {
    document.querySelector<HTMLElement>('.skip')!.focus()
    return [...document.querySelectorAll('.skip, summary, .languages a, .home a, .cite a')]
      .filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 39.5)
      .map((each) => each.outerHTML)
  })
  expect(low).toEqual([])
  await page.close()
})

test('the former address of a section leads to the section', async () => {
  const page = await openPage(browser, join(small.root, 'output/en/the-paper/index.html'), { width: 768 })
  await page.goto(`${page.url().replace(/[^/]+\/[^/]+$/, 'the-paper/index.html')}#s-two`)
  await page.waitForSelector('#s-two')
  // That page has what was gone through above.
  expect(await page.$('#corrections')).not.toBeNull()
  expect(page.url()).toMatch(/\/en\/paper\/index\.html#s-two$/)
  await page.close()
})
