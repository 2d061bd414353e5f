import { cpSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPublication, png } from '../small-publication.ts'
import { lookAs, openBrowser, openPage, type View } from './screen.ts'

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
const table = (columns: number, words: string): string =>
  row(Array.from({ length: columns }, (_, at) => `${words} ${at}`)) +
  row(Array.from({ length: columns }, () => '--:')) +
  row(Array.from({ length: columns }, (_, at) => `${at * 12_345.5}`)).repeat(3)
const NOTES = 130
const sentences = Array.from(
  { length: NOTES - 5 },
  (_, at) =>
    `Sentence ${at} says a thing or two about a budget, ${'and goes on for a while, '.repeat(16)}as they do.[^${at + 6}]${at % 6 ? '' : '\n\n'}`,
)
const notes = Array.from(
  { length: NOTES },
  (_, at) => `[^${at + 1}]: ${'It says *more* of it, and names <https://example.org/a/long/address>. '.repeat(1 + (at % 3))}\n`,
)

/** Everything that may be wider than a window, and that a window has room for beside the text. */
const publication = createPublication({
  'content/publication.yaml': 'title: Papers\npublisher: A Centre\neditions: [sq, sr-Latn, mk, en]\n',
  'content/paper/document.md': `---
title: One that is called ${'Unbreakable'.repeat(8)}
kind: Paper
description: A paper.
date: 2026-05-31
---

## First[^1]

> [!NOTE]
> A callout.[^2]

A call[^3] of ${'x'.repeat(120)} and https://example.org/${'a-long-address/'.repeat(9)} and [a link](https://example.org/there).

- An item
  - Another[^4]

${table(7, 'Municipality')}
After it.

${table(30, 'Municipality')}
${table(3, 'Measure[^5]')}
\`\`\`
${'a long line of code '.repeat(20)}
\`\`\`

![A map](map.png "A map")

![A tower](tower.png "A tower")

### Second

## Acknowledgments and an ABC-License-Identifier

The ABCDEFGHIJKL-MNOPQRS stays whole.

${sentences.join(' ')}

${Array.from({ length: 40 }, (_, at) => `## Section ${at}\n\nText.\n`).join('\n')}
${notes.join('\n')}`,
  'content/crowded/document.md': `---
title: More notes than text
kind: Paper
description: A paper.
date: 2026-05-31
---

${notes.map((_, at) => `Word[^${at + 1}]${at % 9 ? '' : '.\n\n'}`).join(' ')}

> Someone said so.
>
> — Somebody, *A Book*, 2020

${notes.join('\n')}`,
  'content/paper/map.png': png(3000, 900),
  'content/paper/tower.png': png(300, 3000),
})
cpSync('content/conference-summary', join(publication.root, 'content/conference-summary'), { recursive: true })
for (const tag of ['sq', 'mk', 'sr-Cyrl', 'en'])
  cpSync(`locales/${tag}/conference-summary.json`, join(publication.root, `locales/${tag}/conference-summary.json`))
const PAGES = ['en/paper', 'sq/paper', 'sr-Latn/conference-summary', 'mk/conference-summary'].map((path) => `${path}/index.html`)

let browser: Browser
beforeAll(async () => {
  publication.run('sync')
  publication.run('build', '--format', 'html')
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  publication.remove()
})

/** The pages that are open. */
const pages = new Map<string, Page>()

/** Looks at a page and leaves it as it is. It is opened once, and looked at in many ways. */
async function see<T>(path: string, view: View, look: (page: Page) => Promise<T>): Promise<T> {
  const known = pages.get(path)
  const page = known ?? (await openPage(browser, join(publication.root, 'output', path), view))
  pages.set(path, page)
  if (known) await lookAs(page, view)
  return look(page)
}

/** Does something with a page that is opened for it. */
async function use<T>(path: string, view: View, look: (page: Page) => Promise<T>): Promise<T> {
  const page = await openPage(browser, join(publication.root, 'output', path), view)
  try {
    return await look(page)
  } finally {
    await page.close()
  }
}

describe.each(PAGES)('%s', (path) => {
  test.each(
    [320, 480, 768, 1100, 1280, 1680, 2560].flatMap((width) => [
      { width, type: 100 },
      { width, type: 200 },
    ]),
  )('is as wide as its window: $width px, type of $type %', async (view) => {
    const beyond = await see(path, view, (page) =>
      page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement
        const isScrolled = (element: Element): boolean =>
          element.closest('.table-box, pre') !== element.closest('.none') || getComputedStyle(element).position === 'absolute'
        const cut = [...document.body.querySelectorAll('*')].filter((element) => {
          const { left, right, width } = element.getBoundingClientRect()
          // What leads to the text is seen when it has the focus, and before that nothing of it.
          if (element.matches('.skip')) return right > 0
          return width > 1 && (left < -1 || right > clientWidth + 1) && !isScrolled(element) && !element.matches('.organisers *')
        })
        return { more: scrollWidth - clientWidth, cut: cut.map(({ outerHTML }) => outerHTML.slice(0, 80)) }
      }),
    )
    expect(beyond).toEqual({ more: 0, cut: [] })
  })

  test.each([320, 1280])('what is pressed is at least 40 pixels wide and high: %i px', async (width) => {
    const small = await see(path, { width }, (page) =>
      page.evaluate(() =>
        [...document.querySelectorAll('.languages a, .contents a, .download a, [data-footnote-backref]')]
          .map((link) => ({ link: link.outerHTML, box: link.getBoundingClientRect() }))
          .filter(({ box }) => box.width < 40 || box.height < 40)
          .map(({ link }) => link),
      ),
    )
    expect(small).toEqual([])
  })
})

/** Boxes as a reader sees them. */
interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

async function boxesOf(page: Page, selector: string): Promise<Box[]> {
  const boxes = await page.evaluate(
    (wanted) => [...document.querySelectorAll(wanted)].map((each) => each.getBoundingClientRect().toJSON() as Box & { width: number }),
    selector,
  )
  return boxes.filter(({ width }) => width > 0)
}

const meet = (one: Box, other: Box): boolean =>
  one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 1 && other.top < one.bottom - 1

describe('notes', () => {
  test.each([1100, 1280, 1680])('stand beside the text, apart from each other and from all else: %i px', async (width) => {
    const { text, beside, others } = await see('en/paper/index.html', { width }, async (page) => ({
      text: (await boxesOf(page, '.text'))[0]!,
      beside: await boxesOf(page, '.note-beside'),
      others: await boxesOf(page, '.text > :not(.note-beside), .table-box, .contents, .bottom'),
    }))
    expect(beside).toHaveLength(NOTES)
    for (const note of beside) expect([note.left >= text.right, note.right <= width]).toEqual([true, true])
    expect(
      beside.filter((note, at) => others.some((other) => meet(note, other)) || beside.some((other, of) => of !== at && meet(note, other))),
    ).toEqual([])
  })

  test('stand at the end alone where so many are called that they would be far from their calls', async () => {
    const distances = await see('en/crowded/index.html', { width: 1280 }, (page) =>
      page.evaluate(() =>
        [...document.querySelectorAll('.note-beside')].map(
          (note) => note.getBoundingClientRect().top - note.previousElementSibling!.getBoundingClientRect().top,
        ),
      ),
    )
    expect(distances.length).toBeGreaterThan(3)
    expect(Math.max(...distances)).toBeLessThan(900)
  })

  test.each([320, 768])('stand at the end alone where there is no margin: %i px', async (width) => {
    expect(await see('en/paper/index.html', { width }, (page) => boxesOf(page, '.note-beside'))).toEqual([])
  })

  test('stand at the end for who is read to, and for keys', async () => {
    const [atEnd, stops] = await see('en/paper/index.html', { width: 1280 }, async (page) => {
      const tree = JSON.stringify(await page.accessibility.snapshot({ interestingOnly: false }))
      return [
        tree.match(/It says /g)?.length,
        await page.evaluate(() => document.querySelectorAll('.note-beside a:not([tabindex="-1"])').length),
      ]
    })
    const said = Array.from({ length: NOTES }, (_, at) => 1 + (at % 3)).reduce((sum, times) => sum + times, 0)
    // The tree has a text as it is, and as its lines.
    expect([atEnd! >= said, atEnd! <= 2 * said]).toEqual([true, true])
    expect(stops).toBe(0)
  })

  test.each([320, 1280])('have their whole numbers: %i px', async (width) => {
    const room = await see('en/paper/index.html', { width }, (page) =>
      page.evaluate(() => {
        const list = document.querySelector<HTMLElement>('.footnotes ol')!
        const pen = document.createElement('canvas').getContext('2d')!
        const { fontSize } = getComputedStyle(list)
        pen.font = `${fontSize} "Noto Sans"`
        const text = list.querySelector('p')!.getBoundingClientRect().left
        return text - pen.measureText('130. ').width
      }),
    )
    expect(room).toBeGreaterThanOrEqual(0)
  })

  test('do not part the lines that they are called in', async () => {
    const pitches = await see('en/paper/index.html', { width: 1280 }, (page) =>
      page.evaluate(() =>
        [...document.querySelectorAll('.text > p')].map((paragraph) => {
          const { height } = paragraph.getBoundingClientRect()
          const line = Number.parseFloat(getComputedStyle(paragraph).lineHeight)
          return Math.abs(height / line - Math.round(height / line)) * line
        }),
      ),
    )
    expect(Math.max(...pitches)).toBeLessThan(1)
  })
})

describe('tables and code', () => {
  test.each([320, 768, 1280, 1680])('scroll in boxes of their own, which have a name and are reached by keys: %i px', async (width) => {
    const boxes = await see('sq/paper/index.html', { width }, (page) =>
      page.evaluate(() => {
        const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
        return [...document.querySelectorAll<HTMLElement>('.text .table-box, .text pre')].map((box) => ({
          kind: box.tagName === 'PRE' ? 'code' : 'table',
          isReached: box.tabIndex === 0,
          role: box.role,
          name: box.ariaLabel,
          isWithin: box.getBoundingClientRect().width <= 48 * rem + 1,
          isScrolled: box.scrollWidth > box.clientWidth,
        }))
      }),
    )
    expect(boxes.map(({ kind }) => kind)).toEqual(['table', 'table', 'table', 'code'])
    for (const { kind, isReached, role, name, isWithin } of boxes)
      expect([isReached, isWithin, role, name]).toEqual([
        true,
        true,
        kind === 'code' ? 'group' : 'region',
        expect.stringMatching(kind === 'code' ? /^Kod$/ : /^Tabelë: M/),
      ])
    expect([boxes[1]!.isScrolled, boxes[3]!.isScrolled]).toEqual([true, true])
    expect(boxes[0]!.isScrolled).toBe(width < 1100)
  })

  test('have whole words', async () => {
    const parted = await see('en/paper/index.html', { width: 320 }, (page) =>
      page.evaluate(
        () =>
          [...document.querySelectorAll('.table-box th')].filter((cell) => {
            const range = document.createRange()
            range.setStart(cell.firstChild!, 0)
            range.setEnd(cell.firstChild!, cell.firstChild!.textContent!.trim().split(' ')[0]!.length)
            return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1
          }).length,
      ),
    )
    expect(parted).toBe(0)
  })
})

test('the contents are no longer than the window, scroll, and mark where one is', async () => {
  await use('en/paper/index.html', { width: 1280, height: 600 }, async (page) => {
    await page.evaluate(() => document.querySelector('#s-section-20, [id$="section-20"]')!.scrollIntoView())
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    const [box] = await boxesOf(page, '.contents')
    expect([box!.top >= 0, box!.bottom <= 600]).toEqual([true, true])
    expect(await page.evaluate(() => document.querySelector('.contents')!.scrollHeight)).toBeGreaterThan(600)
    expect(await page.evaluate(() => [...document.querySelectorAll('.contents a:target-current')].map((link) => link.textContent))).toEqual(
      ['Section 20'],
    )
  })
})

test('pictures are shown whole, no wider than the page and no higher than the window', async () => {
  for (const width of [320, 1280]) {
    const pictures = await see('en/paper/index.html', { width }, (page) =>
      page.evaluate(() =>
        [...document.querySelectorAll('img')].map(({ width: wide, height, naturalWidth, naturalHeight }) => ({
          height,
          distortion: Math.abs(wide / height / (naturalWidth / naturalHeight) - 1),
        })),
      ),
    )
    expect(pictures).toHaveLength(2)
    for (const { height, distortion } of pictures) expect([height <= 900, distortion < 0.05]).toEqual([true, true])
  }
})

test('a broad picture takes text and margin, where there is a margin', async () => {
  for (const width of [768, 1280, 1680]) {
    const [picture, text] = await see('en/paper/index.html', { width }, async (page) => [
      (await boxesOf(page, 'img[data-shape]'))[0]!,
      (await boxesOf(page, '.text'))[0]!,
    ])
    expect(picture.right - text.right > 200).toBe(width >= 1100)
    expect(Math.abs(picture.left - text.left)).toBeLessThan(1)
  }
})

test('a quotation’s last line says whose it is', () => {
  expect(publication.read('output/en/crowded/index.html')).toContain('<p class="attribution">— Somebody, <em>A Book</em>, 2020</p>')
  expect(publication.read('output/sq/crowded/index.html')).toMatch(/<p [^>]*class="fallback attribution">/)
})

test('the programme at a glance has type of at least 15 units, and no words that meet', async () => {
  for (const tag of ['en', 'sq', 'mk', 'sr-Latn'])
    for (const width of [320, 768, 1280, 1680]) {
      const { size, words } = await see(`${tag}/conference-summary/index.html`, { width }, async (page) => ({
        size: await page.evaluate(() =>
          Math.min(...[...document.querySelectorAll('.glance text')].map((text) => Number.parseFloat(getComputedStyle(text).fontSize))),
        ),
        words: await boxesOf(page, '.glance text:not(.number)'),
      }))
      expect(size).toBeGreaterThanOrEqual(15)
      expect(words.length).toBeGreaterThan(10)
      expect(
        words.filter((one, at) =>
          words.some((other, of) => of > at && meet(one, { ...other, top: other.top + 4, bottom: other.bottom - 4 })),
        ),
      ).toEqual([])
    }
})

test('printed from the browser it is the text, without what leads about, and with the addresses of its links', async () => {
  await use('en/paper/index.html', { width: 1280 }, async (page) => {
    await page.emulateMediaType('print')
    expect(await boxesOf(page, '.skip, .languages, .contents, .download, .note-beside, [data-footnote-backref]')).toEqual([])
    const after = await page.evaluate(() =>
      [...document.querySelectorAll('.text > p a[href^="http"]')].map((link) => getComputedStyle(link, '::after').content),
    )
    expect(after.filter((content) => content !== 'none')).toEqual(['" <https://example.org/there>"'])
  })
})

describe('a build of some languages', () => {
  const languages = (tag: string): string[] =>
    [...publication.read(`part/${tag}/paper/index.html`).matchAll(/<a href="[^"]*" lang="([^"]+)" hreflang/g)].map((match) => match[1]!)

  test('leads to those alone, and to those that stand there already', () => {
    publication.run('build', 'paper', '--format', 'html', '--edition', 'sq,en', '--out', join(publication.root, 'part'))
    expect([languages('sq'), languages('en')]).toEqual([
      ['sq', 'en'],
      ['sq', 'en'],
    ])
    publication.run('build', 'paper', '--format', 'html', '--edition', 'mk', '--out', join(publication.root, 'part'))
    expect(languages('mk')).toEqual(['sq', 'mk', 'en'])
  })
})
