import { join } from 'node:path'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPublication, type SmallPublication } from '../small-publication.ts'
import { openBrowser, openPage } from './screen.ts'

const TITLE = `Costs & "needs": 50% of {all} </script> ~#1_2`
const sections = ['One', 'Two', 'Three', 'Four'].map((name) => `## ${name}\n\n${`Text of ${name}. `.repeat(300)}\n`)
const front = (title: string, more: string): string =>
  `---\ntitle: ${JSON.stringify(title)}\nkind: report\ndate: 2026-05-31\ndescription: About it.\n${more}---\n\n${sections.join('\n')}`

let small: SmallPublication
beforeAll(() => {
  small = createPublication({
    'content/publication.yaml': 'title: Papers\npublisher: A Centre\nurl: https://example.org/papers\neditions: [sq, sr-Latn, en]\n',
    'content/paper/document.md': front(TITLE, 'authors: [Ana Example, Ben Example]\nisbn: "978-0-306-40615-7"\n'),
  })
  small.run('sync')
  small.run('build', '--format', 'html')
})
afterAll(() => small.remove())

interface Tag {
  readonly name: string
  readonly properties: Readonly<Record<string, unknown>>
  readonly text: string
}
function tagsOf(path: string): Tag[] {
  const tags: Tag[] = []
  visit(fromHtml(small.read(`output/${path}`)), 'element', ({ tagName, properties, children }) => {
    tags.push({ name: tagName, properties, text: children.map((each) => ('value' in each ? each.value : '')).join('') })
  })
  return tags
}

test('an edition tells its own address and those in the other languages', () => {
  const links = tagsOf('sq/paper/index.html').filter(({ name }) => name === 'link')
  expect(links.find(({ properties }) => String(properties['rel']) === 'canonical')?.properties['href']).toBe(
    'https://example.org/papers/sq/paper/',
  )
  expect(links.flatMap(({ properties: { hrefLang, href } }) => (hrefLang === undefined ? [] : [[hrefLang, href]]))).toEqual([
    ['sq', 'https://example.org/papers/sq/paper/'],
    ['sr-Latn', 'https://example.org/papers/sr-Latn/paper/'],
    ['en', 'https://example.org/papers/en/paper/'],
    ['x-default', 'https://example.org/papers/en/paper/'],
  ])
})

test('it tells what it is to those who share, find and cite it, whatever signs its title has', () => {
  const tags = tagsOf('en/paper/index.html')
  const data = JSON.parse(tags.find(({ properties }) => properties['type'] === 'application/ld+json')!.text) as Record<string, unknown>
  expect(data).toMatchObject({
    '@type': 'Report',
    name: TITLE,
    inLanguage: 'en',
    isbn: '978-0-306-40615-7',
    url: 'https://example.org/papers/en/paper/',
    workTranslation: [{ inLanguage: 'sq' }, { inLanguage: 'sr-Latn' }],
  })
  const meta = new Map(tags.map(({ properties }) => [properties['name'] ?? properties['property'], properties['content']]))
  expect(Object.fromEntries(meta)).toMatchObject({
    'og:title': TITLE,
    'og:url': 'https://example.org/papers/en/paper/',
    citation_title: TITLE,
    citation_language: 'en',
    citation_publication_date: '2026/05/31',
  })
  expect(meta.has('citation_pdf_url')).toBe(false)
})

/** The forms of a citation that the page gives to be downloaded, by the ending of the file. */
function citations(path: string): Record<string, string> {
  const files = tagsOf(path).filter(({ properties }) => String(properties['href']).startsWith('data:'))
  return Object.fromEntries(
    files.map(({ properties }) => {
      const [, encoded] = String(properties['href']).split(/,(.*)/s)
      return [String(properties['download']).split('.').at(-1)!, decodeURIComponent(encoded!)]
    }),
  )
}

test('its citation can be taken over in three forms', () => {
  const { bib, ris, json } = citations('en/paper/index.html')
  expect(bib).toContain(`  title = {{Costs \\& "needs": 50\\% of \\{all\\} </script> \\textasciitilde{}\\#1\\_2}},`)
  expect(bib).toContain('  author = {{Ana Example} and {Ben Example}},')
  expect(bib).toContain('  url = {https://example.org/papers/en/paper/}')
  expect(ris).toContain(`TY  - RPRT\r\nTI  - ${TITLE}\r\nAU  - Ana Example\r\nAU  - Ben Example\r\n`)
  expect(ris?.endsWith('ER  - \r\n')).toBe(true)
  expect(JSON.parse(json!)).toMatchObject([
    {
      title: TITLE,
      author: [{ literal: 'Ana Example' }, { literal: 'Ben Example' }],
      issued: { 'date-parts': [[2026, 5, 31]] },
      language: 'en',
    },
  ])
})

test('how long it takes to be read is told in its language', () => {
  expect(small.read('output/sq/paper/index.html')).toMatch(/<dt>Koha e leximit<\/dt><dd>rreth \d+ minuta<\/dd>/)
})

test('another language is opened at the section that is read, and a section’s address can be copied, with a mouse and with keys', async () => {
  const browser = await openBrowser()
  const page = await openPage(browser, join(small.root, 'output/en/paper/index.html'), { width: 1280 })
  await page.evaluate(() => document.querySelector('#s-three')!.scrollIntoView())
  await page.waitForFunction(() => document.querySelector<HTMLAnchorElement>('.languages a')!.hash === '#s-three')
  await Promise.all([page.waitForNavigation(), page.click('.languages a[hreflang=sq]')])
  expect(page.url()).toMatch(/\/sq\/paper\/index\.html#s-three$/)
  expect(await page.evaluate(() => Math.abs(document.querySelector('#s-three')!.getBoundingClientRect().top))).toBeLessThan(100)
  const copied = await page.evaluate(async () => {
    const written: string[] = []
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text: string) => void written.push(text) } })
    const button = document.querySelector<HTMLButtonElement>('#s-two .copy-link')!
    button.focus()
    const isSeen = getComputedStyle(button).opacity
    button.click()
    await new Promise((resolve) => setTimeout(resolve))
    return { written, isSeen, label: button.ariaLabel, told: document.querySelector('[role=status]')!.textContent }
  })
  expect(copied).toEqual({
    written: ['https://example.org/papers/sq/paper/#s-two'],
    isSeen: '1',
    label: expect.stringMatching(/^Kopjoni lidhjen e kësaj pjese: .*Two$/) as string,
    told: 'Lidhja u kopjua.',
  })
  await page.setJavaScriptEnabled(false)
  await page.reload()
  expect(await page.$$('.copy-link')).toEqual([])
  await browser.close()
})

test.each([
  ['example.org', false],
  ['ftp://example.org/', false],
  ['https://example.org/?a=1', false],
  ['https://example.org/#here', false],
  ['https://me@example.org/', false],
  ['https://', false],
  ['http://example.org/a/b/', true],
])('%s as the address of a site: %s', (url, isRight) => {
  small.write('content/publication.yaml', `title: Papers\npublisher: A Centre\nurl: "${url}"\neditions: [en]\n`)
  const { status, said } = small.run('build', '--format', 'html', '--out', 'elsewhere')
  expect(status === 2).toBe(!isRight)
  if (!isRight)
    expect(said).toMatch(/publication\.yaml:3:\d+.*\n.*\n +expected +the address of the site, such as https:\/\/example\.org\/papers\//)
})
