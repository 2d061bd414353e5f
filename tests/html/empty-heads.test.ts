import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPublication, type SmallPublication } from '../small-publication.ts'

let publication: SmallPublication

beforeAll(() => {
  publication = createPublication({
    'content/publication.yaml': 'title: Papers\npublisher: A Centre\neditions: [en]\nformats: [html, pdf, docx]\n',
    'content/paper/document.md': `---
title: One
kind: Paper
description: A paper.
date: 2026-05-31
---

|  |  |
| --- | --- |
| Name | Ana |
| Town | Peja |

|  | 2025 |
| --- | --- |
| Peja | 12 |
`,
  })
  publication.run('sync')
  publication.run('build')
})
afterAll(() => publication?.remove())

test('a head that is empty is none, one with a word is', () => {
  const html = publication.read('output/en/paper/index.html')
  const tables = [...html.matchAll(/<table>([\s\S]*?)<\/table>/g)].map(([, table]) => table!)
  expect(tables.map((table) => table.includes('<th'))).toEqual([false, true])
  expect(tables[0]).toMatch(/Name[\s\S]*Ana[\s\S]*Town[\s\S]*Peja/)
})

test('print has the rows without it, and conforms', async () => {
  const structure = JSON.stringify(await (await (await publication.pdf('en')).getPage(1)).getStructTree())
  const [first, second] = structure.split('"role":"Table"').slice(1)
  expect([first!.split('"role":"TR"').length - 1, first!.includes('"role":"TH"')]).toEqual([2, false])
  expect([second!.split('"role":"TR"').length - 1, second!.includes('"role":"TH"')]).toEqual([2, true])
  expect(publication.run('verify').said).toContain('No problems')
})
