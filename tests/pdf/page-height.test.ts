import { afterAll, expect, test } from 'vitest'
import { createPublication, linesOf } from '../small-publication.ts'

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
const SENTENCE = 'The conference brought together officials of governments, researchers and people of civil society, who stayed. '

const NOTE = `This note is long enough for the foot of a page. ${'It goes on for a while, as notes do that say something of their own. '.repeat(5)}`

/** A table, of which a paragraph ends the page by less than a pixel; a note is called overleaf, the further on the later the document. */
const document = (at: number): string => `---
title: A table and a note
kind: Report
form: report
description: Its page ends with a line.
date: 2018-06-08
---

${row(['Place', 'Body', 'Number'])}${row(['---', '---', '--:'])}${Array.from({ length: 31 }, (_, index) => row([`Place ${index}`, 'Prosecutor', String(index)])).join('')}
Source: reports.

${SENTENCE.repeat(10)}

${SENTENCE.repeat(at)}[^1] ${SENTENCE.repeat(60)}

[^1]: ${NOTE}
`
const DOCUMENTS = Array.from({ length: 8 }, (_, at) => `paper-${at + 1}`)
const publication = createPublication({
  'content/publication.yaml': 'title: Tests\npublisher: The tests\neditions: [en]\n',
  ...Object.fromEntries(DOCUMENTS.map((name, at) => [`content/${name}/document.md`, document(at + 1)])),
})

afterAll(() => publication.remove())

test('a text is parted for its notes where the print parts it, to the pixel: nothing stands below the notes of a page', async () => {
  publication.run('build')
  for (const name of DOCUMENTS) {
    const lines = (await linesOf(await publication.pdf('en', name))).find((page) => page.some(({ text }) => text.includes('This note')))!
    const note = lines.findIndex(({ text }) => text.includes('This note'))
    expect(lines.slice(0, note).length).toBeGreaterThan(5)
    expect(lines.slice(note).filter(({ text }) => /conference|officials|researchers/.test(text))).toEqual([])
  }
})

test.each(['A4', 'A5', 'Letter'])('notes at the foot of the last page add none on %s', async (paper) => {
  const last = createPublication({
    'content/publication.yaml': `title: Tests\npublisher: The tests\npaper: ${paper}\neditions: [en]\n`,
    'content/paper/document.md': `---\ntitle: A note\nkind: Report\nform: report\ndescription: D.\ndate: 2018-06-08\n---\n\n${SENTENCE.repeat(30)}[^1] ${SENTENCE.repeat(3)}\n\n[^1]: ${NOTE}\n`,
  })
  last.run('build')
  const pages = await linesOf(await last.pdf('en'))
  last.remove()
  expect(pages.at(-1)!.some(({ text }) => text.includes('This note'))).toBe(true)
})
