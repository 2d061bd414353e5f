import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openProject } from '../../pipeline/project/project.ts'
import { openWorkbench } from '../../pipeline/server/workbench.ts'
import { createPublication, type SmallPublication } from '../small-publication.ts'
import { commented, comments, withPart } from './office-file.ts'

const document = (last: string): string =>
  `---\ntitle: Paper\nkind: Report\ndescription: D.\ndate: 2018-06-08\n---\n\n## One\n\nIt *stays*.\n\nIt goes on.\n\nIt waits.\n\n${last}\n`
const SQ = 'locales/sq/paper.json'
const NOTES = 'locales/notes/paper.json'
const TEXT = 'word/document.xml'

let publication: SmallPublication
const at = (name: string): string => join(publication.root, name)
const tree = (): string[] => [SQ, 'locales/ledger/sq/paper.json'].map((file) => publication.read(file))
const exported = (format: string, name: string): void => void publication.run('export', '--edition', 'sq', '--format', format, '--document', 'paper', '--out', at(name)) // prettier-ignore

beforeAll(() => {
  publication = createPublication({
    'content/publication.yaml': 'title: P\npublisher: P\neditions: [sq, en]\n',
    'content/paper/document.md': document('It ends.'),
  })
  publication.run('sync')
  publication.write(SQ, publication.read(SQ).replace('"one.it-stays": ""', '"one.it-stays": "*Mbetet*."').replace('"one.it-waits": ""', '"one.it-waits": "Pret."')) // prettier-ignore
  publication.run('sync')
})
afterAll(() => publication.remove())

test.each(['docx-table', 'xlsx'])('an import of a table that was exported as %s changes nothing', (format) => {
  const before = tree()
  exported(format, `same.${format}`)
  const { status, said } = publication.run('import', at(`same.${format}`))
  expect([status, said]).toEqual([0, expect.stringMatching(/from .*\n\d+ +unchanged[^]*Nothing is new in it/)])
  expect(tree()).toEqual(before)
})

test('a table has another name than an edition for Word', () => {
  publication.run('export', '--edition', 'sq', '--format', 'docx-table', '--document', 'paper', '--out', publication.root)
  expect(readdirSync(publication.root)).toContain('paper.sq.table.docx')
})

test('texts, reviews and questions of a table are taken as one step, by the source that they answer, and taken back as one', async () => {
  const before = tree()
  const file = readFileSync(at('same.docx-table'))
  const cell = (key: string, column: string): RegExp => new RegExp(`(>${key}<(?:(?!</w:tr>).)*?<w:pStyle w:val="${column}"/></w:pPr>)`, 's')
  const changed = withPart(file, TEXT, (xml) =>
    xml
      .replace(cell('one.it-goes-on', 'Translation'), '$1<w:r><w:t>Vazhdon </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>më tej</w:t></w:r><w:r><w:t>.</w:t></w:r>')
      .replace(cell('one.it-ends', 'Translation'), '$1<w:r><w:t>Mbaron.</w:t></w:r>')
      .replace(cell('one.it-stays', 'Question'), `$1<w:r><w:t>Who stays?</w:t></w:r>${commented(0)}`)
      .replace(/(>one\.it-waits<(?:(?!<\/w:tr>).)*?)>I përkthyer<\/w:t>/s, '$1>I rishikuar</w:t>'),
  ) // prettier-ignore
  writeFileSync(
    at('back.docx'),
    withPart(changed, 'word/comments.xml', () => comments('Is this so?')),
  )
  publication.write('content/paper/document.md', document('It ends today.'))

  const dry = publication.run('import', '--dry-run', at('back.docx')).said
  expect(dry).toMatch(/taken +one\.it-goes-on +Vazhdon \*\*më tej\*\*\./)
  expect(dry).toMatch(/reviewed +one\.it-waits +Pret\./)
  expect(dry).toMatch(/stale +one\.it-ends\S* +Mbaron\. +\(answers: It ends\.\)/)
  expect(dry).toMatch(/question +one\.it-stays +Who stays\?[^]*question +one\.it-stays +Is this so\? +\(Ben\)/)
  expect(tree()).toEqual(before)

  expect(publication.run('import', at('back.docx')).said).toContain('Taken, as one step.')
  expect(publication.read(NOTES)).toMatch(/Who stays\?[^]*Is this so\?","in":"sq","by":"Ben","on":"2026-11-21"/)
  expect(publication.read('locales/ledger/sq/paper.json')).toMatch(/"review"/)
  expect(publication.run('import', at('back.docx')).said).toContain('Nothing is new in it')

  const workbench = await openWorkbench(openProject(publication.root), undefined)
  const page = await (await fetch(`${workbench.address}sq/`)).text()
  const token = /name="editions-token" content="([^"]+)"/.exec(page)![1]!
  const headers = { 'content-type': 'application/json', 'x-editions-token': token }
  expect((await fetch(`${workbench.address}api/undo`, { method: 'POST', headers, body: '{"imported":"sq"}' })).status).toBe(200)
  await workbench.close()
  expect(publication.read(SQ)).toBe(before[0])
  expect(publication.read('locales/ledger/sq/paper.json')).not.toMatch(/"review"/)
  expect(publication.read(NOTES)).not.toContain('?')
})
