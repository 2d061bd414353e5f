import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withPart, inserted } from '../exchange/office-file.ts'
import { createPublication, type SmallPublication } from '../small-publication.ts'

const SOURCE = [
  'It *stays* “here”, **for *now***.',
  'A [link](https://example.org/?a=1&b=2#map) to [a host](https://example.org) and [a%20file](https://example.org/a%20b), `code`, ~~no~~ more[^1].',
  'One<br>two; H<sub>2</sub>O, _under_, [here](#one), 5\u00A0km, soft\u00ADhyphen, `` a`b ``.',
  '= no formula',
  'Ђорђе *ќе* дође. 😀 {and} "straight".',
]

let publication: SmallPublication
const at = (name: string): string => join(publication.root, name)
/** Has LibreOffice open files and save them as another kind, in a folder. */
const save = (kind: string, folder: string, ...files: string[]): void => {
  execFileSync('soffice', [`-env:UserInstallation=file://${at('profile')}`, '--headless', '--convert-to', kind, '--outdir', at(folder), ...files.map(at)], { stdio: 'pipe' }) // prettier-ignore
}
const imported = (...names: string[]): string => publication.run('import', '--dry-run', ...names.map(at)).said

beforeAll(() => {
  publication = createPublication({
    'content/publication.yaml': 'title: P\npublisher: P\neditions: [sr-Cyrl, en]\n',
    'content/paper/document.md': `---\ntitle: Paper\nkind: Report\ndescription: D.\ndate: 2018-06-08\n---\n\n## One\n\n${SOURCE.join('\n\n')}\n\n[^1]: Note.\n`,
  })
  publication.run('sync')
  publication.write('locales/sr-Cyrl/paper.json', publication.read('locales/en/paper.json').replaceAll('It ', 'Оно '))
  publication.run('sync')
  for (const folder of ['saved', 'open']) mkdirSync(at(folder))
  for (const [format, name] of [
    ['docx-table', 'paper.docx'],
    ['xlsx', 'paper.xlsx'],
  ] as const)
    // prettier-ignore
    publication.run('export', '--edition', 'sr-Cyrl', '--format', format, '--document', 'paper', '--out', at(name))
  // A change that Word has tracked, as a reviewer sends it.
  const docx = readFileSync(at('paper.docx'))
  writeFileSync(at('changed.docx'), withPart(docx, 'word/document.xml', (xml) => xml.replace('<w:pStyle w:val="Translation"/></w:pPr><w:r><w:t xml:space="preserve">Оно ', `<w:pStyle w:val="Translation"/></w:pPr>${inserted('И ')}<w:r><w:t xml:space="preserve">Оно `))) // prettier-ignore
  // Four starts of LibreOffice: it takes seconds for each.
  save('odt', 'open', 'paper.docx')
  save('ods', 'open', 'paper.xlsx')
  copyFileSync(at('open/paper.odt'), at('again.odt'))
  copyFileSync(at('open/paper.ods'), at('again.ods'))
  save('docx', 'saved', 'paper.docx', 'changed.docx', 'again.odt')
  save('xlsx', 'saved', 'paper.xlsx', 'again.ods')
}, 400_000)
afterAll(() => publication.remove())

test.each(['saved/paper.docx', 'saved/again.docx', 'saved/paper.xlsx', 'saved/again.xlsx'])(
  'what LibreOffice saves as %s is as it was, in every cell',
  (name) => {
    const said = imported(name)
    expect(said).toMatch(/from .*\n10 +unchanged[^]*Nothing is new in it/)
    expect(said).not.toContain('source-changed')
  },
)

test('a change that was tracked is tracked still, and is taken or left', () => {
  expect(imported('saved/changed.docx')).toMatch(/taken +one\.it-stays\S* +И Оно \*stays\* “here”/)
  const kept = publication.run('import', '--dry-run', '--keep-tracked', at('saved/changed.docx')).said
  expect(kept).toMatch(/tracked +one\.it-stays\S* +inserted “И ”; not taken {2}\(Ana\)[^]*Nothing is new in it/)
})

test('files in the formats of LibreOffice are told apart', () => {
  expect(imported('again.odt')).toMatch(/in no format that can be imported[^]*opendocument\.text[^]*Save As/)
})
