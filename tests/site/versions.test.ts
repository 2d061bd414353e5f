import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPublication, type SmallPublication } from '../small-publication.ts'

const settings = (more: string): string => `title: Papers\npublisher: A Centre\nurl: https://example.org/\neditions: [en, mk]\n${more}`
const KEPT = 'versions: yes\n'
const source = (day: string, text: string): string =>
  `---\ntitle: A paper\nkind: report\ndescription: About it.\ndate: ${day}\n---\n\n## One\n\n${text} See [the other](../other/document.md) and [the annex](annex.csv).\n`

let small: SmallPublication
const read = (path: string): string => small.read(`output/${path}`)
const bytes = (path: string): Buffer => readFileSync(join(small.root, 'output', path))
const isThere = (path: string): boolean => existsSync(join(small.root, 'output', path))
const listed = (path: string): string[] =>
  [...(/<details class="freshness" id="versions">[^]*?<\/details>/.exec(read(path))?.[0] ?? '').matchAll(/href="([^"]+)"/g)].map(
    ([, href]) => href!,
  )
const styleOf = (page: string): string => /assets\/editions\.\w+\.css/.exec(read(page))![0]

function build(day: string, text: string, ...more: readonly string[]): string {
  small.write('content/paper/document.md', source(day, text))
  small.run('sync')
  return small.run('build', '--format', more[0] ?? 'html').said
}

const texts = (tag: string): Record<string, string> => JSON.parse(small.read(`locales/${tag}/paper.json`)) as Record<string, string>
const keyOfText = (): string => Object.entries(texts('en')).find(([, text]) => text.includes('annex'))![0]

function translate(words: string): void {
  const own = Object.entries(texts('en')).map(([key, text]) => [
    key,
    text.includes('annex') ? `${words} Видете [друг](../other/document.md) и [прилог](annex.csv).` : 'Текст на македонски',
  ])
  small.write('locales/mk/paper.json', JSON.stringify(Object.fromEntries(own), null, 2))
  small.run('sync')
  small.run('accept', '--edition', 'mk', '--document', 'paper', keyOfText())
}

beforeAll(() => {
  small = createPublication({
    'content/publication.yaml': settings(''),
    'content/paper/document.md': source('2024-05-01', 'The first text.'),
    'content/paper/annex.csv': 'a,b\n',
    'content/other/document.md': '---\ntitle: Another\nkind: report\ndescription: About.\ndate: 2024-05-01\n---\n\nText.\n',
  })
  small.run('sync')
  translate('Текстот.')
  small.run('build', '--format', 'html')
})
afterAll(() => small.remove())

test('no version is kept where the publication does not say so', () => {
  build('2024-06-01', 'The second text.')
  expect(readdirSync(join(small.root, 'output/en')).filter((name) => name.startsWith('paper'))).toEqual(['paper'])
  expect(read('manifest.json')).not.toContain('"versions"')
})

test('a final edition stays when one of another day takes its place: page, PDF and files, as they were', () => {
  small.write('content/publication.yaml', settings(KEPT))
  build('2024-06-01', 'The second text.', 'html,pdf')
  const pdf = bytes('en/paper/paper.en.pdf')
  // What is saved again and again on the same day makes no version each time, but is told: it may have been sent out.
  expect(build('2024-06-01', 'The text in work.')).toMatch(/paper\/document\.md:5[^]*have changed and its day has not[^]*2024-06-01/)
  expect(small.run('build', '--format', 'html').said).not.toContain('its day has not')
  expect(listed('en/paper/index.html')).toEqual([])
  const page = read('en/paper/index.html')
  small.write('content/publication.yaml', settings(`${KEPT}theme: { accent: "#1f5c4d" }\n`))
  const style = styleOf('en/paper/index.html')
  build('2025-02-03', 'The third text.')
  expect(listed('en/paper/index.html')).toEqual(['../../en/paper.2024-06-01/index.html'])
  const former = read('en/paper.2024-06-01/index.html')
  expect(former).toContain('The text in work.')
  expect(former).toMatch(
    /<strong>Former version: 1\u00A0June 2024<\/strong> <a href="\.\.\/paper\/index\.html">Newest version<\/a><\/p>\s*<!-- \/former version -->\s*<\/header>/,
  )
  expect(former).toContain('<link rel="canonical" href="https://example.org/en/paper/">')
  // Whoever cites it has read it, and not the newest.
  const [own, newest] = ['https://example.org/en/paper.2024-06-01/', 'https://example.org/en/paper/']
  const cited = /<section class="cite"[^]*?<\/section>/.exec(former)![0]
  expect([cited.includes(own), cited.includes(encodeURIComponent(own)), decodeURIComponent(cited).includes(newest)]).toEqual([
    true,
    true,
    false,
  ])
  const asPublished = former.replaceAll(own, newest).replaceAll(encodeURIComponent(own), encodeURIComponent(newest))
  expect(asPublished.replace(/<!-- former version -->[^]*?<!-- \/former version -->/, '')).toBe(page)
  expect(bytes('en/paper.2024-06-01/paper.en.pdf').equals(pdf)).toBe(true)
  expect(read('en/paper.2024-06-01/annex.csv')).toBe('a,b\n')
  // Its style sheet is another by now.
  expect(styleOf('en/paper/index.html')).not.toBe(style)
  expect([styleOf('en/paper.2024-06-01/index.html'), isThere(style)]).toEqual([style, true])
})

test('it is told in the manifest apart, and in no library, search or map', () => {
  const { facts, versions } = JSON.parse(read('manifest.json')) as Record<
    'facts' | 'versions',
    Record<string, { facts?: { date: string } }>
  >
  expect(Object.keys(facts)).not.toContain('en/paper.2024-06-01')
  expect(Object.entries(versions).map(([folder, told]) => [folder, told.facts?.date])).toEqual([['en/paper.2024-06-01', '2024-06-01']])
  const shards = readdirSync(join(small.root, 'output/en')).filter((name) => name.startsWith('search'))
  for (const path of ['en/index.html', 'index.html', 'sitemap.xml', 'en/feed.xml', ...shards.map((name) => `en/${name}`)])
    expect([path, read(path).includes('2024-06-01')]).toEqual([path, false])
  expect(small.run('verify').said).toContain('No problems')
  expect(small.run('verify', 'output/en/paper.2024-06-01/paper.en.pdf').said).toMatch(
    /“A paper”, 2024-06-01, in en, final\. It is a former version/,
  )
  expect(small.run('build', '--format', 'html').said).toContain('all as they were')
})

test('pages with former versions, and those of them, are valid HTML', async () => {
  const validator = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:a11y'] })
  for (const path of ['en/paper/index.html', 'en/paper.2024-06-01/index.html']) {
    const { results } = await validator.validateString(read(path))
    expect(results.flatMap(({ messages }) => messages)).toEqual([])
  }
})

const isDraft = (): boolean => read('mk/paper/index.html').includes('class="draft"')

test('a draft leads to the final edition that it has taken the place of, which comes back', () => {
  expect(isDraft()).toBe(true)
  translate('Третиот текст.')
  small.run('build', '--format', 'html')
  expect(isDraft()).toBe(false)
  build('2025-02-03', 'The third text names two towns.')
  expect(isDraft()).toBe(true)
  expect(listed('mk/paper/index.html')).toEqual(['../../mk/paper.2025-02-03/index.html'])
  expect(read('mk/paper.2025-02-03/index.html')).toContain('<a href="../paper/index.html">Најнова верзија</a>')
  small.run('accept', '--edition', 'mk', '--document', 'paper', keyOfText())
  small.run('build', '--format', 'html')
  expect([listed('mk/paper/index.html'), isThere('mk/paper.2025-02-03')]).toEqual([[], false])
  expect(listed('en/paper/index.html')).toEqual(['../../en/paper.2024-06-01/index.html'])
})

test('former versions stay when a document is removed, with what they need, until somebody takes them away', () => {
  const style = styleOf('en/paper.2024-06-01/index.html')
  rmSync(join(small.root, 'content/paper'), { recursive: true })
  small.run('build', '--format', 'html,pdf')
  expect([isThere('en/paper'), isThere(style)]).toEqual([false, true])
  expect(read('en/paper.2024-06-01/index.html')).toContain('<a href="../index.html">Publications</a>')
  expect(small.run('verify').said).toContain('No problems')
  rmSync(join(small.root, 'output/en/paper.2024-06-01'), { recursive: true })
  expect(small.run('build', '--format', 'html,pdf').status).toBe(0)
  expect([isThere(style), read('manifest.json').includes('paper.2024-06-01')]).toEqual([false, false])
  expect(small.run('verify').said).toContain('No problems')
})

test('one that somebody changed stays, and does not verify; of an edition that somebody changed, it is told that none is kept', () => {
  mkdirSync(join(small.root, 'content/paper'))
  small.write('content/paper/annex.csv', 'a,b\n')
  small.write('content/paper/document.md', source('2026-01-01', 'Words.'))
  small.run('sync')
  small.run('build', '--format', 'html')
  expect(build('2026-02-01', 'Other words.')).not.toContain('[warning versions]')
  const version = 'output/en/paper.2026-01-01/index.html'
  small.write(version, small.read(version).replace('Words', 'Swords'))
  small.write('output/en/paper/index.html', `${read('en/paper/index.html')}<!-- mine -->`)
  // The edition is made again, since a link of it leads to one that cannot be made: that is told once all the same.
  mkdirSync(join(small.root, 'content/new'))
  small.write('content/new/document.md', source('2026-01-01', 'New.').replaceAll(/ See .*/g, ''))
  small.run('sync')
  small.write('locales/en/new.json', '{ "new')
  const said = build('2026-03-01', 'Last words, and [a new one](../new/document.md).')
  rmSync(join(small.root, 'content/new'), { recursive: true })
  rmSync(join(small.root, 'locales/en/new.json'))
  expect(read('en/paper/index.html')).not.toContain('/new/')
  const warnings = said.match(
    /output\/en\/paper\/index\.html {2}What was published of this edition before was changed .*\[warning versions\]/g,
  )
  expect(warnings).toHaveLength(1)
  expect([isThere('en/paper.2026-02-01'), small.read(version).includes('Swords')]).toEqual([false, true])
  expect(small.run('verify').said).toContain('en/paper.2026-01-01/index.html')
})

test('where no more are kept, those that there are stay', () => {
  const yaml = small.read('content/publication.yaml')
  small.write('content/publication.yaml', yaml.replace(KEPT, ''))
  build('2026-04-01', 'No version of these.')
  expect([isThere('en/paper.2026-01-01/index.html'), isThere('en/paper.2026-03-01')]).toEqual([true, false])
})
