import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { createPublication, ownTemplates, type SmallPublication } from '../small-publication.ts'

/** What comes with the program, and what a publication has of its own over it: each file, each text by itself. */
const PACKS = 'pipeline/language/packs'
const CONTENT = {
  'content/publication.yaml': 'title: T\npublisher: NATO\neditions: [sq, sr-Latn, en]\n',
  'content/paper/document.md': `---
title: A title
kind: Report
description: A description.
date: 2026-05-31
---

## A heading

A sentence[^1].

[^1]: A note.
`,
}

let small: SmallPublication | undefined
afterEach(() => {
  small?.remove()
  small = undefined
})

/** A publication of which nothing was translated but its documents and its publisher. */
function translated(files: Record<string, string> = {}): SmallPublication {
  const made = createPublication({ ...CONTENT, 'locales/sq/site.json': '{ "publisher": "NATO" }', ...files })
  small = made
  made.write('locales/sr-Cyrl/site.json', '{ "publisher": "НАТО" }')
  made.run('sync')
  for (const tag of ['sq', 'sr-Cyrl']) {
    const english = JSON.parse(made.read('locales/en/paper.json')) as Record<string, string>
    const [words, sentence] = tag === 'sq' ? ['Një titull', 'Një fjali'] : ['Један наслов', 'Једна реченица']
    const texts = Object.entries(english).map(([key, text]) => [
      key,
      text.replace('[^1]', '').endsWith('.') ? `${sentence}${text.includes('[^1]') ? '[^1]' : ''}.` : words,
    ])
    made.write(`locales/${tag}/paper.json`, JSON.stringify(Object.fromEntries(texts)))
  }
  made.run('sync')
  return made
}

const page = (tag: string): string => small!.read(`output/${tag}/paper/index.html`)
const textsIn = (file: string): unknown => JSON.parse(small!.read(file))
const builtIn = (tag: string): Record<string, string> =>
  JSON.parse(readFileSync(`${PACKS}/${tag}/interface.json`, 'utf8')) as Record<string, string>

test('a publication needs nothing but its content; its translators are asked for its own words alone', () => {
  small = createPublication(CONTENT)
  small.write('locales/sq/site.json', '{}')
  expect(small.run('build', '--format', 'html').status).toBe(0)
  expect(page('sq')).toContain(builtIn('sq')['notes']!)
  expect(page('sr-Latn')).toContain('Napomene')
  expect(small.run('sync').status).toBe(0)
  expect(textsIn('locales/sq/site.json')).toEqual({ publisher: '' })
  expect(textsIn('locales/ledger/en/site.json')).toEqual({ publisher: 'NATO' })
  const { said } = small.run('check', '--edition', 'sq', '--format', 'json')
  expect(said).not.toContain('interface.json')
  expect(small.run('status').said).toMatch(/^site +sq .* 0 of 1/m)
})

test('a text that one language overrides stands there alone, and is gone when its line is', () => {
  translated({ 'locales/sq/site.json': '{ "publisher": "NATO", "notes": "Shënime fundore" }' })
  small!.run('build', '--format', 'html')
  expect(page('sq')).toContain('Shënime fundore')
  expect(page('en')).toContain('Notes')
  expect(small!.run('status').said).toMatch(/^site +sq .* 2 of 2 +final$/m)
  small!.write('locales/sq/site.json', '{ "publisher": "NATO" }')
  expect(small!.run('sync').said).not.toContain('lost')
  small!.run('build', '--format', 'html')
  expect(page('sq')).toContain(`>${builtIn('sq')['notes']!}<`)
  expect(textsIn('locales/sq/site.json')).toEqual({ publisher: 'NATO' })
})

test('where the English of a text is overridden, every language is asked for it', () => {
  translated({ 'locales/en/site.json': '{ "notes": "Remarks and sources" }' })
  expect(textsIn('locales/sq/site.json')).toEqual({ notes: '', publisher: 'NATO' })
  const { status, said } = small!.run('check', '--edition', 'sq')
  expect(status).toBe(1)
  expect(said).toMatch(/locales\/sq\/site\.json:2:3.*“notes” is not translated/)
  small!.run('build', '--format', 'html')
  expect(page('en')).toContain('Remarks and sources')
  expect(page('sq')).toContain('Remarks and sources')
  expect(page('sq')).toContain(builtIn('sq')['draft.label']!)
})

test('a text of the publication’s own is held against the built-in English as any translation is', () => {
  translated({ 'locales/sq/site.json': '{ "publisher": "NATO", "page": "faqja {page} nga {all}" }' })
  const { status, said } = small!.run('check', '--edition', 'sq')
  expect([status, said]).toEqual([1, expect.stringMatching(/locales\/sq\/site\.json:\d+:\d+ .*icu-arguments/)])
})

test('a language of the publication’s own brings its interface along, and its translators are asked for the rest', () => {
  small = createPublication({
    ...CONTENT,
    'content/publication.yaml': 'title: T\npublisher: NATO\neditions: [sl]\n',
    'languages/sl/pack.yaml': 'word: jezik\n',
    'languages/sl/interface.json': '{ "notes": "Opombe", "contents": "Vsebina" }',
  })
  small.run('sync')
  small.run('build', '--format', 'html')
  expect(page('sl')).toContain('>Opombe<')
  const asked = Object.keys(textsIn('locales/sl/site.json') as object)
  expect(asked).toContain('skip')
  expect(asked).not.toContain('notes')
  small.write('languages/sl/interface.json', '{ "notes": 3 }')
  expect(small.run('build', '--format', 'html').said).toMatch(/languages\/sl\/interface\.json:1:3 .*“notes” is no text/)
})

test('a slip in a key of the interface is told with the key that was meant', () => {
  translated({ 'locales/sq/site.json': '{ "publisher": "NATO", "contnets": "Lënda" }' })
  expect(small!.run('check', '--edition', 'sq').said).toMatch(/unknown-key[^]*contnets[^]*perhaps contents/)
  small!.write('locales/en/site.json', '{ "contnets": "What is in it", "house": "Of a template of our own" }')
  const { said } = small!.run('check')
  expect(said).toMatch(/en\/site\.json:1:3 .* \[warning unknown-key]\n.*contnets\n.*perhaps contents\n/)
  expect(said).not.toMatch(/unknown-key]\n.*house/)
  expect(said).toMatch(
    /sq\/site\.json:1:1 {2}“house” is not translated.*[^]*Run .*sync: it writes a line for the translation into this file/,
  )
})

test('a partial of the publication’s own stands in the place of the built-in one, among the built-in others', () => {
  translated({
    'templates/partials/colophon.hbs': '<p>{{title}}, {{> own}}</p>\n',
    'templates/partials/own.hbs': 'printed on paper',
  })
  expect(small!.run('build', '--format', 'html').status).toBe(0)
  expect(page('sq')).toContain('printed on paper')
})

test.each([
  ['templates/partials/colofon.hbs', 'partials/colophon.hbs'],
  ['templates/colophon.hbs', 'partials/colophon.hbs'],
  ['templates/styles/pirnt.css', 'styles/print.css'],
  ['templates/styles/Print.css', 'styles/print.css'],
  ['templates/print.css', 'styles/print.css'],
  ['templates/wep.hbs', 'web.hbs'],
  ['templates/partials/cover.hbs.txt', 'partials/cover.hbs'],
  ['templates/partials/cover.html', 'partials/cover.hbs'],
])('%s, which no page uses, is told with the name that was meant', (file, meant) => {
  translated({ [file]: 'x' })
  const { status, said } = small!.run('build', '--format', 'html')
  expect([status, said]).toEqual([2, expect.stringContaining(`perhaps ${meant}`)])
  expect(said).toContain(file)
})

test.each(['templates/README.txt', 'templates/.DS_Store', 'templates/partials/.cover.hbs.swp'])('%s is nobody’s template', (file) => {
  translated({ [file]: 'x' })
  expect(small!.run('build', '--format', 'html').status).toBe(0)
})

test('own styles are all that a style sheet is, and a copy of the built-in one changes nothing', () => {
  translated()
  small!.run('build', '--format', 'html')
  const before = page('sq')
  small!.remove()
  translated(ownTemplates('styles/web.css', 'web.hbs', 'partials/colophon.hbs'))
  small!.run('build', '--format', 'html')
  expect(page('sq')).toBe(before)
})

test('the built-in texts of every language pass the checks that a publication’s do, and answer the same keys', () => {
  const tags = readdirSync(PACKS).filter((tag) => existsSync(`${PACKS}/${tag}/interface.json`))
  const keys = Object.keys(builtIn('en'))
  const own = Object.fromEntries(tags.map((tag) => [`locales/${tag}/site.json`, JSON.stringify({ ...builtIn(tag) }, null, 2)]))
  small = createPublication({
    ...CONTENT,
    'content/publication.yaml': `title: T\npublisher: NATO\neditions: [${tags.join(', ')}]\n`,
    ...own,
  })
  for (const tag of tags) expect([tag, Object.keys(builtIn(tag))]).toEqual([tag, keys])
  const { said } = small.run('check', '--format', 'json')
  const found = JSON.parse(said) as { document?: string; key?: string }[]
  expect(found.filter(({ document, key }) => document === 'site' && key !== 'publisher')).toEqual([])
})
