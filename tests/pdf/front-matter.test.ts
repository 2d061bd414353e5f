import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPublication, linesOf, png, type Line, type SmallPublication } from '../small-publication.ts'

const DOCUMENT = `---
title: A long title of a paper that is about the languages of a region and not about its borders
subtitle: With a *subtitle*, too
authors: [Ana Example, Ben Example, Some Body]
kind: Paper
description: A paper for the tests.
date: 2018-06-08
licence: "[CC BY 4.0](https://creativecommons.org/licenses/by/4.0/), pictures excepted"
isbn: "978-0-306-40615-7"
reference: T 2018/14
cover: { picture: street.png, alternative: A street in the evening }
---

## First

One sentence.
`
const PROGRAMME = `place: Prishtina
organisers: [alpha]
framework: A framework with a name that is as long as such names are, and goes on for another line or two of the cover
organisations: { alpha: Alpha }
people:
  ana: { name: Ana Example, gender: female }
  ben: { name: Ben Example, gender: male }
days:
  - date: 2018-06-06
    sessions: [{ id: panel-1, kind: panel, chair: ana, speakers: [ben] }]
`
const MACEDONIAN = {
  'front.title': 'Долг наслов на труд што зборува за јазиците на еден регион, а не за неговите граници и меѓи',
  'front.subtitle': 'И со *поднаслов*',
  'front.licence': '[CC BY 4.0](https://creativecommons.org/licenses/by/4.0/), освен сликите',
  'front.cover': 'Улица навечер',
  'programme.people.ana.name': 'Ана Пример',
}

describe.each(['A4', 'A5', 'Letter'])('the cover on %s', (paper) => {
  let publication: SmallPublication
  const pages: Record<string, Line[][]> = {}

  beforeAll(async () => {
    publication = createPublication({
      'content/publication.yaml': `title: Tests\npublisher: The tests\npaper: ${paper}\neditions: [mk, en]\n`,
      'content/paper/document.md': DOCUMENT,
      'content/paper/programme.yaml': PROGRAMME,
      'content/paper/street.png': png(600, 400),
      'locales/mk/paper.json': JSON.stringify(MACEDONIAN),
    })
    publication.run('build')
    for (const tag of ['mk', 'en']) pages[tag] = await linesOf(await publication.pdf(tag))
  })

  afterAll(() => publication?.remove())

  test.each([
    [
      'en',
      ['With a subtitle, too', 'Ana Example', 'Ben Example', 'Some Body', '978-0-306-40615-7', 'T 2018/14', 'CC BY 4.0, pictures excepted'],
    ],
    ['mk', ['И со поднаслов', 'Ана Пример', 'Some Body', '978-0-306-40615-7', 'T 2018/14', 'CC BY 4.0, освен сликите']],
  ])('%s: says it all, with the imprint on its back, in lines that do not overlap; so does the web page', (tag, expected) => {
    const [cover, imprint] = pages[tag]! as [Line[], Line[]]
    const html = publication.read(`output/${tag}/paper/index.html`)
    const spaceless = (text: string): string => text.replaceAll(/\s/g, '')
    for (const words of expected) {
      expect(spaceless([...cover, ...imprint].map(({ text }) => text).join(''))).toContain(spaceless(words))
      expect(html.replaceAll(/<[^>]*>/g, '')).toContain(words)
    }
    const gaps = cover.slice(1).map(({ y }, index) => cover[index]!.y - y)
    expect(Math.min(...gaps)).toBeGreaterThan(5)
    expect(cover.at(-1)!.y).toBeGreaterThan(20)
    expect(pages[tag]![1]![1]!.text).not.toMatch(/CC BY|Draft|Нацрт/)
  })

  test('the draft’s band stands on the cover and on every page after it', () => {
    expect(pages['mk']!.every((page) => page.some(({ text }) => text.startsWith('Нацрт')))).toBe(true)
    expect(pages['en']!.some((page) => page.some(({ text }) => text.startsWith('Draft')))).toBe(false)
  })

  test('the picture has its words in each language, in print and on the web', async () => {
    for (const [tag, words] of [
      ['en', 'A street in the evening'],
      ['mk', 'Улица навечер'],
    ] as const) {
      const tree = JSON.stringify(await (await (await publication.pdf(tag)).getPage(1)).getStructTree())
      expect(tree).toContain(`"role":"Figure"`)
      expect(tree).toContain(words)
      expect(publication.read(`output/${tag}/paper/index.html`)).toContain(`<img src="street.png" alt="${words}">`)
    }
    expect(readFileSync(join(publication.root, 'output/mk/paper/street.png')).equals(png(600, 400))).toBe(true)
  })

  test('the authors stand in the metadata, for old viewers and for machines', async () => {
    const { info, metadata } = (await (await publication.pdf('mk')).getMetadata()) as unknown as {
      info: Record<string, string>
      metadata: Map<string, unknown> & { get(name: string): unknown }
    }
    expect(info['Author']).toBe('Ана Пример; Ben Example; Some Body')
    expect(metadata.get('dc:creator')).toEqual(['Ана Пример', 'Ben Example', 'Some Body'])
  })
})
