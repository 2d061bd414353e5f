import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPublication, type SmallPublication } from '../small-publication.ts'

const source = (towns: string, more = ''): string =>
  `---\ntitle: A paper\nkind: report\ndescription: About it.\ndate: 2026-05-20\npublished: 2026-05-31\n---\n\n## One\n\nThe first text.\n\n## Two\n\nThe second text names **${towns}**.\n${more}`
const TRANSLATED: Readonly<Record<string, string>> = {
  'A paper': 'Један рад',
  'About it.': 'О томе.',
  One: 'Један',
  'The first text.': 'Први текст.',
  Two: 'Два',
}
const NAMES = 'Други текст наводи **12 градова**.'

let small: SmallPublication
const page = (tag: string): string => small.read(`output/${tag}/paper/index.html`)
const shown = (tag: string): string => page(tag).match(/<details class="freshness" id="corrections">[^]*?<\/details>/)?.[0] ?? ''
const versionsOf = (tag: string): string[] => [...page(tag).matchAll(/\/paper\.([\d-]+)\/index\.html/g)].map(([, day]) => day!)
const feed = (tag: string): string => small.read(`output/${tag}/feed.xml`)

function commit(day: string): void {
  const git = (...command: readonly string[]): void => {
    const env = { ...process.env, GIT_AUTHOR_DATE: `${day}T12:00:00Z`, GIT_COMMITTER_DATE: `${day}T12:00:00Z` }
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...command], { cwd: small.root, env })
  }
  git('init', '--quiet')
  git('add', 'content', 'locales')
  git('commit', '--quiet', '--message', day)
}

function translate(texts: Readonly<Record<string, string>>): void {
  const english = JSON.parse(small.read('locales/en/paper.json')) as Record<string, string>
  const own = Object.entries(english).map(([key, text]) => [key, texts[text] ?? ''])
  small.write('locales/sr-Cyrl/paper.json', JSON.stringify(Object.fromEntries(own), null, 2))
  small.run('sync')
}

beforeAll(() => {
  small = createPublication({
    'content/publication.yaml':
      'title: Papers\npublisher: A Centre\nurl: https://example.org/\neditions: [sr-Cyrl, sr-Latn, en]\nversions: yes\n',
    'content/paper/document.md': source('11 towns'),
  })
  small.run('sync')
  translate(TRANSLATED)
  commit('2026-05-21')
  // Until it is published nothing is a correction.
  small.write('content/paper/document.md', source('12 towns'))
  small.run('sync')
  translate({ ...TRANSLATED, 'The second text names **12 towns**.': NAMES })
  commit('2026-05-31')
})
afterAll(() => small.remove())

test('what is published as it was has no corrections', () => {
  small.run('build', '--format', 'html')
  for (const tag of ['sr-Cyrl', 'sr-Latn', 'en']) {
    expect(shown(tag)).toBe('')
    expect(feed(tag).match(/<entry>/g)).toHaveLength(1)
  }
})

test('what is changed in the original or in a translation is listed in that edition and its feed, by day and section', () => {
  small.write('content/paper/document.md', source('15 towns', '\nA third text.\n'))
  small.run('sync')
  commit('2026-06-02')
  small.run('build', '--format', 'html')
  expect(shown('en')).toContain('<summary>2 corrections since it was published</summary>')
  expect(shown('en')).toMatch(/<section id="corrections-2026-06-02">\s*<h2><time datetime="2026-06-02">2.June 2026<\/time><\/h2>/)
  expect(shown('en')).toContain('<a href="#s-two">Two</a>')
  expect(shown('en')).toContain('<p>The second text names <del>12</del><ins>15</ins> towns.</p>')
  expect(shown('en')).toContain('<p><ins>A third text.</ins></p>')
  // The translation is as it was published, and says what has changed since.
  expect(shown('sr-Cyrl')).toBe('')
  expect(page('sr-Cyrl')).toContain('class="freshness"')

  translate({
    ...TRANSLATED,
    'The first text.': 'Први текст',
    'The second text names **15 towns**.': NAMES.replace('12', '15'),
    'A third text.': 'Трећи текст.',
  })
  commit('2026-06-05')
  small.run('build', '--format', 'html')
  expect(page('sr-Cyrl')).not.toContain('<details class="freshness">')
  // A full stop that went is no correction.
  expect(shown('sr-Cyrl')).toContain('<summary>2 исправке после објављивања</summary>')
  expect(shown('sr-Latn')).toContain('<p>Drugi tekst navodi <del>12</del><ins>15</ins> gradova.</p>')
  expect(shown('sr-Latn')).toContain('<p><ins>Treći tekst.</ins></p>')
  expect(feed('sr-Latn')).toMatch(
    /<entry><id>https:\/\/example\.org\/sr-Latn\/paper\/#corrections-2026-06-05<\/id><title>Ispravke: Jedan rad<\/title><updated>2026-06-05T00:00:00Z<\/updated><summary>2 ispravke posle objavljivanja<\/summary>/,
  )
  // Each day’s state stays where a publication keeps former versions.
  expect(versionsOf('en')).toEqual(['2026-05-31'])
  expect(versionsOf('sr-Latn')).toEqual(['2026-05-31'])
  expect(feed('en')).toContain('<updated>2026-06-02T00:00:00Z</updated><summary>2 corrections since it was published</summary>')
  expect(small.run('verify').said).toContain('No problems')
})

test('a text that was taken away is told where it stood, and what is in no commit yet without a day', () => {
  small.write('content/paper/document.md', source('15 towns').replace('The first text.\n', ''))
  small.run('sync')
  small.run('build', '--format', 'html')
  expect(shown('en')).toMatch(/^<details[^]*?<section>\s*<ul>\s*<li>\s*<a href="#s-one">One<\/a>\s*<p><del>The first text\.<\/del><\/p>/)
  expect(feed('en').match(/<entry>/g)).toHaveLength(2)
  expect(versionsOf('en')).toEqual(['2026-06-02', '2026-05-31'])
})

test('where git does not know what was published, check says so', () => {
  expect(small.run('check', '--rule', 'untold-corrections').said).toContain('No problems')
  rmSync(join(small.root, '.git'), { recursive: true })
  expect(small.run('check', '--rule', 'untold-corrections').said).toMatch(
    /content\/paper\/document\.md:6:1 {2}What was corrected since the document was published is not told: the publication is not kept in git, which would know\./,
  )
})
