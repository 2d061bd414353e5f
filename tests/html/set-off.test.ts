import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPublication, linesOf, type SmallPublication } from '../small-publication.ts'

const DOCUMENT = `---
title: A paper
kind: Policy brief
form: brief
description: A paper for the tests.
date: 2018-06-08
---

One sentence that says what follows.

## Key findings

- The first finding.
- The second.

## Summary

A text with a heading that may stand above key points.

### A smaller part

Table: The decisions

| Country | Word |
| --- | --- |
| Albania | one |

> [!NOTE]
> A note.

> A quotation.
>
> — Ana Example, director
`

let publication: SmallPublication
let page: string

beforeAll(() => {
  publication = createPublication({
    'content/publication.yaml': 'title: Tests\npublisher: The tests\neditions: [mk, en]\n',
    'content/paper/document.md': DOCUMENT,
  })
  const { status, said } = publication.run('build')
  if (status === 2) throw new Error(said)
  page = publication.read('output/en/paper/index.html')
})

afterAll(() => publication?.remove())

test('key points are set off with their heading, in every edition, and no other list or heading is', () => {
  for (const tag of ['en', 'mk']) {
    const html = publication.read(`output/${tag}/paper/index.html`)
    expect([...html.matchAll(/<(\w+)[^>]* class="[^"]*key-point[^"]*"/g)].map(([, name]) => name)).toEqual(['h2', 'ul'])
  }
})

test('contents of a web page list sections below their chapters', () => {
  const [contents] = /<nav class="contents"[^]*?<\/nav>/.exec(page)!
  expect([...contents.matchAll(/<li class="(level-\d)"><a [^>]*>([^<]*)</g)].map(([, level, words]) => [level, words])).toEqual([
    ['level-2', 'Key findings'],
    ['level-2', 'Summary'],
    ['level-3', 'A smaller part'],
  ])
})

test('a draft marks a table and its caption once', () => {
  const html = publication.read('output/mk/paper/index.html')
  const around = /A smaller part<\/h3>([^]*?)<thead>/.exec(html)![1]!
  expect(around.match(/class="draft-mark"/g)).toHaveLength(1)
})

test('all of it is printed, and conforms', async () => {
  const lines = (await linesOf(await publication.pdf('en'))).flat().map(({ text }) => text)
  for (const line of ['Key findings', 'Note', 'A note.', '— Ana Example, director']) expect(lines).toContain(line)
  expect(publication.run('verify').status).toBe(0)
})
