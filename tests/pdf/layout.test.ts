import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPublication, linesOf, png, type Line, type SmallPublication } from '../small-publication.ts'

const POINTS_PER_MILLIMETRE = 72 / 25.4
const PAPERS = [
  ['A4', 210, 297],
  ['A5', 148, 210],
  ['Letter', 215.9, 279.4],
] as const

const PROSE =
  'What is printed in one country of the region is read in the next, and whoever looks for its sources has to follow the language and not the border, since it is the language that holds such a space together for those who read and write in it.'
const SECTIONS = Array.from({ length: 14 }, (_, index) => {
  const text = Array.from({ length: 1 + (index % 4) }, () => PROSE).join('\n\n')
  return `## Section ${index + 1}\n\n${text}\n\nThere are three kinds of it:\n\n- the first kind, said in a few words;\n- the second;\n- the third.`
})
const ROWS = Array.from(
  { length: 70 },
  (_, row) => `| row ${row + 1} | begins ${row + 1} and goes on for more than a line of its narrow cell, until it ends ${row + 1} |`,
)
const DOCUMENT = `---
title: A paper with everything
kind: Paper
description: A paper for the tests.
date: 2018-06-08
---

${SECTIONS.join('\n\n')}

## Table

| Number | Words |
| --- | --- |
${ROWS.join('\n')}

## Picture

${PROSE}

![A high picture](high.png)

${PROSE}
`
const PEOPLE = Array.from({ length: 30 }, (_, index) => `person-${index + 1}`)
const PROGRAMME = `place: Prishtina
organisers: [alpha]
framework: A framework
organisations: { alpha: Alpha }
people:
${PEOPLE.map((id, index) => `  ${id}: { name: Speaker Number${index + 1}, gender: female, role: ${index % 3 ? 'Researcher' : 'Head of a section with a name that goes on for more than a line of the page'}, organisation: alpha }`).join('\n')}
days:
  - date: 2018-06-06
    sessions:
${[1, 2, 3, 4]
  .map(
    (panel) =>
      `      - { id: panel-${panel}, kind: panel, subject: The subject of panel ${panel}, chair: person-${panel}, speakers: [${PEOPLE.slice(panel * 6, panel * 6 + 6).join(', ')}] }`,
  )
  .join('\n')}
      - { id: panel-5, kind: panel, subject: The subject of panel 5, chair: person-1, speakers: [${PEOPLE.slice(1).join(', ')}] }
`

describe.each(PAPERS)('on %s', (paper, width, height) => {
  let publication: SmallPublication
  let pages: Line[][]
  let sizes: number[][]
  const text = (page: readonly Line[]): string => page.map((line) => line.text).join('\n')
  /** What stands between the running head and the foot. */
  const between = (page: readonly Line[]): Line[] =>
    page.filter(({ text: words }) => !/^A paper with everything|page \d+ of \d+$/.test(words))

  beforeAll(async () => {
    publication = createPublication({
      'content/publication.yaml': `title: Tests\npublisher: The tests\npaper: ${paper}\neditions: [en]\n`,
      'content/paper/document.md': DOCUMENT,
      'content/paper/programme.yaml': PROGRAMME,
      'content/paper/high.png': png(300, 1200),
    })
    const { status, said } = publication.run('build')
    if (status !== 0) throw new Error(said)
    const pdf = await publication.pdf('en')
    pages = await linesOf(pdf)
    sizes = await Promise.all(pages.map(async (_, index) => (await pdf.getPage(index + 1)).view.slice(2)))
  })

  afterAll(() => publication?.remove())

  test('every page has the size of the paper, and the cover is one page', () => {
    for (const [x, y] of sizes) {
      expect(Math.abs(x! - width * POINTS_PER_MILLIMETRE)).toBeLessThan(1)
      expect(Math.abs(y! - height * POINTS_PER_MILLIMETRE)).toBeLessThan(1)
    }
    expect(text(pages[0]!)).toContain('A paper with everything')
    expect(text(pages[1]!)).toContain('Contents')
  })

  test('lines of the text hold 60 to 70 characters, and nothing stands outside the page', () => {
    const full = pages.flatMap((page) =>
      page.filter(({ text: words }) => /[a-z]{3}.* .*[a-z]-?$/.test(words) && PROSE.includes(words.slice(0, 30))),
    )
    expect(full.length).toBeGreaterThan(40)
    const mean = full.reduce((sum, line) => sum + line.text.length, 0) / full.length
    expect(mean).toBeGreaterThan(58)
    expect(mean).toBeLessThan(72)
    for (const { left, right } of pages.flat()) {
      expect(left).toBeGreaterThan(10 * POINTS_PER_MILLIMETRE)
      expect(right).toBeLessThan((width - 9) * POINTS_PER_MILLIMETRE)
    }
  })

  test('no heading, and nothing that leads to a list, stands at a page’s foot; no line stands alone', () => {
    const inner = pages.slice(1).map(between)
    for (const page of inner.slice(0, -1))
      expect(page.at(-1)!.text).not.toMatch(/^(?:Section \d+|There are three kinds of it:|Table|Picture|Programme)$/)
    const starts = inner.map((page) => page[0]!.text)
    // The last line of the passage alone, or its first.
    expect(starts.filter((line) => /^(?:such a space|those who|read and write|and write)/.test(line) && line.endsWith('in it.'))).toEqual(
      [],
    )
    const feet = inner.slice(0, -1).map((page) => page.slice(-2).map(({ text: words }) => words))
    expect(feet.filter(([before, last]) => last!.startsWith('What is printed') && !before!.startsWith('What'))).toEqual([])
  })

  test('no paragraph leaves a line alone, however short it is', async () => {
    const short = createPublication({
      'content/publication.yaml': `title: Tests\npublisher: The tests\npaper: ${paper}\neditions: [en]\n`,
      'content/paper/document.md': `---\ntitle: A paper\nkind: Paper\nform: brief\ndescription: A paper.\ndate: 2018-06-08\n---\n\n## One\n\n${Array.from(
        { length: 60 },
        (_, index) => `Begins ${index}: ${PROSE.slice(0, 110 + ((index * 7) % 90)).replace(/ \S*$/, '')} ends ${index}.`,
      ).join('\n\n')}\n`,
    })
    short.run('build')
    const printed = (await linesOf(await short.pdf('en'))).map((page) => page.filter(({ text: words }) => !/^page \d/.test(words)))
    short.remove()
    expect(printed.length).toBeGreaterThan(3)
    for (const page of printed.slice(1)) expect(page.slice(0, 2).some(({ text: words }) => words.startsWith('Begins'))).toBe(true)
  })

  test('a table goes on between rows, with its head on each page', () => {
    const holding = pages.filter((page) => /^row \d+ /m.test(text(page)))
    expect(holding.length).toBeGreaterThan(1)
    for (const page of holding) expect(text(page)).toMatch(/^Number\s+Words$/m)
    for (let row = 1; row <= 70; row++) {
      const begins = pages.findIndex((page) => text(page).includes(`begins ${row} and`))
      expect(text(pages[begins]!)).toMatch(new RegExp(`ends ${row}\\b`))
    }
  })

  test('a session stays whole where a page holds it; a longer one goes on overleaf between speakers', () => {
    const programme = pages.slice(pages.findLastIndex((page) => /^Programme$/m.test(text(page))))
    expect(text(programme[0]!)).toMatch(/Programme\n[\s\S]*Day one/)
    // It begins on a page of its own only where the text leaves less than most of the one before.
    const before = pages.at(pages.length - programme.length - 1)!
    if (between(programme[0]!)[0]!.text === 'Programme')
      expect(between(before).at(-1)!.y).toBeLessThan(height * 0.65 * POINTS_PER_MILLIMETRE)
    const bodies = programme.map(between)
    for (const page of bodies.slice(0, -1)) {
      expect(page.at(-1)!.text).not.toMatch(/^(?:Panel \d|Chair|Speakers|The subject)/)
    }
    // A page that begins in the middle of a session tells which.
    expect(bodies.slice(1).some((page) => !/^(?:Day|Panel)/.test(page[0]!.text) || page[0]!.text.startsWith('Panel 5'))).toBe(true)
    for (const [index, page] of bodies.slice(1).entries())
      if (!/^(?:Day|Panel)/.test(page[0]!.text)) {
        const labelled = bodies
          .slice(0, index + 1)
          .flat()
          .findLast(({ text: words }) => /^Panel \d/.test(words))
        expect(
          page
            .slice(0, 2)
            .map(({ text: words }) => words)
            .join(' '),
        ).toContain(/^Panel \d/.exec(labelled!.text)![0])
      }
    for (const page of bodies.slice(1))
      expect(page.filter(({ text: words }) => words.startsWith('Speaker Number')).length).toBeGreaterThan(1)
  })
})
