import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Element, Root } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPublication, type SmallPublication } from '../small-publication.ts'

const front = (title: string, date: string, more = ''): string =>
  `---\ntitle: ${title}\nkind: report\ndate: ${date}\ndescription: About ${title}.\n${more}---\n\nText of ${title}.\n`
const settings = (url: string): string =>
  `title: Papers\npublisher: A Centre\ncontact: Press office, press@example.org\nlicence: CC BY 4.0\neditions: [sq, en]\n${url}`

let small: SmallPublication
beforeAll(() => {
  small = createPublication({
    'content/publication.yaml': settings('url: https://example.org/papers\n'),
    'content/first/document.md': front(
      'One',
      '2024-05-01',
      'doi: https://doi.org/10.5281/zenodo.1234567\nformerly: [the-first, draft-one]\n',
    ),
    'content/second/document.md': front('Two & <three>', '2025-05-01'),
  })
  small.run('sync')
  small.run('build', '--format', 'html')
})
afterAll(() => small.remove())

const read = (path: string): string => small.read(`output/${path}`)

/** Elements of a name in an XML file, each as its attributes, and its text or children. */
function elementsIn(path: string, name: string): Element[] {
  const found: Element[] = []
  const visit = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child.type !== 'element') continue
      if (child.name === name) found.push(child)
      visit(child)
    }
  }
  visit(fromXml(read(path)))
  return found
}
const textOf = ({ children }: Element): string => children.map((each) => (each.type === 'text' ? each.value : '')).join('')

test('each language has a feed of its final editions, the newest first', () => {
  const [feed] = elementsIn('en/feed.xml', 'feed')
  expect(feed!.attributes).toEqual({ xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'en' })
  expect(elementsIn('en/feed.xml', 'id').map(textOf)).toEqual([
    'https://example.org/papers/en/',
    'https://example.org/papers/en/second/',
    'https://example.org/papers/en/first/',
  ])
  expect(elementsIn('en/feed.xml', 'title').map(textOf)).toEqual(['A Centre · English', 'Two & <three>', 'One'])
  // RFC 4287, 4.1: each has an id, a title and a date, and the feed an author.
  const needed = ['id', 'title', 'updated']
  const names = ({ children }: Element): string[] => children.flatMap((each) => (each.type === 'element' ? [each.name] : []))
  for (const entry of elementsIn('en/feed.xml', 'entry')) expect(names(entry)).toEqual(expect.arrayContaining(needed))
  expect(names(feed!)).toEqual(expect.arrayContaining([...needed, 'author']))
  expect(elementsIn('en/feed.xml', 'updated').map(textOf)[0]).toBe('2025-05-01T00:00:00Z')
  expect(read('en/index.html')).toContain('<link rel="alternate" type="application/atom+xml" title="Atom" href="feed.xml">')
  // What is a draft is announced to nobody.
  expect(existsSync(join(small.root, 'output/sq/feed.xml'))).toBe(false)
})

test('searchers are told all pages, and final editions with their translations', () => {
  expect(elementsIn('sitemap.xml', 'loc').map(textOf)).toEqual([
    'https://example.org/papers/',
    'https://example.org/papers/sq/',
    'https://example.org/papers/en/',
    'https://example.org/papers/en/second/',
    'https://example.org/papers/en/first/',
  ])
  expect(elementsIn('sitemap.xml', 'xhtml:link').map(({ attributes }) => attributes['hreflang'])).toEqual(['en', 'en'])
  expect(read('robots.txt')).toContain('Sitemap: https://example.org/papers/sitemap.xml')
})

test('a DOI is shown, and cited in each form', () => {
  const page = read('en/first/index.html')
  expect(page).toContain('<dt>DOI</dt><dd><a href="https://doi.org/10.5281/zenodo.1234567">doi.org/10.5281/zenodo.1234567</a></dd>')
  expect(page).toContain('<meta name="citation_doi" content="10.5281/zenodo.1234567">')
  for (const line of ['doi = {10.5281/zenodo.1234567}', 'DO  - 10.5281/zenodo.1234567', '"DOI": "10.5281/zenodo.1234567"'])
    expect(page).toContain(encodeURIComponent(line))
})

test('a former address of a document leads to it in each language, and is no document', () => {
  for (const path of ['en/the-first/index.html', 'sq/draft-one/index.html'])
    expect(read(path)).toContain('<meta http-equiv="refresh" content="0; url=../first/index.html">')
  expect(read('en/index.html')).not.toContain('the-first')
  small.write('content/second/document.md', front('Two & <three>', '2025-05-01', 'formerly: [first]\n'))
  expect(small.run('build', '--format', 'html').said).toMatch(/content\/second\/document\.md:6:1[^]*A document of this name is there/)
  small.write('content/second/document.md', front('Two & <three>', '2025-05-01', 'formerly: [draft-one]\n'))
  for (let time = 0; time < 2; time++) {
    const { status, said } = small.run('build', '--format', 'html')
    expect(said).toMatch(/content\/first\/document\.md:7:1[^]*\(content\/second\/document\.md\): one address cannot lead to both/)
    expect(said).toMatch(/content\/second\/document\.md:6:1[^]*\(content\/first\/document\.md\)[^]*found +“draft-one”/)
    expect(status).toBe(2)
  }
  const checked = small.run('check', '--rule', 'former-address', '--lang', 'sq')
  expect(checked.said).toMatch(/content\/second\/document\.md:6:1 +Këtë emër e ka pasur edhe një dokument tjetër \(content\/first\//)
  expect(checked.status).toBe(1)
  small.write('content/second/document.md', front('Two & <three>', '2025-05-01'))
  small.run('build', '--format', 'html')
})

test('browsers are told how a library is searched', () => {
  expect(elementsIn('en/opensearch.xml', 'Url').map(({ attributes }) => attributes)).toEqual([
    { type: 'text/html', template: 'https://example.org/papers/en/?q={searchTerms}' },
  ])
  expect(read('en/index.html')).toContain('type="application/opensearchdescription+xml" title="A Centre" href="opensearch.xml"')
})

test('where there is no page, each language says so and leads on, wherever that was', () => {
  const page = read('404.html')
  expect(page).toContain('<base href="https://example.org/papers/">')
  expect(page).toMatch(
    /<li class="shelf" lang="sq">[^]*Në këtë adresë nuk ka asnjë faqe\. <a href="sq\/index\.html">[^]*<li class="shelf" lang="en">/,
  )
})

test('each language has a page about the site: who can read it, on what terms, and how to tell that it is genuine', () => {
  const page = read('sq/about.html')
  expect(page).toMatch(
    /<h2 id="accessibility">Qasshmëria<\/h2>[^]*Press office, press@example\.org[^]*CC BY 4\.0[^]*<h2 id="genuine">A është i vërtetë\?<\/h2>/,
  )
  expect(read('sq/first/index.html')).toContain('<a href="../about.html">Rreth këtyre faqeve</a>')
  expect(small.run('verify').said).toContain('No problems')
})

test('a site whose address is not known has no feed and no map, and leads everywhere all the same', () => {
  small.write('content/publication.yaml', settings(''))
  small.run('build', '--format', 'html')
  const gone = ['en/feed.xml', 'en/opensearch.xml', 'sitemap.xml', 'robots.txt'].filter((path) =>
    existsSync(join(small.root, 'output', path)),
  )
  expect(gone).toEqual([])
  expect(read('en/index.html')).not.toContain('atom+xml')
  expect(small.run('verify').said).toContain('No problems')
})
