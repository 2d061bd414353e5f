import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPublication, linesOf, png, type SmallPublication } from '../small-publication.ts'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

const DOCUMENT = `---
title: A title
kind: report
description: A description.
date: 2026-05-31
---

## A heading

A text[^1] with [a place](#a-heading), and [a table](../wide/document.md).

1. The first item
2. The second item

![Two fields](picture.png "A caption")

Table: The numbers

| Name | Number |
| --- | --- |
| One | 1 |

> [!NOTE]
> A callout.

\`\`\`
code
\`\`\`

[^1]: A note.
`
const settings = (parallel: string): string =>
  `title: Papers\npublisher: NATO\neditions: [sq, mk, en]\n${parallel}url: https://example.org/\n`

const rowOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
const NUMBERS = Array.from({ length: 24 }, (_, at) => String(at + 1))
/** A table that is too wide for print in Albanian alone. */
const WIDE = `---\ntitle: A table\nkind: report\ndescription: A description.\ndate: 2026-05-31\n---\n\n${rowOf(NUMBERS.map((at) => `a${at}`))}${rowOf(NUMBERS.map(() => '---'))}${rowOf(NUMBERS.map((at) => `b${at}`))}`

let small: SmallPublication
beforeAll(() => {
  small = createPublication({
    'content/publication.yaml': settings('parallel: [[mk, en], [sq, mk, en]]\n'),
    'content/paper/document.md': DOCUMENT,
    'content/paper/picture.png': png(40, 20),
    'content/wide/document.md': WIDE,
  })
  small.run('sync')
  const translate = (tag: string, document: string, translated: (text: string) => string): void => {
    const english = Object.entries(JSON.parse(small.read(`locales/en/${document}.json`)) as Record<string, string>)
    small.write(
      `locales/${tag}/${document}.json`,
      JSON.stringify(Object.fromEntries(english.map(([key, text]) => [key, translated(text)]))),
    )
  }
  for (const [tag, word] of [
    ['mk', 'Текст'],
    ['sq', 'Tekst'],
  ] as const)
    translate(tag, 'paper', (text) => text.replace(/^(?!\d)\w+( \w+)?/, word))
  translate('mk', 'wide', (text) => text)
  translate('sq', 'wide', (text) => text.replace(/^[ab](?=\d)/, 'STRAIGHTFORWARDNESS'))
  small.run('sync')
  small.run('build')
})
afterAll(() => small.remove())

const page = (columns: string): string => small.read(`output/parallel/${columns}/paper/index.html`)

test('each block and each item stands beside what says the same, in its language', () => {
  const rows = page('mk+en')
    .split('<article')[1]!
    .split('</article')[0]!
    .split('<div class="row')
    .slice(1)
    .map((row) => [...row.matchAll(/<div class="cell" lang="([^"]+)">|<div lang="([^"]+)" class="cell">/g)].map(([, a, b]) => a ?? b))
  // A heading, a text, two items, a callout.
  expect(rows).toHaveLength(5)
  expect(new Set(rows.map((row) => row.slice(0, 2).join()))).toEqual(new Set(['mk,en']))
  expect(page('mk+en')).toMatch(/<ol start="2">\s*<li>Текст item/)
  // What has no language stands once.
  expect(page('mk+en').match(/<pre>/g)).toHaveLength(1)
})

test('a table is one, whose cells say the same in each language, and what is the same in all once', () => {
  const [table] = /<table>[^]*<\/table>/.exec(page('mk+en'))!
  expect(table).toMatch(/<th><div lang="mk" class="cell">Текст<\/div><div lang="en" class="cell">Name<\/div><\/th>/)
  expect(table).toMatch(/<td[^>]*>1<\/td>/)
  expect(table).toMatch(/<caption><span lang="mk"[^>]*>Текст.1: [^<]*<\/span><br>\s*<span lang="en"[^>]*>Table.1: /)
  // Labels are in the words of their column.
  expect(page('mk+en')).toMatch(/lang="mk"[^]*alert-label">Забелешка<[^]*lang="en"[^]*alert-label">Note</)
})

test('a picture that is the same in all languages stands once, described and captioned in each', () => {
  const [figure] = /<figure[^]*<\/figure>/.exec(page('mk+en'))!
  expect(page('mk+en').match(/<figure/g)).toHaveLength(1)
  expect(figure).toMatch(
    /^<figure[^>]*><img[^>]* alt="Текст · Two fields"[^>]*><figcaption><div lang="mk" class="cell">[^]*Текст[^]*<div lang="en" class="cell">[^]*A caption/,
  )
})

test('what is said of a document at its head and its end stands in each language', async () => {
  expect(page('mk+en')).toMatch(/<dt>Датум<\/dt><dd>31.мај.2026[^]*<dt>Date<\/dt><dd>31.May.2026/)
  const path = join(small.root, 'output/parallel/mk+en/paper/paper.mk+en.pdf')
  const lines = (await linesOf(await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise)).flat()
  expect(lines.map(({ text }) => text)).toContainEqual(expect.stringMatching(/^31.мај.2026.г\.?.·.31.May.2026$/))
  expect(lines.map(({ text }) => text).join('\n')).toMatch(/example\.org\/mk\/about\.html[^]*example\.org\/en\/about\.html/)
})

test('the contents have each heading in all languages', () => {
  expect(page('sq+mk+en')).toMatch(/<li class="level-2"><a href="#s-a-heading">(?:<span[^>]*>(?:<span[^>]*>)?[^<]+(?:<\/span>)+ ?){3}<\/a>/)
  expect(page('mk+en')).toMatch(/<a href="#s-a-heading">[^\n]*<span class="other" lang="en">A heading<\/span><\/a>/)
})

test('no place has the name of another, a link stays in its column, and a note has one number', async () => {
  const text = page('sq+mk+en')
  const ids = [...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  expect([...text.matchAll(/<a href="#(a-heading[^"]*|s-[^"]*)">a place/g)].map(([, id]) => id!.replace(/^.*?(\.\w+)?$/, '$1'))).toEqual(['', '.mk', '.en']) // prettier-ignore
  expect(new Set([...text.matchAll(/data-footnote-ref[^>]*>(\d+)</g)].map(([, number]) => number))).toEqual(new Set(['1']))
  const { results } = await new HtmlValidate({ extends: ['html-validate:standard'] }).validateString(text)
  expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId} ${message}`))).toEqual([])
})

test('its PDF conforms, and is read by what says the same', async () => {
  expect(small.run('verify').said).toContain('No problems')
  const path = join(small.root, 'output/parallel/mk+en/paper/paper.mk+en.pdf')
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise
  const lines = (await linesOf(pdf)).flat().map(({ text }) => text)
  expect(lines.some((line) => /Текст item.*The second item/.test(line))).toBe(true)
  const read: string[] = []
  for (let at = 1; at <= pdf.numPages; at++) {
    const { items } = await (await pdf.getPage(at)).getTextContent()
    read.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
  }
  const whole = read.join(' ').replaceAll(/\s+/g, ' ')
  expect(whole.indexOf('Текст item')).toBeLessThan(whole.indexOf('The first item'))
  expect(whole.indexOf('The first item')).toBeLessThan(whole.lastIndexOf('Текст item'))
  expect(whole.lastIndexOf('Текст item')).toBeLessThan(whole.indexOf('The second item'))
})

test('it has a card that is shown where it is shared', () => {
  expect(existsSync(join(small.root, 'output/parallel/mk+en/paper/paper.mk+en.card.png'))).toBe(true)
  expect(page('mk+en')).toContain('<meta property="og:image" content="https://example.org/parallel/mk%2Ben/paper/paper.mk%2Ben.card.png">')
  expect(page('mk+en')).toMatch(/<meta property="og:title" content="Текст[^"]* \/ A title">/)
})

test('no page leads to an edition that could not be printed, alone or beside others', () => {
  expect(existsSync(join(small.root, 'output/sq/wide'))).toBe(false)
  for (const tag of ['mk', 'en']) {
    const text = small.read(`output/${tag}/wide/index.html`)
    expect(text).toContain('href="../../parallel/mk+en/wide/index.html"')
    expect(text).not.toMatch(/href="[^"]*sq[^"]*\/wide/)
  }
  expect(page('mk+en')).toContain('href="../../../sq/paper/index.html"')
  // Another document leads to the edition in the source’s language instead.
  expect(small.read('output/mk/paper/index.html')).toContain('href="../wide/index.html"')
  expect(small.read('output/sq/paper/index.html')).toContain('href="../../en/wide/index.html"')
})

test('editions and libraries lead to it, and the manifest tells of it', () => {
  const name = 'parallel/mk+en/paper'
  expect(small.read('output/mk/paper/index.html')).toContain(`href="../../${name}/index.html"`)
  expect(small.read('output/sq/paper/index.html')).not.toContain(`href="../../${name}/index.html"`)
  expect(small.read('output/mk/index.html')).toContain(`href="../${name}/index.html"`)
  const { facts } = JSON.parse(small.read('output/manifest.json')) as { facts: Record<string, { beside?: string[] }> }
  expect(facts[name]!.beside).toEqual(['en'])
  // A build of one language makes it anew, and keeps what it is no column of.
  small.write('content/paper/document.md', DOCUMENT.replace('The second item', 'The other item'))
  small.run('sync')
  expect(small.run('build', '--format', 'html', '--edition', 'en')).toMatchObject({ status: 0 })
  expect(page('mk+en')).toContain('The other item')
  expect(existsSync(join(small.root, 'output/parallel/mk+en/paper/paper.mk+en.pdf'))).toBe(true)
})

test('it goes when its line goes, and a pair of an edition that there is not is told with its line', () => {
  small.write('content/publication.yaml', settings('parallel: [[mk, sr-Latn]]\n'))
  const { status, said } = small.run('build', '--format', 'html')
  expect(status).toBe(2)
  expect(said).toMatch(/content\/publication\.yaml:4:17[^]*cannot stand beside another[^]*“sr-Latn”[^]*one of sq, mk, en/)
  small.write('content/publication.yaml', settings('parallel: [[mk]]\n'))
  expect(small.run('build', '--format', 'html').said).toContain('two or three tags of editions')
  small.write('content/publication.yaml', settings(''))
  expect(small.run('build', '--format', 'html').status).toBeLessThan(2)
  expect(existsSync(join(small.root, 'output/parallel'))).toBe(false)
})
