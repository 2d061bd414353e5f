import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DOCUMENT, TAGS, htmlPath } from '../build-once.ts'
import { usualCommands } from '../commands.ts'
import { withPart } from '../exchange/office-file.ts'
import { absentFrom, passagesOfHtml } from './passages.ts'

const place = mkdtempSync(join(tmpdir(), 'editions-office-'))
const root = join(place, 'publication')
const editions = (...command: string[]): string => {
  const { status, stdout, stderr } = usualCommands().run(['--root', root, ...command], { environment: process.env })
  expect([status, stdout + stderr]).toEqual([0, expect.anything()])
  return stdout + stderr
}
const docx = (tag: string): string => join(root, `output/${tag}/${DOCUMENT}/${DOCUMENT}.${tag}.docx`)
/** Has LibreOffice open files and save them as another kind. */
const save = (kind: string, ...files: string[]): void => {
  const profile = `-env:UserInstallation=file://${place}/profile`
  execFileSync('soffice', [profile, '--headless', '--convert-to', kind, '--outdir', place, ...files], { stdio: 'pipe' })
}

beforeAll(() => {
  mkdirSync(root)
  for (const folder of ['content', 'locales']) cpSync(folder, join(root, folder), { recursive: true })
  editions('build', '--format', 'html,docx')
  save('pdf', ...TAGS.map(docx))
  save('docx', docx('en'))
})
afterAll(() => rmSync(place, { recursive: true }))

test.each(TAGS)('LibreOffice prints the Word document in %s with every text in its order', (tag) => {
  const html = readFileSync(htmlPath(join(root, 'output'), tag, DOCUMENT), 'utf8')
  const text = html.slice(html.indexOf('<article'), html.indexOf('</article>'))
  const extracted = execFileSync('pdftotext', ['-raw', join(place, `${DOCUMENT}.${tag}.pdf`), '-'], { encoding: 'utf8' })
  const passages = passagesOfHtml(text).map((passage) => passage.text)
  expect(passages.length).toBeGreaterThan(20)
  expect(absentFrom(extracted, passages, true)).toEqual([])
})

test('an edition that LibreOffice has saved anew is taken back with every key, and then with a word that was changed in it', () => {
  const source = readFileSync(join(root, 'content', DOCUMENT, 'document.md'), 'utf8')
  const saved = join(place, `${DOCUMENT}.en.docx`)
  expect(editions('update', DOCUMENT, '--from', saved)).toContain('The text is as it was')
  expect(readFileSync(join(root, 'content', DOCUMENT, 'document.md'), 'utf8')).toBe(source)
  expect(editions('sync', '--dry-run')).toContain('Nothing to do')
  const texts = (): Record<string, string> => JSON.parse(readFileSync(join(root, `locales/en/${DOCUMENT}.json`), 'utf8'))
  const before = texts()
  writeFileSync(
    saved,
    withPart(readFileSync(saved), 'word/document.xml', (xml) => xml.replace('Nineteen people', 'Twenty people')),
  )
  editions('update', DOCUMENT, '--from', saved)
  editions('sync')
  const changed = Object.entries(texts()).filter(([key, text]) => before[key] !== text)
  expect(changed).toEqual([[expect.any(String), expect.stringContaining('Twenty people')]])
  expect(Object.keys(texts())).toEqual(Object.keys(before))
})
