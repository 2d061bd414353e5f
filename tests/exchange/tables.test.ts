import fc from 'fast-check'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { unpack } from '../../pipeline/authoring/word/archive.ts'
import { wordsOfAllTables, wordsOfTables } from '../../pipeline/cli/table-words.ts'
import { TABLE_FORMATS } from '../../pipeline/exchange/tables/formats.ts'
import { TABLE_REFUSALS } from '../../pipeline/exchange/tables/refusals.ts'
import { withoutOwnSigns } from '../../pipeline/exchange/tables/office-signs.ts'
import { restored, shown } from '../../pipeline/exchange/tables/pieces.ts'
import type { ExchangedTexts, Unit } from '../../pipeline/model/exchange.ts'
import type { Failure } from '../../pipeline/problem.ts'
import { commented, comments, deleted, inserted, partOf, withPart, withPaths } from './office-file.ts'
import { facts, textsOf, units } from './generated.ts'

const root = resolve('.')
const words = await wordsOfTables(root, 'sq')
const known = await wordsOfAllTables(root)
const TEXT = 'word/document.xml'
const SHEET = 'xl/worksheets/sheet1.xml'

async function readBack(name: string, file: Uint8Array, keepsTracked = false): Promise<ExchangedTexts> {
  const format = TABLE_FORMATS[name]!
  const archive = await unpack(file, 'file', TABLE_REFUSALS)
  expect(format.isOwn(archive)).toBe(true)
  return format.read(archive, 'file', { known, keepsTracked })
}

const written = (name: string, all: readonly Unit[]): Uint8Array => TABLE_FORMATS[name]!.write(textsOf(all), words)

const unit = (key: string, source: string, text: string, more: Partial<Unit> = {}): Unit => ({ key, kind: 'paragraph', source, text, state: text === '' ? 'missing' : 'translated', ...more }) // prettier-ignore
const THREE = [
  unit('one', 'It *stays*.', 'Mbetet.'),
  unit('two', 'It goes.', 'Shkon [këtu](https://e.org/a).'),
  unit('three', '=SUM(A1)', ''),
]

test.each(Object.keys(TABLE_FORMATS))('what is written as %s is read as it was, whatever stands in it', async (name) => {
  await fc.assert(
    fc.asyncProperty(units, async (all) => {
      const read = await readBack(name, written(name, all))
      expect(read).toMatchObject({ document: 'paper', source: 'en', target: 'sq', table: { count: all.length, observations: [] } })
      // The former source of a stale text is told in its note, for people.
      const expected = all.map(facts).map((each) => ({ ...each, basis: undefined, exported: each.exported!.slice(0, 8) }))
      expect(read.units.map(facts)).toEqual(expected)
      expect(read.units.every(({ asked, isReviewed }) => asked!.length === 0 && !isReviewed)).toBe(true)
    }),
    { numRuns: 60 },
  )
  expect(written(name, THREE)).toEqual(written(name, THREE))
})

test('marks of Markdown are shown as styles, and come back as they were', () => {
  const looks: [text: string, looks: readonly object[]][] = [
    [
      'It *stays*, **now**.',
      [{ text: 'It ' }, { text: 'stays', italic: true }, { text: ', ' }, { text: 'now', bold: true }, { text: '.' }],
    ],
    [
      '**a *b***',
      [
        { text: 'a ', bold: true },
        { text: 'b', bold: true, italic: true },
      ],
    ],
    ['[*x*](https://e.org/a)', [{ text: 'x', link: 'https://e.org/a', italic: true }]],
    // A relative address would come back as a file on somebody’s disk.
    ['[x](#y)', [{ text: '[', isMark: true }, { text: 'x' }, { text: '](#y)', isMark: true }]],
    [
      '`c`[^1]',
      [
        { text: 'c', code: true },
        { text: '[^1]', isMark: true },
      ],
    ],
    ['a<br>b', [{ text: 'a' }, { text: '\uFDD1' }, { text: 'b' }]],
    // Another way of writing the same stays visible.
    ['_u_', [{ text: '_', isMark: true }, { text: 'u' }, { text: '_', isMark: true }]],
  ]
  for (const [text, pieces] of looks) expect(shown(text, 'paragraph')).toMatchObject(pieces)
  const mark = fc.constantFrom('*', '**', '~~', '`', '[', '](https://e.org/x)', '](https://e.org/)', '](#y)', '<sub>', '</sub>', '<br>', '\\', '_', ' ', 'a', 'ђ', '.', '“', '\n', '\u00A0') // prettier-ignore
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 12 }), (parts) => {
      expect(restored(shown(parts.join(''), 'paragraph'))).toBe(parts.join(''))
    }),
    { numRuns: 400 },
  )
  // As Word leaves them: blanks in the style beside them, styles in pieces, an address that it made a link.
  expect(restored([{ text: 'a ', bold: true }, { text: 'b', bold: true }, { text: ' ', bold: true }, { text: 'c' }])).toBe('**a b** c')
  expect(restored([{ text: 'e.org', link: 'http://e.org/' }])).toBe('e.org')
  expect(restored([{ text: 'x', link: 'https://e.org/' }])).toBe('[x](https://e.org)')
})

test('changes that Word has tracked are accepted, or listed and left', async () => {
  const file = withPart(
    withPart(written('docx-table', THREE), TEXT, (xml) =>
      xml.replace('<w:r><w:t xml:space="preserve">Mbetet.</w:t></w:r>', `${deleted('Mbetet.')}${inserted('Rri ')}${inserted('aty.')}${commented(0)}`)), // prettier-ignore
    'word/comments.xml',
    () => comments('Who stays?', 'Of all'),
  )
  const accepted = await readBack('docx-table', file)
  expect(accepted.units[0]).toMatchObject({
    text: 'Rri aty.',
    state: 'translated',
    asked: [{ text: 'Who stays?', by: 'Ben', on: '2026-11-21' }],
  })
  expect(accepted.table!.observations).toEqual([{ kind: 'comment', by: 'Ben', text: 'Of all' }])
  const kept = await readBack('docx-table', file, true)
  expect(kept.units[0]!.text).toBe('Mbetet.')
  expect(kept.table!.observations[0]).toEqual({ kind: 'tracked', key: 'one', by: 'Ana', inserted: 'Rri aty.', deleted: 'Mbetet.' })
})

test('a table that Word for the web has saved is read by what its parts say of each other', async () => {
  const noted = withPart(written('docx-table', THREE), TEXT, (xml) =>
    xml.replace('<w:r><w:t xml:space="preserve">Mbetet.', `${commented(0)}$&`),
  )
  const related = withPart(
    withPart(noted, 'word/comments.xml', () => comments('Who stays?')),
    'word/_rels/document.xml.rels',
    (xml) => xml.replace('</Relationships>', '<Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments2.xml"/></Relationships>'), // prettier-ignore
  )
  const { units: read } = await readBack(
    'docx-table',
    withPaths(related, {
      'word/document.xml': 'word/document2.xml',
      'word/_rels/document.xml.rels': 'word/_rels/document2.xml.rels',
      'word/comments.xml': 'word/comments2.xml',
    }),
  )
  expect(read.map(({ text }) => text)).toEqual(THREE.map(({ text }) => text))
  // Who has asked has not answered as well.
  expect(read[0]!.asked).toEqual([{ text: 'Who stays?', by: 'Ben', on: '2026-11-21', answers: undefined }])
})

test('a sheet that somebody has formatted far below its rows is read, whatever else it refers to', async () => {
  const rows = Array.from({ length: 130_000 }, (_, at) => `<row r="${at + 5}"/>`).join('')
  const formatted = withPart(written('xlsx', THREE), SHEET, (xml) => xml.replace('</sheetData>', `${rows}</sheetData>`))
  const file = withPart(formatted, 'xl/worksheets/_rels/sheet1.xml.rels', () => '<Relationships><Relationship Id="a" Type="x/comments" Target="http://["/></Relationships>') // prettier-ignore
  expect((await readBack('xlsx', file)).units).toHaveLength(3)
})

test('what a reader does with rows, states, notes and questions is told by name', async () => {
  const docx = written('docx-table', THREE)
  const rows = partOf(docx, TEXT).match(/<w:tr>.*?<\/w:tr>/gs)!
  const inOrder = (...chosen: readonly string[]): Uint8Array => withPart(docx, TEXT, (xml) => xml.replace(rows.join(''), chosen.join('')))
  const observed = async (file: Uint8Array): Promise<unknown> => (await readBack('docx-table', file)).table!.observations
  const [head, one, two, three] = rows as [string, string, string, string]
  expect(await observed(inOrder(head, three, one, two))).toEqual([{ kind: 'moved', key: 'three' }])
  const blank = one.replaceAll(/<w:t [^>]*>[^<]*<\/w:t>/g, '')
  const added = blank.replace('<w:p><w:pPr><w:pStyle w:val="Question"/></w:pPr>', '$&<w:r><w:t>And this?</w:t></w:r>')
  expect(await observed(inOrder(head, one, added, blank, two, three))).toEqual([{ kind: 'added', row: 3, text: 'And this?' }])
  expect((await readBack('docx-table', inOrder(head, one, two))).table).toMatchObject({ count: 3 })
  // A row that was deleted with its change tracked is no row.
  const gone = three.replace('<w:cantSplit/>', '<w:cantSplit/><w:del w:id="1" w:author="Ana"/>')
  expect((await readBack('docx-table', inOrder(head, one, two, gone))).units).toHaveLength(2)
  const chosen = one.replace('>I përkthyer<', '>Reviewed<').replace('<w:p><w:pPr><w:pStyle w:val="Note"/></w:pPr></w:p>', '<w:p><w:r><w:t>See p. 4</w:t></w:r></w:p>') // prettier-ignore
  const { units: read } = await readBack('docx-table', inOrder(head, chosen, two, three))
  expect(read[0]).toMatchObject({ isReviewed: true, asked: [{ text: 'See p. 4' }] })
  expect(await observed(inOrder(head, one.replace('>I përkthyer<', '>mirë<').replace('>stays<', '>stay<'), two, three))).toEqual([{ kind: 'source-changed', key: 'one' }, { kind: 'state', key: 'one', text: 'mirë' }]) // prettier-ignore
})

test('no cell of a sheet is a formula, and one that was made a formula or a number is refused by its place', async () => {
  const xlsx = written('xlsx', THREE)
  expect(partOf(xlsx, SHEET)).not.toContain('<f>')
  expect(partOf(xlsx, SHEET)).toMatch(/<c r="B4" s="5" t="inlineStr"><is><t[^>]*>=SUM\(A1\)</)
  const refusal = async (cell: string): Promise<string> => {
    const file = withPart(xlsx, SHEET, (xml) => xml.replace(/<c r="C4"[^>]*\/>/, cell))
    return readBack('xlsx', file).then(
      () => 'taken',
      (error: Failure) => error.problems.map(({ reason, actual }) => `${reason} ${actual}`).join(),
    )
  }
  expect(await refusal('<c r="C4"><f>HYPERLINK("http://e.org")</f><v>x</v></c>')).toMatch(/cell C4 .* no text\. =HYPERLINK/)
  expect(await refusal('<c r="C4"><v>43259</v></c>')).toMatch(/cell C4 .* the number 43259/)
  expect(await refusal('<c r="C4" t="inlineStr"><is><r><t>Tre </t></r><r><rPr><b/></rPr><t>fjalë</t></r></is></c>')).toBe('taken')
})

test('files that would do harm are refused within a second', async () => {
  const docx = written('docx-table', THREE)
  const xlsx = written('xlsx', THREE)
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
  const outside = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
  const cases: [name: string, file: Uint8Array, says: RegExp][] = [
    ['docx-table', withPart(docx, TEXT, (xml) => xml.replace('<w:document', `${bomb}<w:document`).replace('Mbetet', '&b;')), /<!DOCTYPE in word\/document\.xml/],
    ['xlsx', withPart(xlsx, SHEET, (xml) => xml.replace('<worksheet', `${outside}<worksheet`).replace('Mbetet', '&a;')), /<!DOCTYPE in xl/],
    ['docx-table', withPart(docx, TEXT, (xml) => xml.replace('Mbetet', 'a'.repeat(20_000_000))), /exchange .* any table of texts needs.* word\/document\.xml, which unpacks to/],
    ['xlsx', withPart(xlsx, SHEET, (xml) => xml.replace('Mbetet', 'a'.repeat(20_000_000))), /xl\/worksheets\/sheet1\.xml, which unpacks to/],
    ['docx-table', withPart(docx, TEXT, (xml) => xml.replace('<w:body>', `<w:body>${'<w:sdt>'.repeat(100_000)}`)), /elements in each other/],
    ['docx-table', withPart(docx, TEXT, (xml) => xml.replace('<w:body>', `<w:body><w:p ${'a'.repeat(2_000_000)}`)), /cannot be read|unpacks to/],
    ['docx-table', withPart(docx, TEXT, (xml) => xml.slice(0, -30)), /document\.xml, sign \d+/],
    ['docx-table', withPart(docx, 'word/comments.xml', () => comments(...Array.from({ length: 40_000 }, String))), /word\/comments\.xml: more than 200000 tags/],
    ['docx-table', withPart(docx, TEXT, (xml) => xml.replace('</w:tbl>', `${'<w:tr><w:tc/></w:tr>'.repeat(60_000)}</w:tbl>`)), /more than 50000 rows/],
    ['xlsx', withPart(xlsx, SHEET, (xml) => xml.replace('</sheetData>', `${'<row><c r="A1" t="str"><v>a</v></c></row>'.repeat(60_000)}</sheetData>`)), /more than 50000 rows/],
    ['xlsx', withPart(withPart(xlsx, 'xl/sharedStrings.xml', () => `<sst><si><t>${'a'.repeat(900_000)}</t></si></sst>`), SHEET, (xml) => xml.replace('</sheetData>', `${'<row><c r="A1" t="s"><v>0</v></c></row>'.repeat(20_000)}</sheetData>`)), /signs in its cells/],
    // Nothing is wrong in these but their length, which nobody waits for.
    ['docx-table', withPart(docx, TEXT, (xml) => xml.replace('Mbetet', `${'</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>'.repeat(60_000)}Mbetet`)), /taken/],
    ['docx-table', withPart(docx, TEXT, (xml) => xml.replace(/<w:pStyle w:val="Note"\/><\/w:pPr>/, `$&${'<w:r><w:t>a</w:t></w:r></w:p><w:p>'.repeat(60_000)}`)), /taken/],
    ['xlsx', withPart(withPart(xlsx, 'xl/worksheets/_rels/sheet1.xml.rels', () => `<R>${'<Relationship Type="q/comments" Target="../c.xml"/>'.repeat(40_000)}</R>`), 'xl/c.xml', () => `<comments><commentList>${'<comment ref="A1"><text><t>a</t></text></comment>'.repeat(20_000)}</commentList></comments>`), /taken/],
    ['docx-table', withPart(docx, '../evil.xml', () => '<x/>'), /exchange .*damaged/],
    ['docx-table', withPart(docx, TEXT, (xml) => xml.replaceAll(/editions · /g, '')), /no table that was exported from here/],
    ['docx-table', withPart(docx, TEXT, (xml) => xml.replace('>one<', '>two<')), /key in row 2 .* was changed/],
  ] // prettier-ignore
  for (const [name, file, says] of cases) {
    const said = await readBack(name, file).then(
      () => 'taken',
      (error: Failure) => error.problems.map(({ ruleId, reason, actual }) => `${ruleId} ${reason} ${actual}`).join(),
    )
    expect(said).toMatch(says)
  }
})

test('signs that office programs put in by themselves are taken back, and what was typed stays', () => {
  const cases: [text: string, before: string, after: string][] = [
    // Curly in code and addresses; the language’s own marks in place of straight ones stay, foreign ones do not.
    ['Shih `f(“a”)` këtu.', 'Shih `f("a")`.', 'Shih `f("a")` këtu.'],
    ['Ai tha “po”, sot.', 'Ai tha "po".', 'Ai tha “po”, sot.'],
    ['Ai tha „po”, sot.', 'Ai tha "po".', 'Ai tha "po”, sot.'],
    ['Një „ide” e re.', 'Një ide.', 'Një „ide” e re.'],
    // No-break spaces.
    ['Një\u00A0fjalë tjetër.', 'Një fjalë.', 'Një fjalë tjetër.'],
    ['Një  fjalë.'.replace('  ', '\u00A0 '), 'Një fjalë tjetër.', 'Një fjalë.'],
    ['Më 6\u00A0qershor 2018.', '', 'Më 6\u00A0qershor 2018.'],
    ['Nga z.\u00A0Krasniqi, e\u00A0re.', '', 'Nga z.\u00A0Krasniqi, e\u00A0re.'],
    ['Mal\u00A0i Zi, sot.', 'Mal\u00A0i Zi.', 'Mal\u00A0i Zi, sot.'],
  ]
  expect(cases.map(([text, before]) => withoutOwnSigns(text, before, 'sq'))).toEqual(cases.map(([, , after]) => after))
})
