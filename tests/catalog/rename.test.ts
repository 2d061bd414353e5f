import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DOCUMENT } from '../build-once.ts'
import { usualCommands } from '../commands.ts'

const root = mkdtempSync(join(tmpdir(), 'editions-rename-'))
const commands = usualCommands()
const sync = () => commands.run(['--root', root, 'sync'])
const texts = (id: string) => JSON.parse(readFileSync(join(root, `locales/mk/${id}.json`), 'utf8')) as Record<string, string>

beforeAll(() => {
  for (const part of ['content', 'locales', 'templates']) cpSync(part, join(root, part), { recursive: true })
  sync()
})
afterAll(() => rmSync(root, { recursive: true }))

test('a document’s folder that was renamed takes its texts, ledgers and the record of its author’s file along', () => {
  const before = texts(DOCUMENT)
  const record = '{"file":"summary.docx","pictures":{},"blocks":[]}\n'
  mkdirSync(join(root, 'locales/ledger/authored'))
  writeFileSync(join(root, `locales/ledger/authored/${DOCUMENT}.json`), record)
  renameSync(join(root, 'content', DOCUMENT), join(root, 'content', 'summary'))
  const document = join(root, 'content/summary/document.md')
  writeFileSync(document, readFileSync(document, 'utf8').replace('Nineteen people', 'Some nineteen people'))
  expect(sync().stdout).toContain(`${DOCUMENT} is now summary`)
  expect(texts('summary')).toEqual(before)
  for (const place of ['locales/en', 'locales/mk', 'locales/ledger/mk', 'locales/ledger/authored']) {
    expect(existsSync(join(root, place, 'summary.json'))).toBe(true)
    expect(existsSync(join(root, place, `${DOCUMENT}.json`))).toBe(false)
  }
  expect(readFileSync(join(root, 'locales/ledger/authored/summary.json'), 'utf8')).toBe(record)
  expect(sync().stdout).toContain('Nothing to do')
})

test('so does one in which most paragraphs were edited at the same time', () => {
  const before = texts('summary')
  renameSync(join(root, 'content/summary'), join(root, 'content/report'))
  const document = join(root, 'content/report/document.md')
  writeFileSync(document, readFileSync(document, 'utf8').replaceAll(' and ', ' as well as '))
  expect(sync().stdout).toMatch(/summary is now report[^]*removed {2}locales\/mk\/summary\.json/)
  expect(texts('report')).toEqual(before)
  renameSync(join(root, 'content/report'), join(root, 'content/summary'))
  sync()
})

test('what two documents share is of the one that has most of it', () => {
  const before = texts('summary')
  const source = readFileSync(join(root, 'content/summary/document.md'), 'utf8')
  renameSync(join(root, 'content/summary'), join(root, 'content/report'))
  // Its front matter and little more.
  mkdirSync(join(root, 'content/beginning'))
  writeFileSync(join(root, 'content/beginning/document.md'), source.slice(0, source.indexOf('\n## ')))
  expect(sync().stdout).toContain('summary is now report')
  expect(texts('report')).toEqual(before)
  expect(existsSync(join(root, 'locales/mk/summary.json'))).toBe(false)
  expect(sync().stdout).toContain('Nothing to do')
  rmSync(join(root, 'content/beginning'), { recursive: true })
  renameSync(join(root, 'content/report'), join(root, 'content/summary'))
  sync()
})

test('a document that is gone leaves its texts where they are', () => {
  cpSync('tests/cases/base/content/paper', join(root, 'content/paper'), { recursive: true })
  rmSync(join(root, 'content/summary'), { recursive: true })
  expect(sync().stdout).toContain('summary.json belong to no document')
  expect(existsSync(join(root, 'locales/mk/summary.json'))).toBe(true)
})
