import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { createPublication } from '../small-publication.ts'

const document = (kind: string): string =>
  `---\ntitle: A paper\nkind: ${kind}\ndescription: It is of a kind.\ndate: 2018-06-08\n---\n\nThe text.\n`

/** A kind, the words that stand for it in Albanian, and what its date is called there. */
const KINDS = [
  ['report', 'Raport', 'Data'],
  ['summary', 'Përmbledhje', 'Data e përmbledhjes'],
  ['policy brief', 'Përmbledhje politikash', 'Data'],
  ['press release', 'Komunikatë për shtyp', 'Data'],
  ['guidelines', 'Udhëzime', 'Data'],
  ['minutes', 'Procesverbal', 'Data e procesverbalit'],
] as const

const folder = (kind: string): string => kind.replace(' ', '-')
const publication = createPublication({
  'content/publication.yaml': 'title: Papers\npublisher: The tests\ncontact: Press office, press@example.org\neditions: [en, sq]\n',
  ...Object.fromEntries(KINDS.map(([kind]) => [`content/${folder(kind)}/document.md`, document(kind)])),
  'content/own/document.md': document('Proceedings'),
  'content/mixed/document.md': document('BuildContext · Minutes'),
})
publication.run('sync')
publication.run('build', '--format', 'html')
const page = (tag: string, id: string): string => publication.read(`output/${tag}/${id}/index.html`)

afterAll(() => publication.remove())

test.each(KINDS)('a %s has its words in every language, and nobody has to translate them', (kind, words, date) => {
  expect(page('sq', folder(kind))).toContain(`<p class="kind">${words}</p>`)
  expect(page('sq', folder(kind))).toContain(`<dt>${date}</dt>`)
  expect(publication.read(`locales/sq/${folder(kind)}.json`)).not.toContain('front.kind')
})

test('any other kind is the document’s own, and is translated with it', () => {
  expect(page('en', 'own')).toContain('<p class="kind">Proceedings</p>')
  expect(publication.read('locales/sq/own.json')).toContain('"front.kind": ""')
})

test('words of one’s own are known for the kind that they name', () => {
  expect(page('en', 'mixed')).toContain('BuildContext\u00A0· Minutes')
  expect(page('en', 'mixed')).toContain('<dt>Date of the minutes</dt>')
})

test('a press release without a contact of its own has the publisher’s, with a link', () => {
  expect(page('en', 'press-release')).toMatch(/class="colophon"[^]*Press office, <a href="mailto:press@example.org"/)
  expect(readFileSync('pipeline/language/packs/sq/interface.json', 'utf8')).not.toContain('publisher.contact')
  expect(publication.read('locales/sq/site.json')).toContain('"publisher.contact": ""')
})
