import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { usualCommands } from '../commands.ts'

const root = mkdtempSync(join(tmpdir(), 'editions-between-'))
const commands = usualCommands()
const sync = () => commands.run(['--root', root, 'sync']).stdout
afterAll(() => rmSync(root, { recursive: true }))

const FRONT = '---\ntitle: A paper\nkind: Report\ndescription: A paper for a test.\ndate: 2018-06-08\n---\n'
const FIRST = '## What was said\n\nNineteen people spoke on the first day of the conference.'
const SECOND = '## What was asked\n\nSeveral people asked how long it takes to learn a language.\n\nYes.'
/** A translation of a text: its words, each with a sign of the language. */
const translated = (text: string): string => text.replaceAll(/\p{L}+/gu, (word) => `${word}ë`)

type Texts = Record<string, string>
const file = (tag: string, id: string): string => join(root, `locales/${tag}/${id}.json`)
const read = (tag: string, id: string): Texts => JSON.parse(readFileSync(file(tag, id), 'utf8')) as Texts

function write(id: string, ...sections: readonly string[]): void {
  mkdirSync(join(root, 'content', id), { recursive: true })
  writeFileSync(join(root, 'content', id, 'document.md'), `${FRONT}\n${sections.join('\n\n')}\n`)
}

function translate(id: string, translationOf = translated): void {
  const english = read('en', id)
  writeFileSync(
    file('sq', id),
    JSON.stringify(Object.fromEntries(Object.entries(english).map(([key, text]) => [key, translationOf(text)]))),
  )
}

/** The translations of a document by their English, those of the front matter aside. */
function translations(id: string): Texts {
  const english = read('en', id)
  const own = Object.entries(read('sq', id)).filter(([key]) => !key.startsWith('front.'))
  return Object.fromEntries(own.map(([key, text]) => [english[key]!, text]))
}

const all = (...sections: readonly string[]): Texts => {
  const texts = sections.flatMap((section) => section.split('\n\n').map((block) => block.replace(/^## /, '')))
  return Object.fromEntries(texts.map((text) => [text, translated(text)]))
}

beforeEach(() => {
  for (const part of ['content', 'locales']) rmSync(join(root, part), { recursive: true, force: true })
  mkdirSync(join(root, 'content'))
  writeFileSync(join(root, 'content/publication.yaml'), 'title: Papers\npublisher: A publisher\neditions: [sq, en]\n')
  write('first', FIRST, SECOND)
  write('second', '## Another\n\nThis paper has a paragraph of its own, and no more.')
  sync()
  translate('first')
  translate('second')
  sync()
})

test('a section that moves into another document brings its translations, short ones too', () => {
  write('first', FIRST)
  write('second', '## Another\n\nThis paper has a paragraph of its own, and no more.', SECOND)
  expect(sync()).toContain('second: 3 texts have come from first, with their translations.')
  expect(translations('second')).toMatchObject(all(SECOND))
  expect(translations('first')).toEqual(all(FIRST))
  expect(sync()).toContain('Nothing to do')
})

test('so does a part of a document that becomes one of its own, also where the former was synced before', () => {
  write('first', FIRST)
  sync()
  write('third', SECOND)
  expect(sync()).toContain('third: 3 texts have come from first, with their translations.')
  expect(translations('third')).toEqual(all(SECOND))
})

test('so does a document whose text another has taken over', () => {
  rmSync(join(root, 'content/first'), { recursive: true })
  write('second', '## Another\n\nThis paper has a paragraph of its own, and no more.', FIRST, SECOND)
  expect(sync()).toMatch(/second: 5 texts have come from first, with their translations\.[^]*first\.json belong to no document/)
  expect(translations('second')).toMatchObject(all(FIRST, SECOND))
  expect(sync()).not.toContain('have come from')
})

test('a review comes along, and a translation of a former source does not', () => {
  const [first = '', second = ''] = Object.entries(read('en', 'first')).flatMap(([key, text]) => (/spoke|Several/.test(text) ? [key] : []))
  commands.run(['--root', root, 'review', '--edition', 'sq', '--by', 'A reader', first])
  const edited = SECOND.replace('Several', 'Very few')
  write('first', FIRST, edited)
  sync()
  expect(read('sq', 'first')[second]).toContain('Severalë')
  rmSync(join(root, 'content/first'), { recursive: true })
  write('second', FIRST, edited)
  sync()
  const now = translations('second')
  expect(now['Nineteen people spoke on the first day of the conference.']).toContain('Nineteenë')
  expect(now['Very few people asked how long it takes to learn a language.']).toBe('')
  expect(readFileSync(join(root, 'locales/ledger/sq/second.json'), 'utf8')).toContain('A reader')
})

test('a question comes along with the text that it is about, and stays with its former place', () => {
  const key = Object.entries(read('en', 'first')).find(([, text]) => text.startsWith('Several'))![0]
  mkdirSync(join(root, 'locales/notes'), { recursive: true })
  const question = { key, question: 'Which language?', in: 'sq', on: '2026-05-30' }
  writeFileSync(join(root, 'locales/notes/first.json'), JSON.stringify({ questions: [question] }))
  write('first', FIRST)
  write('third', '## Elsewhere', SECOND)
  sync()
  const moved = Object.entries(read('en', 'third')).find(([, text]) => text.startsWith('Several'))![0]
  const questions = (id: string): unknown => JSON.parse(readFileSync(join(root, `locales/notes/${id}.json`), 'utf8'))
  expect(questions('third')).toEqual({ questions: [{ ...question, key: moved }] })
  expect(questions('first')).toEqual({ questions: [question] })
  expect(sync()).toContain('Nothing to do')
})

test('a document that was copied has the translations of the original, to be reviewed anew', () => {
  const more = '## What was done\n\nThe office wrote a report about it.\n\nIt has been sent to all who came.'
  write('first', FIRST, SECOND, more)
  sync()
  translate('first')
  sync()
  commands.run(['--root', root, 'review', '--edition', 'sq', '--by', 'A reader', '--document', 'first', '--all'])
  const edited = SECOND.replace('Several people', 'Very few people')
  write('copy', FIRST, edited, more)
  expect(sync()).toContain('copy is a copy of first:')
  const now = translations('copy')
  expect(now).toMatchObject(all(FIRST, more))
  expect(now['Yes.']).toBe('Yesë.')
  expect(now['Very few people asked how long it takes to learn a language.']).toBe('')
  expect(translations('first')).toEqual(all(FIRST, SECOND, more))
  expect(readFileSync(join(root, 'locales/ledger/sq/copy.json'), 'utf8')).not.toContain('A reader')
  expect(sync()).toContain('Nothing to do')
})

test('a new document with a paragraph of another is no copy of it', () => {
  write('third', FIRST, '## More\n\nA text of its own, which stands nowhere else.\n\nAnd another text of its own, for this one alone.')
  expect(sync()).not.toContain('is a copy of')
})

test('what may be another text stays empty', () => {
  // Headings and cells alone, and a paragraph that stands in both.
  write('first', FIRST)
  write('second', '## What was asked\n\nYes.', FIRST)
  expect(sync()).not.toContain('have come from')
  expect(Object.values(translations('second')).every((text) => text === '')).toBe(true)
})

test('what two documents translate differently stays empty', () => {
  write('second', SECOND)
  sync()
  translate('second', (text) => `${translated(text)} ë`)
  sync()
  for (const id of ['first', 'second']) write(id, FIRST)
  sync()
  write('third', SECOND)
  expect(sync()).not.toContain('have come from')
})

test('what a translator has taken away does not come back', () => {
  write('second', SECOND)
  sync()
  translate('second')
  sync()
  translate('second', () => '')
  const [one = ''] = Object.keys(read('en', 'second'))
  writeFileSync(file('sq', 'second'), JSON.stringify({ ...read('sq', 'second'), [one]: 'Një titull' }))
  sync()
  write('first', FIRST)
  expect(sync()).not.toContain('have come from')
  expect(Object.values(translations('second')).filter((text) => text !== '')).toEqual([])
})
