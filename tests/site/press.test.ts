import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { imageSize } from 'image-size'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verify } from '../../pipeline/verify/verify.ts'
import { createPublication, linesOf, type Line, type SmallPublication } from '../small-publication.ts'

const CONFIGURATION = 'title: Papers\npublisher: A Centre\ncontact: Press office\nurl: https://example.org/papers\neditions: [en, sq]\n'
const front = (title: string, kind: string): string =>
  `---\ntitle: ${JSON.stringify(title)}\nkind: ${kind}\ndate: 2026-05-31\nplace: Ohrid\ndescription: About it, in “words”.\n---\n\n`
/** A letter that fills its page: there is room for whom to ask, and for nothing more. */
const letter = (paragraphs: number): string => `${front('Full', 'press release')}${'A line of text.\n\n'.repeat(paragraphs)}`

let small: SmallPublication
const place = (path: string): string => join(small.root, 'output', path)
const pages = async (document: string): Promise<number> => (await small.pdf('en', document)).numPages

beforeAll(() => {
  small = createPublication({
    'content/publication.yaml': CONFIGURATION,
    'content/paper/document.md': `${front('Costs & "needs"', 'report')}## One\n\nText.\n`,
    'content/full/document.md': letter(1),
  })
  small.run('sync')
  small.run('build')
})
afterAll(() => small.remove())

test('an edition has a card of the size that its page tells, with words for who does not see it, and a draft says that it is one', () => {
  const folder = 'sq/paper'
  expect(imageSize(readFileSync(place(`${folder}/paper.sq.card.png`)))).toMatchObject({ type: 'png', width: 1200, height: 630 })
  const page = small.read(`output/${folder}/index.html`)
  expect(page).toContain('<meta property="og:image" content="https://example.org/papers/sq/paper/paper.sq.card.png">')
  expect(page).toContain('<meta property="og:image:width" content="1200">')
  expect(page).toContain('<meta name="twitter:card" content="summary_large_image">')
  expect(page).toMatch(/og:image:alt" content="Draft\. Raport: Costs &amp; &quot;needs&quot;\. [^"]*Ohrid, 31\smaj\s2026">/)
  expect(small.read('output/en/paper/index.html')).toContain('og:image:alt" content="Report: Costs')
  expect(page).toContain('"image":"https://example.org/papers/sq/paper/paper.sq.card.png"')
})

test('its text can be pasted into a mail', () => {
  expect(small.read('output/en/paper/paper.en.mail.txt')).toMatch(
    /^\u{FEFF}Costs & "needs"\n\nReport, A Centre, Ohrid, 31\sMay\s2026\n\nAbout it, in “words”\.\n\nRead on the web: https:\/\/example\.org\/papers\/en\/paper\/\nPDF, 1 page, \d+\skB: https:\/\/example\.org\/papers\/en\/paper\/paper\.en\.pdf\n$/u,
  )
})

test('a library shows the first page as it is printed, when a reader comes to it', () => {
  const [, tag = ''] = /(<img class="entry-cover"[^>]*paper\.en\.cover\.png[^>]*>)/.exec(small.read('output/en/index.html')) ?? []
  expect(tag).toContain('alt="First page: Costs &amp; &quot;needs&quot;" width="600" height="849" loading="lazy"')
  expect(imageSize(readFileSync(place('en/paper/paper.en.cover.png')))).toMatchObject({ type: 'png', width: 600, height: 849 })
})

test('a PDF leads to the page that says how it is verified, as a figure that is read, and makes no page more for that', async () => {
  const pdf = await small.pdf('en')
  expect(
    (await linesOf(pdf))
      .at(-1)!
      .map(({ text }) => text)
      .join('\n'),
  ).toContain('example.org/papers/en/about.html')
  const page = await pdf.getPage(pdf.numPages)
  expect(((await page.getAnnotations()) as { url?: string }[]).map(({ url }) => url)).toContain(
    'https://example.org/papers/en/about.html#genuine',
  )
  const tree = JSON.stringify(await page.getStructTree())
  expect(tree).toContain('"role":"Figure"')
  expect(tree).toContain('QR code with the same address')

  // Letters that fill their page more and more, until one has two: where the foot has no room, the outer margin has.
  const places: ('foot' | 'margin' | undefined)[] = []
  const isBeside = ({ left }: Line): boolean => left > ((28 + 118) * 72) / 25.4
  for (let paragraphs = 20; ; paragraphs++) {
    small.write('content/full/document.md', letter(paragraphs))
    small.run('build', 'full', '--edition', 'en', '--format', 'pdf')
    if ((await pages('full')) > 1) break
    const code = (await linesOf(await small.pdf('en', 'full'))).flat().find(({ text }) => text.includes('about.html'))
    places.push(code && (isBeside(code) ? 'margin' : 'foot'))
  }
  expect(new Set(places)).toEqual(new Set(['foot', 'margin']))
})

test('what is published conforms, and a card that is no picture is named', async () => {
  expect(small.run('build').status).toBe(0)
  expect((await verify({ target: join(small.root, 'output') })).problems).toEqual([])
  const card = place('en/paper/paper.en.card.png')
  const bytes = readFileSync(card)
  const { verifyPicture } = await import('../../pipeline/verify/pictures.ts')
  expect(verifyPicture('en/paper/paper.en.card.png', bytes)).toEqual([])
  expect(verifyPicture('en/paper/paper.en.card.png', bytes.subarray(0, -1)).map(({ reason }) => reason)).toEqual([
    'This is no whole picture in PNG.',
  ])
  writeFileSync(card, bytes.subarray(1))
  expect((await verify({ target: join(small.root, 'output') })).problems.map(({ file }) => file)).toEqual(['en/paper/paper.en.card.png'])
})

test('without a print there is none of it, and no page tells of it', () => {
  expect(small.run('build', '--format', 'html', '--out', 'web').said).toMatch(/en {2}paper {2}HTML/)
  expect(existsSync(join(small.root, 'web/en/paper/paper.en.card.png'))).toBe(false)
  const page = readFileSync(join(small.root, 'web/en/paper/index.html'), 'utf8')
  expect(page).not.toMatch(/og:image|class="press"/)
  expect(readFileSync(join(small.root, 'web/en/index.html'), 'utf8')).not.toContain('entry-cover')
})
