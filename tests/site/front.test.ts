import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createPublication, type SmallPublication } from '../small-publication.ts'

const front = (title: string, date: string): string =>
  `---\ntitle: ${title}\nkind: report\ndate: ${date}\ndescription: About ${title}.\n---\n\nText of ${title}.\n`

let small: SmallPublication
beforeAll(() => {
  small = createPublication({
    'content/publication.yaml': 'title: Papers & plans\npublisher: A Centre\neditions: [sq, en]\n',
    'content/first/document.md': front('One', '2024-05-01'),
    'content/second/document.md': front('Two & three', '2025-05-01'),
  })
  small.run('sync')
  build()
})
afterAll(() => small.remove())

function build(...more: readonly string[]): void {
  expect(small.run('build', '--format', 'html', ...more).status).toBe(0)
}
const read = (path: string): string => small.read(`output/${path}`)
/** What the links of a list lead to, in their order. */
const leads = (page: string): string[] => [...page.matchAll(/<a[^>]* href="([^"#]+)"/g)].map(([, href]) => href!)
const verified = (): string => small.run('verify').said

test('the page of all languages leads to each library and its newest editions', () => {
  const page = read('index.html')
  expect(page).toContain('<h1>Papers &#x26; plans</h1>'.replace('&#x26;', '&amp;'))
  expect(page).toMatch(/<h2><a href="sq\/index\.html" hreflang="sq">shqip<\/a><\/h2>/)
  expect(leads(page)).toEqual([
    'sq/index.html',
    'sq/second/index.html',
    'sq/first/index.html',
    'sq/index.html',
    'en/index.html',
    'en/second/index.html',
    'en/first/index.html',
    'en/index.html',
  ])
})

test('a library has its documents, the newest first, drafts apart, with what stands in another language marked', () => {
  const english = read('en/index.html')
  expect(leads(english).slice(-3)).toEqual(['second/index.html', 'first/index.html', 'about.html'])
  expect(english).toContain('<time datetime="2025-05-01">1\u00A0May 2025</time>')
  expect(english).toContain('Two &amp; three'.replace('&amp;', '&#x26;'))
  expect(english).not.toContain('id="drafts"')
  const albanian = read('sq/index.html')
  expect(albanian).toMatch(/<html lang="sq">[^]*<h2 id="drafts">Drafte<\/h2>[^]*<span lang="en">One<\/span>/)
})

test('each edition leads to its library and to all languages, and all links lead somewhere', () => {
  expect(leads(read('en/first/index.html')).slice(0, 2)).toEqual(['../../index.html', '../index.html'])
  expect(verified()).toContain('No problems')
})

test('languages and the territories where they are official are a picture, words and a table', () => {
  const page = read('sq/index.html')
  expect(page).toMatch(/<svg class="wide"[^>]* role="img" aria-label="shqip\. Zyrtare: Shqipëri, Kosovë\. /)
  expect(page).toMatch(/<th scope="row"><span lang="sq">shqip<\/span><\/th><td>Shqipëri, Kosovë<\/td><td>Maqedonia e Veriut<\/td>/)
  expect(page).toMatch(/<th scope="row"><span lang="en">English<\/span><\/th><td>\d+ vende dhe territore<\/td>/)
})

test('what a library is searched in is made again where it was lost', () => {
  const shard = readdirSync(join(small.root, 'output/en')).find((name) => /^search-\d/.test(name))!
  const before = read(`en/${shard}`)
  rmSync(join(small.root, 'output/en', shard))
  build()
  expect(read(`en/${shard}`)).toBe(before)
})

test('a malformed word of a library is told once, with its file and line, and the source’s stands in its place', () => {
  const site = small.read('locales/sq/site.json')
  small.write('locales/sq/site.json', site.replace('{', '{\n"library.count": "{count, plural, one {# botim",\n"library": "Botime {",'))
  for (let time = 0; time < 2; time++) {
    const { status, said } = small.run('build', '--format', 'html')
    expect(said.match(/locales\/sq\/site\.json:2:\d+ {2}The interface text “library.count” cannot be formatted/g)).toHaveLength(1)
    expect(said.match(/locales\/sq\/site\.json:3:\d+ {2}The interface text “library” cannot be formatted/g)).toHaveLength(1)
    expect(status).toBe(2)
  }
  expect(read('index.html')).toMatch(/<span lang="en">2 publications<\/span>/)
  expect(read('en/index.html')).toContain('<h1>Publications</h1>')
  small.write('locales/sq/site.json', site)
  build()
})

test('a build of one document or language keeps what else stands, without any record of it', () => {
  const before = read('en/index.html')
  small.write('content/second/document.md', front('Two again', '2025-05-01'))
  small.run('sync')
  // Another machine has built the rest.
  vi.stubEnv('XDG_CACHE_HOME', join(small.root, 'cache'))
  build('second', '--edition', 'en')
  vi.unstubAllEnvs()
  expect(read('en/index.html')).toBe(before.replaceAll('Two &#x26; three', 'Two again'))
  expect(read('sq/index.html')).toContain('Two')
  expect(verified()).not.toContain('leads to no file')
})

test('an edition that is gone is led to no more', () => {
  rmSync(join(small.root, 'content/first'), { recursive: true })
  small.run('build')
  expect(read('en/index.html')).not.toContain('first')
  expect(read('index.html')).not.toContain('first')
  small.write('content/publication.yaml', 'title: Papers\npublisher: A Centre\neditions: [en]\n')
  small.run('build')
  expect(read('index.html')).not.toContain('shqip')
  expect(existsSync(join(small.root, 'output/sq/index.html'))).toBe(false)
  expect(verified()).toContain('No problems')
})

test('where no web pages are made, nothing leads to them', () => {
  expect(small.run('build', '--format', 'pdf', '--out', 'printed').status).toBe(0)
  expect(existsSync(join(small.root, 'printed/index.html'))).toBe(false)
})
