import { writeFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { createPublication, linesOf, png } from '../small-publication.ts'

const publication = createPublication({
  'content/publication.yaml': 'title: Papers\npublisher: A Centre\neditions: [mk, sr-Latn, en]\n',
  'content/paper/document.md': `---
title: One
kind: Paper
description: A paper.
date: 2026-05-31
---

![A map](map.png "Map 1: *the* towns")

![A plan][p]

In a line ![a sign](map.png "Sign 2") it stands.

[p]: map.png "Plan 3, see [the map](https://example.org)"
`,
  'content/paper/map.png': png(40, 20),
})
publication.run('sync')
const catalog = JSON.parse(publication.read('locales/en/paper.json')) as Record<string, string>
const keyOf = (text: string): string => Object.entries(catalog).find(([, each]) => each === text)![0]
afterAll(() => publication.remove())

test('the title of a picture is its caption: a text that is translated, in the page and in the PDF', async () => {
  expect(Object.values(catalog)).toEqual(
    expect.arrayContaining(['A map', 'Map 1: *the* towns', 'A plan', 'Plan 3, see [the map](https://example.org)']),
  )
  expect(publication.run('check', '--edition', 'mk').said).toContain('a translation of: Map 1: *the* towns')
  const serbian = {
    ...JSON.parse(publication.read('locales/sr-Cyrl/paper.json')),
    [keyOf('Map 1: *the* towns')]: 'Карта 1: *градови*',
  } as object

  writeFileSync(`${publication.root}/locales/sr-Cyrl/paper.json`, JSON.stringify(serbian))
  publication.run('build')
  const html = publication.read('output/sr-Latn/paper/index.html')
  expect(html).toMatch(/<figure><img src="map.png" alt="A map" lang="en"><figcaption>Karta 1: <em>gradovi<\/em><\/figcaption><\/figure>/)
  expect(publication.read('output/en/paper/index.html')).toContain(
    '<figcaption>Plan 3, see <a href="https://example.org">the map</a></figcaption>',
  )
  expect(publication.read('output/en/paper/index.html')).toMatch(/In a line <img[^>]*> \(Sign 2\) it stands\./)
  expect(publication.read('output/en/paper/index.html')).not.toMatch(/<img[^>]* title=/)
  const lines = (await linesOf(await publication.pdf('sr-Latn'))).flat().map(({ text }) => text)
  expect(lines).toEqual(expect.arrayContaining([expect.stringContaining('Karta 1: gradovi')]))
  const page = await (await publication.pdf('en')).getPage(1)
  expect(JSON.stringify(await page.getStructTree())).toMatch(/"role":"Figure".*"role":"Caption"/)
  expect(publication.run('verify').said).toContain('No problems')
})
