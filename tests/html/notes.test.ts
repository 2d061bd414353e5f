import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPublication, linesOf, type Line, type SmallPublication } from '../small-publication.ts'

const DOCUMENT = `---
title: A paper
kind: Paper
description: A paper for the tests.
date: 2018-06-08
form: report
---

## First

The report was launched in November[^1].

The office is in Prishtina.

[^1]: It has *five* chapters.
`
const KEYS = {
  heading: 'first.heading',
  report: 'first.the-report-was-launched-in',
  office: 'first.the-office-is-in-prishtina',
  note: 'first.it-has-five-chapters',
}
const FRONT = { 'front.title': 'Рад', 'front.kind': 'Рад', 'front.description': 'Рад за пробе.' }

describe('notes', () => {
  let publication: SmallPublication
  const pages: Record<string, Line[][]> = {}
  const body = (tag: string): string =>
    pages[tag]!.slice(1)
      .flat()
      .map(({ text }) => text.replaceAll(/ (?=[.:])/g, ''))
      .join('\n')
  const html = (tag: string): string => publication.read(`output/${tag}/paper/index.html`)

  beforeAll(async () => {
    publication = createPublication({
      'content/publication.yaml': 'title: Tests\npublisher: The tests\neditions: [sr-Cyrl, sr-Latn, sq, en]\n',
      'content/paper/document.md': DOCUMENT,
      'locales/sr-Cyrl/paper.json': JSON.stringify({
        ...FRONT,
        [KEYS.heading]: 'Прво',
        [KEYS.report]: 'Извештај[^notes.kcss] је представљен у новембру[^1].',
        [KEYS.office]: 'Канцеларија је у Приштини.',
        [KEYS.note]: 'Има *пет* поглавља.',
        'notes.kcss': 'Напомена преводиоца: издао га је *КЦБС*.',
      }),
      'locales/sq/paper.json': JSON.stringify({
        'front.title': 'Punim', 'front.kind': 'Punim', 'front.description': 'Punim për provat.',
        [KEYS.heading]: 'E para',
        [KEYS.report]: 'Raporti u prezantua në nëntor[^1].',
        [KEYS.office]: 'Zyra është në Prishtinë.',
        [KEYS.note]: 'Ka *pesë* kapituj.',
      }),
    }) // prettier-ignore
    publication.run('sync')
    const { said } = publication.run('build')
    if (/DRAFT|error/.test(said)) throw new Error(said)
    for (const tag of ['sr-Cyrl', 'sr-Latn', 'sq', 'en']) pages[tag] = await linesOf(await publication.pdf(tag))
  })

  afterAll(() => publication?.remove())

  test('a document’s note stands translated in every edition: in print on the page of its call, on the web at the end', () => {
    expect(body('sq')).toMatch(/Raporti u prezantua në nëntor\./)
    expect(body('sq')).toMatch(/^1 ?Ka pesë kapituj\./m)
    expect(body('en')).toMatch(/^1 ?It has five chapters\./m)
    expect(body('en')).not.toMatch(/^Notes/m)
    expect(html('sq')).toMatch(/<li id="fn-1">\s*<p>Ka <em>pesë<\/em> kapituj\./m)
  })

  test('a translator’s note stands in its edition and in the script derived from it, in the order of the calls', () => {
    expect(body('sr-Cyrl')).toMatch(/1 ?Напомена преводиоца:[\s\S]*2 ?Има пет поглавља\./)
    expect(body('sr-Latn')).toMatch(/1 ?Napomena prevodioca:[\s\S]*2 ?Ima pet poglavlja\./)
    for (const tag of ['sq', 'en']) expect(html(tag)).not.toMatch(/notes\.kcss|fn-notes/)
  })

  test('calls and notes lead to each other, in print by their numbers', async () => {
    expect(html('sr-Cyrl')).toMatch(/<sup><a href="#fn-notes\.kcss" id="fnref-notes\.kcss"/)
    expect(html('sr-Cyrl')).toMatch(/<li id="fn-notes\.kcss">[\s\S]*?<a href="#fnref-notes\.kcss"/)
    expect(body('sr-Cyrl')).not.toContain('↩')
    const pdf = await publication.pdf('sr-Cyrl')
    const links = (await Promise.all(pages['sr-Cyrl']!.map(async (_, index) => (await pdf.getPage(index + 1)).getAnnotations()))).flat()
    const targets = links.flatMap(({ dest }: { dest?: string }) => dest ?? [])
    expect(targets).toContain('fn-notes.kcss')
    for (const target of targets) expect(await pdf.getDestination(target)).not.toBeNull()
  })

  test('a call is smaller than the text and stands higher, without parting its lines', () => {
    const lines = pages['en']!.slice(1).flat()
    const text = lines.find((line) => line.text.startsWith('The report'))!
    const call = lines.find((line) => line.text === '1' && line.y > text.y)!
    expect(call.y - text.y).toBeLessThan(6)
    expect(call.left).toBeGreaterThan(text.left + 50)
  })

  test('sync keeps a note, also when the English around it changes; the ledger knows nothing of it', () => {
    const before = publication.read('locales/sr-Cyrl/paper.json')
    expect(JSON.parse(before)).toHaveProperty(['notes.kcss'])
    publication.run('sync')
    expect(publication.read('locales/sr-Cyrl/paper.json')).toBe(before)
    expect(publication.read('locales/ledger/sr-Cyrl/paper.json')).not.toContain('notes.kcss')
    expect(publication.run('check').said).not.toMatch(/notes|footnotes|parity|unknown-key/)
  })
})
