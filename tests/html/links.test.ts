import { existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createPublication, png, type SmallPublication } from '../small-publication.ts'

const front = (title: string): string => `---\ntitle: ${title}\nkind: Paper\ndescription: A paper.\ndate: 2026-05-31\n---\n\n`
const PUBLICATION = 'title: Papers\npublisher: A Centre\neditions: [sq, mk, en]\n'
const open: SmallPublication[] = []

function publicationOf(files: Readonly<Record<string, string | Uint8Array>>): SmallPublication {
  const made = createPublication({ 'content/publication.yaml': PUBLICATION, ...files })
  open.push(made)
  return made
}

afterAll(() => open.forEach((each) => each.remove()))

const pdf = new TextEncoder().encode('%PDF-1.4')

describe('links of every edition', () => {
  const paper = `${front('One')}## Contact us\n\nWrite.\n\n## Contact us\n\nOr call.\n\n## Ëndrra & 2018: *what* \`x\`\n\nText[^n] and [a](#contact-us), [b](#contact-us-1), [c](#ëndrra--2018-what-x), [d](#fn-n), [e][own].

[f](../two/document.md), [g](../two/#part), [h](annex.pdf), [i](<my annex.pdf>), [j](figures/%D0%BC.pdf), [k](tel:+38338221351), [l](Http://example.org), [m](#top), [n](http://[2001:db8::1]:8080/a[b]), [o](http://[::1]), [p](https://пример.срб/пут?а#б), [q](mailto:инфо@пример.срб?subject=а@б).

[own]: #contact-us\n\n[^n]: A note.\n`
  const publication = publicationOf({
    'content/paper/document.md': paper,
    'content/paper/annex.pdf': pdf,
    'content/paper/my annex.pdf': pdf,
    'content/paper/figures/м.pdf': pdf,
    'content/two/document.md': `${front('Two')}## Part\n\nText.\n`,
  })
  publication.run('sync')
  const built = publication.run('build')
  const addressesIn = (html: string): string[] =>
    [...html.matchAll(/<article[^]*<\/article>/g)].flatMap(([text]) => [...text.matchAll(/ href="([^"]*)"/g)].map(([, href]) => href!))

  test.each(['en', 'sq', 'mk'])('lead somewhere in the page: %s', (tag) => {
    expect(built.said).not.toContain('link-target')
    const html = publication.read(`output/${tag}/paper/index.html`)
    const addresses = addressesIn(html).filter((address) => !/^#(?:fn-n|fnref-n)$/.test(address))
    expect(addresses).toEqual([
      '#s-contact-us', '#s-contact-us-heading-2', '#s-endrra-2018-what-x', '#s-contact-us',
      '../two/index.html', '../two/index.html#s-part', 'annex.pdf', 'my%20annex.pdf', 'figures/%D0%BC.pdf', 'tel:+38338221351', 'http://example.org', '#top', 'http://[2001:db8::1]:8080/a%5Bb%5D', 'http://[::1]',
      'https://xn--e1afmkfd.xn--90a3ac/%D0%BF%D1%83%D1%82?%D0%B0#%D0%B1', 'mailto:%D0%B8%D0%BD%D1%84%D0%BE@xn--e1afmkfd.xn--90a3ac?subject=%D0%B0@%D0%B1',
    ]) // prettier-ignore
    for (const address of addressesIn(html).filter((each) => each.startsWith('#'))) expect(html).toContain(` id="${address.slice(1)}"`)
    for (const file of addresses.filter((each) => /pdf$|index/.test(each)))
      expect(existsSync(join(publication.root, `output/${tag}/paper`, decodeURIComponent(file.split('#', 1)[0]!)))).toBe(true)
    expect(publication.read('output/manifest.json')).toContain(`"${tag}/paper/figures/м.pdf"`)
  })

  test.each(['en', 'sq', 'mk'])('lead somewhere in the PDF: %s', async (tag) => {
    const document = await publication.pdf(tag)
    const places = await document.getDestinations()
    const pages = await Promise.all(
      Array.from({ length: document.numPages }, async (_, index) => (await document.getPage(index + 1)).getAnnotations()),
    )
    const links = pages.flat() as { url?: string; unsafeUrl?: string; dest?: string }[]
    const addresses = new Set(links.flatMap(({ unsafeUrl }) => unsafeUrl ?? []))
    expect([...addresses]).toEqual([
      `../two/two.${tag}.pdf`, `../two/two.${tag}.pdf#s-part`, 'annex.pdf', 'my%20annex.pdf', 'figures/%D0%BC.pdf', 'tel:+38338221351', 'http://example.org/', 'http://[2001:db8::1]:8080/a%5Bb%5D', 'http://[::1]/',
      'https://xn--e1afmkfd.xn--90a3ac/%D0%BF%D1%83%D1%82?%D0%B0#%D0%B1', 'mailto:%D0%B8%D0%BD%D1%84%D0%BE@xn--e1afmkfd.xn--90a3ac?subject=%D0%B0@%D0%B1',
    ]) // prettier-ignore
    const named = links.flatMap(({ dest }) => dest ?? [])
    expect(named).toEqual(expect.arrayContaining(['s-contact-us', 's-contact-us-heading-2', 's-endrra-2018-what-x', 'top', 'fn-n']))
    for (const name of named) expect([...places.keys()]).toContain(name)
  })

  test('and what is published conforms', () => {
    expect(publication.run('verify').said).toContain('No problems')
  })
})

test('a link that leads nowhere is told with its line, and keeps its words alone', () => {
  const publication = publicationOf({
    'content/paper/document.md': `${front('One')}## Contact\n\nSee [this](#contakt), [that](annexe.pdf) and [home](www.example.org).\n`,
    'content/paper/annex.pdf': pdf,
  })
  publication.run('sync')
  const { said } = publication.run('check', '--edition', 'en')
  expect(said).toMatch(/document\.md:10:5 .*no heading of this name[^]*expected {2}#contact\n/)
  expect(said).toMatch(/document\.md:10:\d+ .*is not there[^]*expected {2}annex\.pdf\n/)
  expect(said).toMatch(/document\.md:10:\d+ .*https:\/\/[^]*expected {2}https:\/\/www\.example\.org\n/)
  expect(publication.run('build', '--format', 'html', '--edition', 'en').said).toContain('DRAFT')
  expect(publication.read('output/en/paper/index.html')).toContain('See this, that and home.')
})

describe('pictures', () => {
  test('by reference are pictures of the document', () => {
    const publication = publicationOf({
      'content/paper/document.md': `${front('One')}![A map][m]\n\nIn a line ![a map][M] and ![n].\n\n[m]: <figures/my мапа.png>\n[n]: ./map.png\n`,
      'content/paper/figures/my мапа.png': png(4, 4),
      'content/paper/map.png': png(4, 4),
    })
    publication.run('sync')
    expect(publication.run('build', '--edition', 'en').said).toContain('final')
    const html = publication.read('output/en/paper/index.html')
    expect(html.match(/<img[^>]*>/g)?.map((image) => / src="([^"]*)"/.exec(image)![1])).toEqual([
      'figures/my%20%D0%BC%D0%B0%D0%BF%D0%B0.png',
      'figures/my%20%D0%BC%D0%B0%D0%BF%D0%B0.png',
      'map.png',
    ])
    expect(existsSync(join(publication.root, 'output/en/paper/figures/my мапа.png'))).toBe(true)
    expect(publication.run('verify').said).toContain('No problems')
  })

  test.each([
    '//127.0.0.1/x.png',
    '/abs.png',
    '../../rel.png',
    '%2e%2e/x.png',
    'https://example.org/x.png',
    'linked/x.png',
    'map.bmp',
    'map.tiff',
    'none.png',
  ])('at %s are told and read by nobody, by reference too: their words stand in their place', (address) => {
    const publication = publicationOf({
      'content/paper/document.md': `${front('One')}![A map][m]\n\n[m]: ${address}\n`,
      'content/paper/map.bmp': 'BM',
      'content/paper/map.tiff': 'II',
      'content/two/map.tiff': 'II',
      'content/two/document.md': `${front('Two')}![A map](${address})\n`,
      'content/two/map.bmp': 'BM',
    })
    mkdirSync(join(publication.root, 'elsewhere'))
    for (const document of ['paper', 'two']) symlinkSync('../../elsewhere', join(publication.root, 'content', document, 'linked'))
    const { status, said } = publication.run('build', '--format', 'html')
    expect(status).toBe(1)
    expect(said).toMatch(/paper\/document\.md:8:1 .*\[error picture\]/)
    expect(said).toMatch(/two\/document\.md:8:1 .*\[error picture\]/)
    expect(said).toMatch(/en +two .*DRAFT: 1 picture missing/)
    const html = publication.read('output/en/paper/index.html')
    expect(html).toMatch(/class="missing-picture"><span[^>]*>Missing picture:<\/span> A map</)
    expect(html).not.toMatch(/<img|rel\.png|x\.png|host/)
    const manifest = Object.keys((JSON.parse(publication.read('output/manifest.json')) as { files: object }).files)
    expect(manifest.filter((file) => file.includes('map') || file.includes('png'))).toEqual([])
  })

  test('of a translation alone are not shown, nor are addresses that the document does not have', () => {
    const publication = publicationOf({
      'content/paper/document.md': `${front('One')}See [the report][r].\n\n[r]: https://example.org/x\n`,
      'locales/sq/paper.json': JSON.stringify({
        'start.see-the-report': 'Shih [raportin][r] ![i][r] ![k](//host/x.png) [j](gjetkë.pdf)',
      }),
    })
    publication.run('sync')
    publication.run('build', '--format', 'html')
    const html = publication.read('output/sq/paper/index.html')
    expect(html).toContain(
      '<a href="https://example.org/x">raportin</a> <span class="missing-picture"><span lang="sq" class="draft-mark">Figura mungon:</span> i</span> ',
    )
    expect(html.replaceAll(/<[^>]*>/g, '')).toContain('Shih raportin Figura mungon: i Figura mungon: k j')
    expect(html).not.toMatch(/<img|host/)
  })
})

describe('places that the writer names', () => {
  const names = ['costs', 'intro', 'items', 'third', 'row', 'figures', 'quoted', 'code', 'word', 'last', 'picture', 'two-a', 'two-b']
  const paper = `${front('One')}${names.map((name) => `[${name}](#${name})`).join(', ')}, [again](#user-content-costs), [other case](#COSTS).

<a id="costs"></a>

## The costs

<a name="intro"/>

Words of an introduction.

<a id="items"></a>
- first item
- <a id="third"></a>second item

| Town | No |
|---|---|
| <span id="row">Peja</span> | 12 |

<a id="figures"></a>

| Town | No |
|---|---|
| Gjakova | 7 |

<a id="quoted"></a>

> A quotation.

<a id="code"></a>

\`\`\`sh
npm install
\`\`\`

A text with a <a id="word">named word</a> in it.<a id="last"></a>

<a id="picture"></a>

![A map](map.png "The towns")

<a id="two-a"></a> <a id="two-b"></a>

The end.
`
  const publication = publicationOf({ 'content/paper/document.md': paper.replaceAll('\\`', '`'), 'content/paper/map.png': png(40, 30) })
  publication.run('sync')
  const built = publication.run('build')

  test('are found, and are no words to translate', () => {
    expect(built.said).not.toMatch(/link-target|raw-html/)
    expect(publication.read('locales/en/paper.json')).not.toMatch(/<a|<span/)
    expect(publication.read('locales/en/paper.json')).toContain('A text with a named word in it.')
  })

  test.each(['en', 'sq', 'mk'])('are led to in the page: %s', (tag) => {
    const html = publication.read(`output/${tag}/paper/index.html`)
    const article = /<article[^]*<\/article>/.exec(html)![0]
    const led = [...article.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id!)
    expect(led.length).toBe(names.length + 2)
    for (const id of led) expect(article.split(` id="${id}"`).length).toBe(2)
    expect(article).not.toContain('&lt;a')
  })

  test.each(['en', 'mk'])('are led to in the PDF: %s', async (tag) => {
    const document = await publication.pdf(tag)
    const places = await document.getDestinations()
    const annotations = await Promise.all(
      Array.from({ length: document.numPages }, async (_, index) => (await document.getPage(index + 1)).getAnnotations()),
    )
    const led = (annotations.flat() as { dest?: string }[]).flatMap(({ dest }) => dest ?? [])
    expect(led.filter((each) => each.startsWith('a-')).length).toBeGreaterThanOrEqual(names.length - 1)
    for (const each of led) expect(places.get(each)).toBeDefined()
    expect(publication.run('verify').said).not.toContain('error')
  })
})
