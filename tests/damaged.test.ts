import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readTextCollection } from '../pipeline/catalog/text-collection.ts'
import { writePending } from '../pipeline/catalog/sync.ts'
import { readGlossary } from '../pipeline/catalog/glossary.ts'
import { Failure, type Problem } from '../pipeline/problem.ts'
import { readPublication } from '../pipeline/publication/publication.ts'

/** Files that programs, disks and merges have damaged: each is told by its name, with what was found and what helps. */
const place = mkdtempSync(join(tmpdir(), 'editions-damaged-'))
afterAll(() => rmSync(place, { recursive: true }))

const origin = join(place, 'origin')
const root = join(place, 'publication')
cpSync('tests/cases/base', origin, { recursive: true })
cpSync('locales/sq/site.json', join(origin, 'locales/sq/site.json'))
writeFileSync(join(origin, 'locales/glossary.yaml'), 'terms:\n  civil society:\n    sq: { accepted: [shoqëria civile] }\n')
const synced = await readPublication(origin)
await writePending(synced, (await readTextCollection(synced, synced.documents)).pending)

/** What is told of the publication, and its texts where all can be read. */
async function read(): Promise<{ problems: readonly Problem[]; texts?: unknown }> {
  try {
    const publication = await readPublication(root)
    const { documents, site, failures } = await readTextCollection(publication, publication.documents)
    const glossary = await readGlossary(publication)
    const texts = [...documents, { translations: site.translations }].flatMap(({ translations }) =>
      translations.map(({ file, entries }) => [file, [...entries].map(([key, { text }]) => [key, text])]),
    )
    const english = documents.map(({ document }) => document.segments.map(({ key, text }) => [key, text]))
    return { problems: failures.flatMap(({ problems }) => problems), texts: [texts, english, glossary] }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return { problems: error.problems }
  }
}

const restore = (): void => {
  rmSync(root, { recursive: true, force: true })
  cpSync(origin, root, { recursive: true })
}

const FILES = [
  'content/publication.yaml',
  'content/paper/document.md',
  'content/paper/programme.yaml',
  'locales/glossary.yaml',
  'locales/en/paper.json',
  'locales/sq/paper.json',
  'locales/sq/site.json',
  'locales/ledger/sq/paper.json',
]

describe.each(FILES)('%s', (file) => {
  const bytes = readFileSync(join(origin, file))
  const text = bytes.toString()
  const mark = Buffer.from([0xef, 0xbb, 0xbf])

  test.each([
    ['a byte-order mark', Buffer.concat([mark, bytes])],
    ['two of them', Buffer.concat([mark, mark, bytes])],
    ['the line ends of Windows', text.replaceAll('\n', '\r\n')],
    ['the line ends of old Macs', text.replaceAll('\n', '\r')],
  ])('with %s is read as it is', async (_what, content) => {
    restore()
    const before = await read()
    writeFileSync(join(root, file), content)
    expect(await read()).toEqual(before)
  })

  const damages: readonly (readonly [string, string | Uint8Array])[] = [
    ['in UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['in UTF-16 without a mark', Buffer.from(text, 'utf16le')],
    ['in Latin 1', Buffer.from(`${text}ë`, 'latin1')],
    ['of empty bytes', Buffer.alloc(4096)],
    ['with an empty byte', Buffer.concat([bytes.subarray(0, 30), Buffer.alloc(1), bytes.subarray(30)])],
    ['half merged', `<<<<<<< HEAD\n${text}=======\n${text}>>>>>>> theirs\n`],
    ['cut in the midst', bytes.subarray(0, file.endsWith('.md') ? 20 : text.lastIndexOf(file.endsWith('yaml') ? ']' : '"'))],
    ['empty', ''],
  ]
  // Of a ledger that is half merged both sides are kept.
  const told = file.includes('/ledger/') ? damages.filter(([what]) => what !== 'half merged') : damages
  test.each(told)('%s is told with its place, what was found and what helps', async (_what, content) => {
    restore()
    writeFileSync(join(root, file), content)
    const { problems } = await read()
    expect(problems.length).toBeGreaterThan(0)
    for (const problem of problems) {
      expect(problem.file?.replace(`${root}/`, '')).toBe(file)
      expect([problem.line, problem.actual, problem.note]).toEqual([expect.any(Number), expect.any(String), expect.stringMatching(/\w/)])
    }
  })

  test.each([
    ['a folder', (path: string) => mkdirSync(path)],
    ['a link to itself', (path: string) => symlinkSync(path, path)],
  ])('in whose place %s stands is told', async (_what, put) => {
    restore()
    rmSync(join(root, file))
    put(join(root, file))
    const { problems } = await read()
    expect(problems.map((problem) => problem.file?.replace(`${root}/`, ''))).toContain(file)
    expect(problems.every(({ note }) => note)).toBe(true)
  })
})

test.each(['content', 'locales', 'locales/sq', 'locales/ledger', 'locales/ledger/sq'])(
  'a file in the place of the folder %s is told',
  async (folder) => {
    restore()
    rmSync(join(root, folder), { recursive: true })
    writeFileSync(join(root, folder), 'x')
    const { problems } = await read()
    expect(problems.map((problem) => problem.file?.replace(`${root}/`, '')).join('\n')).toContain(folder)
    expect(problems.every(({ note }) => note)).toBe(true)
  },
)
