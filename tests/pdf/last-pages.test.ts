import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPublication, linesOf, type Line, type SmallPublication } from '../small-publication.ts'

const PROSE =
  'What is printed in one country of the region is read in the next, and whoever looks for its sources has to follow the language and not the border, since it is the language that holds such a space together for those who read and write in it.'
const paragraphs = (count: number): string => Array.from({ length: count }, () => PROSE).join('\n\n')
const front = (title: string, form: string): string =>
  `---\ntitle: ${title}\nkind: Paper\nform: ${form}\ndescription: A paper for the tests.\ndate: 2018-06-08\n---\n\n`
const ROWS = Array.from({ length: 9 }, (_, row) => `| row ${row + 1} | ${PROSE.slice(0, 60)} |`).join('\n')
const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const WIDE = [
  ['Country', ...MONTHS],
  Array.from({ length: 13 }, () => '---'),
  ['Macedonia', ...MONTHS.map((_, month) => `${month + 1}0.000.000`)],
]
  .map((row) => `| ${row.join(' | ')} |`)
  .join('\n')
const NOTE = 'A long note that stands at the foot of its page, since it goes on for more than the margin has room for: '
const noted = (count: number): string => {
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  return [...numbers.map((number) => `${PROSE}[^${number}]`), ...numbers.map((number) => `[^${number}]: ${NOTE}${PROSE}`)].join('\n\n')
}

/** Texts of every length around a page's end, so that some end on a line or two. */
const TEXTS: Readonly<Record<string, (count: number) => string>> = {
  prose: (count) => `## One\n\n${paragraphs(count)}`,
  headed: (count) => `## One\n\n${paragraphs(count - 3)}\n\n## Two\n\n${paragraphs(3)}`,
  listed: (count) => `## One\n\n${paragraphs(count - 3)}\n\nThere are:\n\n- one;\n- two;\n- three.\n\n${PROSE}`,
  tabled: (count) => `## One\n\n${paragraphs(count - 2)}\n\n| Number | Words |\n| --- | --- |\n${ROWS}`,
  noted: (count) => noted(count),
  // One block takes most of a page.
  single: (count) => `## One\n\n${PROSE}\n\n${Array.from({ length: count }, () => PROSE).join(' ')}`,
  coded: (count) => `## One\n\n${PROSE}\n\n\`\`\`\n${Array.from({ length: count * 4 }, (_, line) => `line ${line}`).join('\n')}\n\`\`\``,
}
const COUNTS = [9, 10, 11, 12]

/** What a page of 297 mm has room for, in points. */
const HEIGHT = (249 * 72) / 25.4

let publication: SmallPublication
const names = Object.keys(TEXTS).flatMap((kind) => COUNTS.map((count) => `${kind}-${count}`))

beforeAll(() => {
  const documents = names.map((name) => {
    const [kind, count] = name.split('-') as [string, string]
    return [`content/${name}/document.md`, front('A paper', 'brief') + TEXTS[kind]!(Number(count))] as const
  })
  const chapters = Array.from({ length: 8 }, (_, index) => `## Chapter ${index + 1}\n\n${paragraphs(36 + index)}`).join('\n\n')
  const briefChapters = [
    PROSE,
    ...Array.from({ length: 9 }, (_, index) => `## Chapter ${index + 1}\n\n${paragraphs(index % 3 === 1 ? 1 : 54 + index)}`),
  ].join('\n\n')
  publication = createPublication({
    'content/publication.yaml': 'title: Tests\npublisher: The tests\neditions: [en]\n',
    'content/chapters/document.md': front('A report of chapters', 'report') + chapters,
    'content/short-chapters/document.md':
      front('A report of short chapters', 'report') +
      Array.from({ length: 60 }, (_, index) => `## Chapter ${index + 1}\n\n${paragraphs(3)}`).join('\n\n'),
    'content/many-chapters/document.md':
      front('A report of many chapters', 'report') +
      Array.from({ length: 37 }, (_, index) => `## Chapter ${index + 1}\n\n${paragraphs(16)}`).join('\n\n'),
    'content/brief-chapters/document.md': front('A report with short chapters between long ones', 'report') + briefChapters,
    'content/one-long-chapter/document.md':
      front('A report of a long chapter among short ones', 'report') +
      Array.from({ length: 9 }, (_, index) => `## Chapter ${index + 1}\n\n${paragraphs(index === 6 ? 260 : 5)}`).join('\n\n'),
    'content/between/document.md': `${front('Two wide tables', 'brief')}## One\n\n${paragraphs(2)}\n\n${WIDE}\n\n${paragraphs(3)}\n\n${WIDE}\n\n${paragraphs(12)}\n`,
    'content/about/document.md': `${front('A statement', 'letter').replace('date:', 'contact: Ana Example, press@example.org\ndate:')}${paragraphs(8)}\n\n${Array.from({ length: 4 }, () => PROSE).join(' ')}\n`,
    'content/spared/document.md': `${front('A statement', 'letter').replace('date:', 'contact: Ana Example, press@example.org\ndate:')}${paragraphs(8)}\n`,
    'content/turned/document.md': `${front('A wide table', 'brief')}## One\n\n${paragraphs(2)}\n\n${WIDE}\n\nThe last words.\n`,
    ...Object.fromEntries(documents),
  })
  const { status, said } = publication.run('build')
  if (status !== 0) throw new Error(said)
})

afterAll(() => publication?.remove())

/** How much of a page is filled, from its upper margin to its last line. */
function filled(page: readonly Line[]): number {
  const text = page.filter(({ y, text: words }) => y < 785 && !/^page \d+/.test(words))
  return (780 - Math.min(...text.map(({ y }) => y))) / HEIGHT
}

test.each(names)('the last page of %s is at least a fifth full', async (name) => {
  const pages = await linesOf(await publication.pdf('en', name))
  // One that a tighter setting could spare is no page.
  if (pages.length === 1) return
  const shares = pages.map(filled)
  expect(shares.at(-1)).toBeGreaterThan(0.19)
  // The page before gives no more than looks as it is meant to: lines of a paragraph, a heading with its text, rows.
  expect(shares.at(-2)).toBeGreaterThan(/^(?:prose|noted|single|coded)/.test(name) ? 0.77 : 0.6)
})

test('most of them need it', async () => {
  const counts = await Promise.all(names.map(async (name) => (await publication.pdf('en', name)).numPages))
  expect(counts.filter((count) => count > 1).length).toBeGreaterThan(names.length * 0.8)
})

test('so is that of each chapter that begins on a page of its own', async () => {
  const pages = await linesOf(await publication.pdf('en', 'chapters'))
  const starts = pages.flatMap((page, index) =>
    page.some(({ text, y }) => y < 785 && /^Chapter \d$/.test(text)) && index > 1 ? [index] : [],
  )
  expect(starts.length).toBeGreaterThan(7)
  for (const start of [...starts.slice(1), pages.length]) expect(filled(pages[start - 1]!)).toBeGreaterThan(0.19)
})

test('a chapter of a few lines, or what stands before the first, has no page of its own', async () => {
  const pages = await linesOf(await publication.pdf('en', 'brief-chapters'))
  const heads = pages.map((page) => page.filter(({ text, y }) => y < 785 && /^Chapter \d$/.test(text)).map(({ y }) => y))
  expect(Math.max(...heads.slice(3).map(({ length }) => length))).toBe(1)
  for (const page of pages.slice(3)) expect(filled(page)).toBeGreaterThan(0.19)
  // Those of a page of their own stand at its head, as the first and the short ones do not.
  expect(
    heads
      .slice(3)
      .flat()
      .filter((y) => y > 760).length,
  ).toBe(5)
})

test('contents go on on a second page with more than a line or two', async () => {
  const pages = await linesOf(await publication.pdf('en', 'many-chapters'))
  expect(pages[1]!.length).toBeGreaterThan(20)
  expect(filled(pages[2]!)).toBeGreaterThan(0.19)
})

test('a line that would stand alone after a turned table stands above it, where its page has room', async () => {
  const pdf = await publication.pdf('en', 'turned')
  const last = await pdf.getPage(pdf.numPages)
  expect(last.view[2]).toBeGreaterThan(last.view[3]!)
  const pages = await linesOf(pdf)
  expect(pages.at(-1)!.some(({ text }) => text.startsWith('Macedonia'))).toBe(true)
  expect(pages.at(-2)!.map(({ text }) => text)).toContain('The last words.')
})

test('the pages before, between and after turned tables are full', async () => {
  const pages = await linesOf(await publication.pdf('en', 'between'))
  const upright = pages.filter((page) => page.every(({ text }) => !text.startsWith('Macedonia')))
  expect(upright.length).toBeGreaterThan(1)
  expect(Math.min(...upright.slice(0, -1).map(filled))).toBeGreaterThan(0.75)
})

test('what ends a letter takes some lines of its last paragraph overleaf, and not all of it', async () => {
  const pages = await linesOf(await publication.pdf('en', 'about'))
  expect(pages.length).toBe(2)
  expect(filled(pages[0]!)).toBeGreaterThan(0.8)
  const prose = pages[1]!.filter(({ text }) => PROSE.includes(text.slice(0, 30)))
  expect(prose.length).toBeGreaterThan(2)
})

test('a letter whose last page would hold its end alone is set tighter, and one that needs the page is not', async () => {
  const sizesOf = async (name: string): Promise<number[]> => {
    const { items } = await (await (await publication.pdf('en', name)).getPage(1)).getTextContent()
    return items.flatMap((item) => ('str' in item && PROSE.includes(item.str) && item.str.length > 20 ? [item.transform[0] as number] : []))
  }
  expect((await publication.pdf('en', 'spared')).numPages).toBe(1)
  expect(Math.max(...(await sizesOf('spared')))).toBeLessThan(Math.min(...(await sizesOf('about'))))
})

test('the page with the title has nothing at its head, and the next has the title there', async () => {
  const heads = (await linesOf(await publication.pdf('en', 'about'))).map((page) => page[0]!)
  expect(heads.map(({ text }) => text)).toEqual(['The tests', 'A statement'])
})

test('short chapters of a long report follow each other on a page', async () => {
  const shares = (await linesOf(await publication.pdf('en', 'short-chapters'))).slice(3, -1).map(filled)
  expect(shares.length).toBeGreaterThan(15)
  expect(Math.min(...shares)).toBeGreaterThan(0.7)
})

test('so do those of one that is long by a single chapter', async () => {
  const shares = (await linesOf(await publication.pdf('en', 'one-long-chapter'))).slice(3, -1).map(filled)
  expect(shares.length).toBeGreaterThan(22)
  expect(Math.min(...shares)).toBeGreaterThan(0.7)
})
