import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPublication, linesOf, type SmallPublication } from '../small-publication.ts'

/** Pictures that cannot be shown, each where one may stand: in a line, alone, by reference, on the cover, in the title. */
const DOCUMENT = `---
title: "A paper ![Logo](logo.png)"
kind: Paper
description: A paper.
date: 2026-05-31
cover: { picture: "https://example.org/street.jpg", alternative: A street }
---

## Builds ![Mark](https://example.org/mark.svg)

[![Build](https://example.org/build.svg)](https://example.org) and ![npm][npm] and ![Coverage] in a line with ![中文](https://example.org/语.png).

![A map of the towns](/assets/map.png "Map 1: The towns")

![A secret][secret]

![](drawing.svg)

- ![Alone in an item](../../../../etc/hostname.png)

| Name | Mark |
|---|---|
| One | ![In a cell](photo.heic) |

A note[^1].

[^1]: With ![a picture](%2Fetc%2Fpasswd).

[npm]: //example.org/npm.png
[coverage]: none.png "How much is tested"
[secret]: file:///etc/passwd
`

const FOUND = [
  '2:8 logo.png',
  '6:19 https://example.org/street.jpg',
  '9:11 https://example.org/mark.svg',
  '11:2 https://example.org/build.svg',
  '11:68 //example.org/npm.png',
  '11:84 none.png',
  '11:111 https://example.org/语.png',
  '13:1 /assets/map.png',
  '15:1 file:///etc/passwd',
  '17:1 drawing.svg',
  '19:3 ../../../../etc/hostname.png',
  '23:9 photo.heic',
  '27:12 %2Fetc%2Fpasswd',
]

let publication: SmallPublication

const placesIn = (said: string): string[] =>
  [...said.matchAll(/document\.md:(\d+:\d+) .*\[error picture\]\n +found +(.*)/g)].map(([, place, found]) => `${place} ${found}`)

beforeAll(() => {
  publication = createPublication({
    'content/publication.yaml': 'title: Papers\npublisher: A Centre\neditions: [en, sq, sr-Latn]\n',
    'content/paper/document.md': DOCUMENT,
    'content/paper/photo.heic': 'a photo',
  })
})

afterAll(() => publication.remove())

describe('a document with pictures that cannot be shown', () => {
  test('is synced, with the words of its pictures to translate', () => {
    expect(publication.run('sync').status).toBe(0)
    const catalog = publication.read('locales/sq/paper.json') + publication.read('locales/en/paper.json')
    for (const words of ['A map of the towns', 'Map 1: The towns', 'A secret', 'Alone in an item', 'A street'])
      expect(catalog).toContain(words)
  })

  test('is a draft, for a reason that each command tells alike, once at each place', () => {
    const checked = publication.run('check')
    expect(checked.status).toBe(1)
    expect(placesIn(checked.said).toSorted()).toEqual(FOUND.toSorted())
    const built = publication.run('build')
    expect(built.status).toBe(1)
    expect(placesIn(built.said).toSorted()).toEqual(FOUND.toSorted())
    expect(built.said).toMatch(/^en .* DRAFT: 1 with errors, 13 pictures missing .*index\.html$/m)
    expect(publication.run('status').said).toMatch(/en .*13 pictures missing +draft/)
    expect(publication.run('build', '--strict').said).toMatch(/13 of its pictures cannot be shown/)
  })

  test('is published whole, with the words of the pictures marked, and conforms', async () => {
    const page = publication.read('output/en/paper/index.html')
    expect(page.match(/Missing picture:/g)).toHaveLength(13)
    expect(page).toContain('13 pictures cannot be shown')
    expect(page).not.toMatch(/<img|<(?!script)[^>]* src="|root:/)
    const lines = (await linesOf(await publication.pdf('en'))).flat().map(({ text }) => text)
    const text = lines.join(' ').replaceAll(/\s+/g, ' ')
    for (const words of [
      'Build',
      'npm',
      'Coverage',
      '\uFFFD\uFFFD',
      'A map of the towns',
      'A secret',
      'drawing.svg',
      'Alone in an item',
      // In a note, which stands beside other lines.
      'a ',
    ])
      expect(text).toContain(`Missing picture: ${words}`)
    expect(text).toContain('Map 1: The towns')
    expect((await linesOf(await publication.pdf('sq'))).flat().some(({ text: line }) => line.includes('Figura mungon:'))).toBe(true)
    expect(publication.run('verify').said).toContain('No problems')
  })
})

test('a translation shows the pictures of its English, named in either way, and no others', () => {
  const translated = createPublication({
    'content/publication.yaml': 'title: Papers\npublisher: A Centre\neditions: [sq]\n',
    'content/paper/document.md': `${DOCUMENT.slice(0, DOCUMENT.indexOf('##'))}The ![build][b] and ![mark] are here.\n\n[b]: build.png\n[mark]: mark.png\n`,
  })
  translated.run('sync')
  const [key] = /start\.[\w-]+/.exec(translated.read('locales/sq/paper.json'))!
  const found = (text: string): string => {
    translated.write('locales/sq/paper.json', JSON.stringify({ [key]: text }))
    return /found +(.*)/.exec(translated.run('check', '--rule', 'images', '--edition', 'sq').said)?.[1] ?? ''
  }
  expect(found('Këtu janë ![ndërtimi][b] dhe ![shenja][mark].')).toBe('')
  expect(found('Këtu janë ![ndërtimi](build.png) dhe ![mark].')).toBe('')
  expect(found('Këtu janë ![ndërtimi][b] dhe shenja.')).toBe('without mark.png')
  expect(found('Këtu janë ![ndërtimi][mark] dhe ![mark].')).toBe('mark.png')
  expect(found('Këtu janë ![ndërtimi][bb] dhe ![mark].')).toBe('[bb]')
  translated.remove()
})

test('a picture by reference without words is told as any other', () => {
  const mute = createPublication({
    'content/publication.yaml': 'title: Papers\npublisher: A Centre\neditions: [en]\n',
    'content/paper/document.md': `---\ntitle: T\nkind: Paper\ndescription: D.\ndate: 2026-05-31\n---\n\nA ![][m] in a line.\n\n![ ][m]\n\n[m]: map.png\n`,
  })
  const { said } = mute.run('check', '--rule', 'alt-text')
  expect([...said.matchAll(/document\.md:(\d+:\d+) .*\n +found +(.*)/g)].map(([, place, text]) => `${place} ${text}`)).toEqual([
    '8:3 ![][m]',
    '10:1 ![][m]',
  ])
  mute.remove()
})
