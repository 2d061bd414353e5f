import { existsSync, mkdirSync, realpathSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openProject } from '../../pipeline/project/project.ts'
import { openBegun } from '../../pipeline/server/workbench/begun.ts'
import { memoryFolder } from '../../pipeline/server/workbench/memory.ts'
import { openWorkbench, type Workbench } from '../../pipeline/server/workbench.ts'
import { createPublication, type SmallPublication } from '../small-publication.ts'

const FRONT = '---\ntitle: Paper\nkind: Report\ndescription: D.\ndate: 2018-06-08\n---\n\n'
const SQ = 'locales/sq/paper.json'
const LEDGER = 'locales/ledger/sq/paper.json'

let publication: SmallPublication
let workbench: Workbench
const at = (name: string): string => join(publication.root, name)
const texts = (): Record<string, string> => JSON.parse(publication.read(SQ)) as Record<string, string>
const tree = (): string[] => [publication.read(SQ), publication.read(LEDGER)]

beforeAll(() => {
  publication = createPublication({
    'content/publication.yaml': 'title: P\npublisher: P\neditions: [sq, sr-Cyrl, sr-Latn, en]\n',
    'content/paper/document.md': `${FRONT}## One\n\nIt *stays*.\n\nIt goes on.\n\nIt ends.\n`,
    // A question may hold what no file for a tool can.
    'locales/notes/paper.json':
      '{ "questions": [ { "key": "one.it-stays", "question": "Who\\u0007 stays?", "in": "sq", "on": "2026-11-28" } ] }',
    'content/other/document.md': `${FRONT}## Two\n\nAnother.\n`,
  })
  publication.run('sync')
  publication.write(SQ, publication.read(SQ).replace('"one.it-stays": ""', '"one.it-stays": "Mbetet “këtu”."').replace('"one.it-ends": ""', '"one.it-ends": "Mbaron."')) // prettier-ignore
  publication.run('sync')
  publication.run('export', '--edition', 'sq', '--format', 'po', '--document', 'paper', '--out', at('paper.sq.po'))
})
afterAll(async () => {
  await workbench.close()
  publication.remove()
})

test.each(['po', 'xliff', 'xliff2'])('an import of what was exported as %s changes nothing', (format) => {
  const before = tree()
  const file = at(`same.${format}`)
  publication.run('export', '--edition', 'sq', '--format', format, '--document', 'paper', '--out', file)
  expect(publication.read(`same.${format}`)).toContain('Who stays?')
  expect(publication.run('import', file)).toEqual({
    status: 0,
    said: expect.stringMatching(/\d +unchanged[^]*Nothing is new in it/) as unknown,
  })
  expect(tree()).toEqual(before)
})

test('marks within a text are codes, which a tool keeps, moves and adds', () => {
  const marked = (format: string): string => publication.read(`same.${format}`)
  expect(marked('xliff')).toContain('<source>It <bpt id="1">*</bpt>stays<ept id="1">*</ept>.</source>')
  expect(marked('xliff2')).toContain('<source xml:space="preserve">It <pc id="1" dataRefStart="d1" dataRefEnd="d1">stays</pc>.</source>')
  const target = (format: string, with_: string): string =>
    marked(format).replace(/(name="one\.it-stays"[^]*?<target[^>]*>)[^]*?(<\/target>)/, `$1${with_}$2`)
  publication.write('moved.xliff', target('xliff', '<bpt id="1">*</bpt>Mbetet<ept id="1">*</ept> &amp;<g id="7"> ajo</g>.'))
  publication.write(
    'moved.xliff2',
    target('xliff2', '<sc id="1" dataRef="d1"/>Mbetet<ec startRef="1" dataRef="d1"/> &amp;<mrk id="m1"> ajo</mrk>.'),
  )
  const codeOf = (hex: string): string => {
    publication.write('sign.xliff2', target('xliff2', `Mbetet <cp hex="${hex}"/>.`))
    return publication.run('import', '--dry-run', at('sign.xliff2')).said
  }
  // A tool has made two segments of one: without a translation of each, none is taken.
  const segmented = (second: string): string => {
    const two = `<segment state="translated"><source>It</source><target>Ky</target></segment><ignorable><source> </source></ignorable>${second}`
    publication.write('two.xliff2', marked('xliff2').replace(/(name="one\.it-stays"[^]*?)<segment[^]*?<\/segment>/, `$1${two}`))
    return publication.run('import', '--dry-run', at('two.xliff2')).said
  }
  expect(segmented('<segment state="translated"><source>*stays*.</source></segment>')).toMatch(
    /unfinished +one\.it-stays +Ky[^]*translated only in part/,
  )
  const whole = '<segment state="translated"><source>*stays*.</source><target>mbetet.</target></segment>'
  expect(segmented(whole)).toMatch(/taken +one\.it-stays +Ky mbetet\./)
  publication.write('lost.xliff', target('xliff', 'Mbetet <x id="9"/>.'))
  publication.write('lost.xliff2', target('xliff2', '<pc id="9">Mbetet</pc>.'))
  for (const hex of ['110000', '7', 'D800', ''])
    expect(codeOf(hex)).toMatch(/sign\.xliff2:\d+:\d+ {2}A code within this text stands for a sign that no text can have/)
  expect(codeOf('1F600')).toMatch(/taken +one\.it-stays +Mbetet 😀\./u)
  for (const format of ['xliff', 'xliff2']) {
    expect(publication.run('import', '--dry-run', at(`moved.${format}`)).said).toMatch(/taken +one\.it-stays +\*Mbetet\* & ajo\./)
    expect(publication.run('import', at(`lost.${format}`)).said).toMatch(/lost\.xliff2?:\d+:\d+ {2}A mark within this text has lost/)
  }
})

test('what a translator has changed is taken as one step, by what it answers, and taken back as one', async () => {
  const before = tree()
  publication.write('content/paper/document.md', `${FRONT}## One\n\nIt *stays*.\n\nIt goes on for ever.\n\nIt ends.\n`)
  // As another tool saves it: with a byte-order mark, other line ends, a header of its own, in another order, and not whole.
  const [header, ...entries] = publication.read('paper.sq.po').trim().split('\n\n')
  const kept = entries.filter((entry) => /msgctxt "(?:one\.|front\.title)/.test(entry)).toReversed()
  const changed = [header!.replace('MIME-Version', 'X-Generator: Poedit 3.4\\n"\n"MIME-Version'), ...kept]
    .join('\n\n')
    .replace('msgid "It goes on."\nmsgstr ""', 'msgid ""\n"It "\n"goes on."\nmsgstr ""\n"Vazhdon "\n"\\"më tej\\"."')
    .replace('Mbaron.', 'Merr fund.')
  publication.write('back.po', `\uFEFF${changed}\n`.replaceAll('\n', '\r\n'))

  const dry = publication.run('import', '--dry-run', at('back.po'))
  expect(dry.said).toContain('taken  one.it-ends     Merr fund.')
  expect(dry.said).toContain('stale  one.it-goes-on  Vazhdon "më tej".  (answers: It goes on.)')
  expect(dry.said).toContain('this was a dry run')
  // As `msgcat --no-location` saves it: nothing says what stood there at the export.
  publication.write('bare.po', publication.read('back.po').replaceAll(/#:.*\r\n/g, ''))
  expect(publication.run('import', '--dry-run', at('bare.po')).said).toMatch(
    /replaces +one\.it-ends +Merr fund\. {2}\(instead of: Mbaron\.\)/,
  )
  expect(tree()).toEqual(before)

  // Another import was killed, and a text of it was changed since: what waits for the return of its source is kept nonetheless.
  const begun = openBegun(memoryFolder(realpathSync(publication.root)))
  const gone = { key: 'one.gone', basis: 'Gone.', text: 'Ikur.', origin: 'import' } as const
  await begun.write([{ tag: 'sq', document: 'paper', changes: [{ key: 'one.it-ends', before: 'X', after: 'Y' }], kept: [gone] }])

  expect(publication.run('import', at('back.po')).said).toContain('Taken, as one step.')
  expect(publication.read(LEDGER)).toContain('Ikur.')
  expect(texts()).toMatchObject({ 'one.it-stays': 'Mbetet “këtu”.', 'one.it-goes-on': 'Vazhdon "më tej".', 'one.it-ends': 'Merr fund.' })
  expect(publication.run('check', '--rule', 'stale').said).toContain('one.it-goes-on')
  expect(publication.read(LEDGER)).toContain('"origin": "import"')
  // It is nothing new to itself.
  expect(publication.run('import', at('back.po')).said).toContain('Nothing is new in it')

  workbench = await openWorkbench(openProject(publication.root), undefined)
  const page = await (await fetch(`${workbench.address}sq/`)).text()
  expect(page).toContain('back.po')
  const token = /name="editions-token" content="([^"]+)"/.exec(page)![1]!
  const undo = () => fetch(`${workbench.address}api/undo`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-editions-token': token }, body: '{"imported":"sq"}' }) // prettier-ignore
  expect(await (await undo()).json()).toMatchObject({ changed: 2 })
  expect((await undo()).status).toBe(404)
  expect(await (await fetch(`${workbench.address}sq/`)).text()).not.toContain('back.po')
  expect(publication.read(SQ)).toBe(before[0])
})

test('a memory goes out whole, and one of another program is suggested with the name of its file', async () => {
  publication.run('export', '--edition', 'sq', '--format', 'tmx', '--out', at('memory.tmx'))
  const memory = publication.read('memory.tmx')
  expect(memory).toMatch(/tuid="paper\/one\.it-ends"[^]*It ends\.[^]*Mbaron\./)
  // What was taken back is remembered too.
  expect(memory).toContain('Vazhdon "më tej".')
  publication.write(
    'partner.tmx',
    memory.replaceAll('"sq"', '"sq-AL"').replaceAll('Mbaron.', 'Përfundon.').replaceAll('It ends.', 'It goes on for long.'),
  )
  const before = tree()
  expect(publication.run('import', '--dry-run', at('partner.tmx')).said).toMatch(/\d+ suggestions in sq/)
  expect(existsSync(at('locales/memory'))).toBe(false)
  publication.run('import', at('partner.tmx'))
  publication.run('import', at('partner.tmx'))
  // Another file of that name adds to it.
  mkdirSync(at('other'))
  publication.write('other/partner.tmx', publication.read('partner.tmx').replaceAll('Përfundon.', 'Mbyllet.'))
  publication.run('import', at('other/partner.tmx'))
  expect(publication.read('locales/memory/sq.json').match(/Përfundon\.|Mbyllet\./g)).toEqual(['Mbyllet.', 'Përfundon.'])
  expect(tree()).toEqual(before)
  const ask = await fetch(`${workbench.address}api/editions/sq/documents/paper/segments/one.it-goes-on/suggestions`)
  expect(await ask.json()).toContainEqual(
    expect.objectContaining({ text: 'Përfundon.', document: 'partner.tmx', basis: 'It goes on for long.' }),
  )
  publication.write('locales/memory/sq.json', '{ "texts": [ { "source": "One" } ] }')
  expect(await (await fetch(`${workbench.address}sq/`)).text()).toContain('locales/memory/sq.json:1')
  // What was brought before cannot be read: nothing is taken, of texts neither.
  expect(publication.run('import', at('back.po'), at('partner.tmx'))).toMatchObject({
    status: 2,
    said: expect.stringContaining('locales/memory/sq.json:1') as unknown,
  })
  expect(tree()).toEqual(before)
  publication.write('locales/memory/sq.json', '{ "texts": [] }\n')
  publication.write('german.tmx', memory.replaceAll('"sq"', '"de"'))
  expect(publication.run('import', at('german.tmx')).said).toMatch(/no translation that the publication has a use for[^]*en, de/)
})

test('what a tool says of its texts is taken: questions of the translator, and reviews of whoever is named', () => {
  const notes = publication.read('locales/notes/paper.json')
  publication.run('export', '--edition', 'sq', '--format', 'xliff', '--document', 'paper', '--out', at('review.xlf'))
  const reviewed = publication.read('review.xlf').replace('<target state="translated"', '<target state="signed-off"')
  publication.write('review.xlf', reviewed.replace('<note>Heading</note>', '<note>Heading</note><note from="Ben">Who is one?</note>'))
  const told = publication.run('import', '--dry-run', at('review.xlf')).said
  expect(told).toMatch(/question +one\.heading +Who is one\? {2}\(Ben\)[^]*reviewed +1 +in the file[^]*--reviewed-by NAME/)
  expect(publication.run('import', '--reviewed-by', 'Eva', at('review.xlf')).said).toMatch(/reviewed +one\.it-/)
  expect(publication.read('locales/notes/paper.json')).toMatch(/Who is one\?.*"in":"sq","by":"Ben"/)
  expect(JSON.stringify(JSON.parse(publication.read(LEDGER)))).toContain('"by":"Eva"')
  expect(publication.run('import', '--reviewed-by', 'Eva', at('review.xlf')).said).toContain('Nothing is new in it')
  publication.write('locales/notes/paper.json', notes)
})

test('terms go out and come back, told before they are written', () => {
  const glossary = '# Settled.\nterms:\n  stay: { sq: { accepted: [mbetem], stems: [mbet] } } # all\n'
  publication.write('locales/glossary.yaml', glossary)
  expect(publication.run('export', '--format', 'tbx', '--out', at('terms.tbx')).said).toMatch(/terms\.tbx +1 term\n/)
  expect(publication.run('import', at('terms.tbx')).said).toContain('Nothing is new in it')
  publication.write(
    'terms.tbx',
    publication.read('terms.tbx').replace('mbetem<', 'qëndroj<').replace('<tig>', '<note>To remain.</note><tig>'),
  )
  const told = /changed term +stay +sq +qëndroj {2}\(instead of: mbetem\)[^]*not taken +stay: To remain\. +a definition or a remark/
  expect(publication.run('import', '--dry-run', at('terms.tbx')).said).toMatch(told)
  expect(publication.read('locales/glossary.yaml')).toBe(glossary)
  // With a file that is refused, nothing is taken.
  publication.write('german.po', publication.read('paper.sq.po').replace('Language: sq', 'Language: de'))
  expect(publication.run('import', at('terms.tbx'), at('german.po')).status).toBe(2)
  expect(publication.read('locales/glossary.yaml')).toBe(glossary)
  expect(publication.run('import', at('terms.tbx')).said).toContain('To take them back: git checkout -- locales/glossary.yaml')
  expect(publication.read('locales/glossary.yaml')).toBe(glossary.replace('mbetem', 'qëndroj'))
  publication.write('locales/glossary.yaml', 'terms: {}\n')
})

test('what cannot be taken is refused with its place and a remedy, and nothing is written', () => {
  const po = publication.read('paper.sq.po')
  const large = at('large.po')
  publication.write('large.po', po)
  truncateSync(large, 100_000_000)
  publication.write('lines.xlf', `<xliff version="1.2">${'\n'.repeat(600_000)}</xliff>`)
  publication.write('remarks.xlf', `<xliff version="1.2">${'<!---->'.repeat(500_000)}</xliff>`)
  publication.write('word.po', 'PK a Word file')
  publication.write('heading.md', '# A heading\n\nWords.\n')
  publication.write('broken.po', po.replace('msgid "One"', 'msgid "One'))
  publication.write('other.po', po.replace('X-Editions-Document: paper', 'X-Editions-Document: thesis'))
  publication.write('german.po', po.replace('Language: sq', 'Language: de'))
  publication.write('latin.po', po.replace('Language: sq', 'Language: sr@latin'))
  const xliff = publication.read('same.xliff')
  publication.write(
    'bomb.xlf',
    xliff.replace('?>', '?><!DOCTYPE xliff [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>').replace('It ', '&b;'),
  )
  publication.write(
    'outside.xlf',
    xliff.replace('?>', '?>\n<!DOCTYPE xliff [\n<!ENTITY a SYSTEM "file:///etc/passwd">]>').replace('It ', '&a;'),
  )
  publication.write('quoted.xlf', xliff.replace('?>', '?><!DOCTYPE xliff SYSTEM "a>b" [<!ENTITY a "aa">]>'))
  publication.write('former.po', po.replace('msgctxt "one.it-ends"', '#, fuzzy\n#| msgid "It\nmsgctxt "one.it-ends"'))
  const formerLine = publication.read('former.po').split('\n').indexOf('#| msgid "It') + 1
  publication.write('long.po', `msgid "${'\\\\'.repeat(8_000_000)}"\n`)
  publication.write('comments.tmx', `<?xml version="1.0"?>${'<!-- a -->'.repeat(100_000)}<x>`)
  publication.write('doctypes.xlf', xliff.replace('It ', '<!DOCTYPE'.repeat(100_000)))
  publication.write('entity.xlf', xliff.replace('It ', '&nobody;'))
  publication.write('deep.xlf', xliff.replace('It ', '<g id="1">'.repeat(200_000)))
  publication.write('plural.po', po.replace('msgid "One"', 'msgid "One"\nmsgid_plural "Ones"'))
  const out = ['--edition', 'sq', '--format', 'po', '--out']
  const cases: [command: string[], says: RegExp][] = [
    [['import', at('lines.xlf')], /lines\.xlf {2}This file is too large[^]*more than 500000 lines/],
    [['import', at('remarks.xlf')], /remarks\.xlf {2}This file is no XML that can be read[^]*more than 400000 tags/],
    [['import', large], /large\.po {2}This file is too large[^]*100 million/],
    [['import', at('word.po')], /in no format that can be imported/],
    [['import', at('content/paper/document.md')], /in no format that can be imported/],
    [['import', at('heading.md')], /in no format that can be imported/],
    [['import', at('bomb.xlf')], /bomb\.xlf:1:1 {2}This file declares entities/],
    [['import', at('outside.xlf')], /outside\.xlf:2:1 {2}This file declares entities/],
    [['import', at('quoted.xlf')], /quoted\.xlf:1:1 {2}This file declares entities/],
    [['import', at('former.po')], new RegExp(`former\\.po:${formerLine}:1 {2}This line is none of a PO file`)],
    [['import', at('entity.xlf')], /entity\.xlf:\d+:\d+ {2}This file is no XML that can be read/],
    [['import', at('deep.xlf')], /This file is no XML that can be read/],
    [['import', at('long.po')], /long\.po:1:1 {2}This line is none of a PO file/],
    [['import', at('comments.tmx')], /in no format that can be imported/],
    [['import', at('doctypes.xlf')], /doctypes\.xlf:\d+:\d+ {2}This file is no XML/],
    [['import', at('none.po')], /There is no such file/],
    [['import', at('broken.po')], /broken\.po:\d+:1 {2}This line is none of a PO file[^]*msgid "One/],
    [['import', at('other.po')], /a document that is not here[^]*thesis[^]*one of other, paper, site/],
    [['import', at('german.po')], /Nobody translates into this language here[^]*de\n[^]*sq, sr-Cyrl/],
    // In the language of who reads it.
    [['import', '--lang', 'mk', at('german.po')], /Тука не се преведува на овој јазик[^]*едно од следниве: sq, sr-Cyrl/],
    [['import', '--lang', 'sq', at('other.po')], /Ky skedar i përket një dokumenti që nuk është këtu/],
    [['import', '--lang', 'sr-Latn', at('word.po')], /Ova datoteka nije u formatu koji se može uvesti[^]*druge vrste[^]*TMX ili TBX/],
    [['import', at('latin.po')], /sr-Latn is written from sr-Cyrl[^]*export --edition sr-Cyrl/],
    [['import', at('plural.po')], /plural\.po:\d+:1 {2}This entry has plural forms/],
    [['import', at('paper.sq.po'), at('paper.sq.po')], /and so has another that was named/],
    [['export', '--edition', 'sr-Latn', '--format', 'po'], /sr-Latn is written from sr-Cyrl/],
    [['export', '--edition', 'en', '--format', 'po', '--document', 'paper'], /is written in en: there is nothing to translate/],
    [['export', '--edition', 'sq', '--format', 'doc'], /There is no such format/],
    [['export', '--format', 'po'], /A translator’s file is of one language/],
    [['export', ...out, at('all.po')], /all\.po {2}This is the name of one file, and 3 are to be written[^]*--document/],
    [['export', ...out, at('word.po'), '--document', 'paper'], /there already, and may hold translations/],
  ]
  const before = tree()
  for (const [command, says] of cases) {
    const { status, said } = publication.run(...command)
    expect([command.join(' '), status]).toEqual([command.join(' '), 2])
    expect(said).toMatch(says)
  }
  expect(tree()).toEqual(before)
})

test('all documents are exported into a folder', () => {
  const { said } = publication.run('export', '--edition', 'sr-Cyrl', '--format', 'po', '--out', at('out'))
  expect(said).toContain('paper.sr-Cyrl.po')
  expect(existsSync(at('out/other.sr-Cyrl.po'))).toBe(true)
  expect(publication.read('out/paper.sr-Cyrl.po')).toContain('"Language: sr\\n"')
})
