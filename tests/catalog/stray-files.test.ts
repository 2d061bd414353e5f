import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPublication, type SmallPublication } from '../small-publication.ts'

const DOCUMENT = '---\ntitle: Title\nkind: Report\ndescription: A report.\ndate: 2018-06-08\n---\n\n## Heading\n\nText.\n'
const TEXTS = '{ "title": "Titulli" }\n'

/** Names as browsers, editors and people give them, and what is told of each. */
const STRAYS = {
  'locales/sq/report (1).json': 'locales/sq/report (1).json',
  'locales/sq/report.json.txt': 'locales/sq/report.json.txt',
  'locales/sq/raport.json': 'locales/sq/raport.json',
  'locales/sq.json': 'locales/sq.json',
  'locales/al/report.json': 'locales/al/',
} as const
/** A language that is being prepared, what editors leave, and what the tool keeps. */
const READ = [
  'locales/hr/report.json',
  'locales/sq/report.json.bak',
  'locales/sq/.report.json.swp',
  'locales/README.md',
  'locales/glossary.yaml',
]

let publication: SmallPublication
beforeAll(() => {
  publication = createPublication({
    'content/publication.yaml': 'title: T\npublisher: P\neditions: [en, sq]\n',
    'content/report/document.md': DOCUMENT,
    ...Object.fromEntries([...Object.keys(STRAYS), ...READ].map((path) => [path, path.endsWith('.yaml') ? 'terms: {}\n' : TEXTS])),
  })
  publication.run('sync')
})
afterAll(() => publication.remove())

test('files of locales/ that nothing reads are told by check, sync and status', () => {
  const told = new Set(Object.values(STRAYS))
  const { said } = publication.run('check', '--rule', 'stray-file')
  expect(new Set([...said.matchAll(/^(locales\/.+?) {2}/gm)].map(([, path]) => path))).toEqual(told)
  for (const command of ['sync', 'status'])
    expect(new Set([...publication.run(command).said.matchAll(/^STRAY (.+?): /gm)].map(([, path]) => path))).toEqual(told)
})

test('a publication.yaml of another ending is told with the name that helps', () => {
  const other = createPublication({ 'content/publication.yml': 'title: T\npublisher: P\neditions: [en]\n' })
  expect(other.run('check').said).toContain('Rename publication.yml to publication.yaml.')
  other.remove()
})
