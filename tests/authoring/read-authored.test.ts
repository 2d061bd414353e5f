import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import yazl from 'yazl'
import { importedFrom } from '../../pipeline/authoring/imported.ts'
import { markdownText } from '../../pipeline/authoring/markdown/markdown-text.ts'
import { readAuthored } from '../../pipeline/authoring/read-authored.ts'
import { Failure } from '../../pipeline/problem.ts'

/** Files of authors as their programs write them, and such as no program writes. */
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const p = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

async function zip(parts: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const made = new yazl.ZipFile()
  for (const [name, text] of Object.entries(parts)) made.addBuffer(Buffer.from(text), name)
  made.end()
  return new Uint8Array(await buffer(made.outputStream))
}
const word = (body: string, more: Readonly<Record<string, string>> = {}): Promise<Uint8Array> =>
  zip({ 'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`, ...more })

async function taken(bytes: Uint8Array): Promise<{ text: string; lost: string[] }> {
  const reading = await readAuthored(bytes, 'given')
  const { tree, notices } = importedFrom(reading, { name: 'given', title: 'Given', source: 'en', knownPictures: new Map() })
  return { text: markdownText(tree), lost: notices.filter(({ kind }) => kind !== 'note').map(({ what }) => what) }
}

const list = (id: number, text: string): string => `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>` // prettier-ignore
const spaced = (id: number, text: string, after: number): string => list(id, text).replace('<w:numPr>', `<w:spacing w:after="${after}"/>$&`)
/** What the Word document of an edition begins its text with. */
const mark = '<w:p><w:bookmarkStart w:id="1" w:name="editions_text_en"/><w:bookmarkEnd w:id="1"/></w:p>'
const level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl>'
/** Bullets at two levels. */
const item = (text: string, depth: number, own = ''): string => `<w:p><w:pPr>${own}<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>` // prettier-ignore
const bullets = `<w:abstractNum w:abstractNumId="2">${[0, 1].map((at) => `<w:lvl w:ilvl="${at}"><w:numFmt w:val="bullet"/></w:lvl>`).join('')}</w:abstractNum><w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=" "/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="4"/></w:num>`
/** Word’s usual space after a paragraph, which its style for lists does without. */
const STYLES = `<w:styles ${W}><w:docDefaults><w:pPrDefault><w:pPr><w:spacing w:after="160"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:styleId="List"><w:pPr><w:contextualSpacing/></w:pPr></w:style></w:styles>`
const inList = '<w:pStyle w:val="List"/>'
const LISTS = {
  'word/numbering.xml': `<w:numbering ${W}><w:abstractNum w:abstractNumId="1">${level}${level.replace('ilvl="0"', 'ilvl="1"')}</w:abstractNum>${bullets}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`,
}

describe('Word’s own ways', () => {
  test.each([
    ['a large first letter', word('<w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr><w:r><w:t>O</w:t></w:r></w:p>' + p('nce upon a time.')), 'Once upon a time.\n'],
    ['a field', word('<w:p><w:r><w:t>Table </w:t></w:r><w:fldSimple w:instr="SEQ Table"><w:r><w:t>7</w:t></w:r></w:fldSimple></w:p>'), 'Table 7\n'],
    ['a loose list and a tight one of our own editions', word(mark + [spaced(1, 'One', 120), spaced(1, 'Two', 120)].join('') + p('Between.') + [spaced(1, 'Three', 60), spaced(1, 'Four', 60)].join(''), LISTS), '1. One\n\n2. Two\n\nBetween.\n\n3. Three\n4. Four\n'],
    ['a list with space between its items', word(item('One', 0) + item('In it', 1, inList) + item('In it too', 1, inList) + item('Two', 0), { ...LISTS, 'word/styles.xml': STYLES }), '- One\n\n  - In it\n  - In it too\n\n- Two\n'],
    ['a list without, and one parted by empty lines', word([item('One', 0, inList), item('Two', 0, inList), p('Between.'), item('Three', 0, inList), p(''), item('Four', 1, inList)].join(''), { ...LISTS, 'word/styles.xml': STYLES }), '- One\n- Two\n\nBetween.\n\n- Three\n\n  - Four\n'],
    ['an item of two paragraphs', word(item('One', 0) + item('More of it', 1).replace('numId w:val="3"', 'numId w:val="4"').replace('ilvl w:val="1"', 'ilvl w:val="0"') + item('Two', 0), LISTS), '- One\n\n  More of it\n\n- Two\n'],
    ['two lists in an item', word(item('One', 0) + item('Two', 1) + list(1, 'Three').replace('ilvl w:val="0"', 'ilvl w:val="1"') + item('Four', 0), LISTS), '- One\n  - Two\n  1. Three\n- Four\n'],
    ['tasks as people type them', word([p('☐ To do'), p('☑ Done'), p('Between.'), list(1, '☒ Counted')].join(''), LISTS), '- [ ] To do\n- [x] Done\n\nBetween.\n\n1. [x] Counted\n'],
    ['a list that begins anew', word([list(1, 'One'), list(1, 'Two'), list(2, 'First'), list(1, 'Second')].join(''), LISTS), '1. One\n2. Two\n\n1) First\n2) Second\n'],
    ['a deleted end of a paragraph', word('<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Joined </w:t></w:r></w:p>' + p('words.')), 'Joined words.\n'],
    ['other prefixes', zip({ 'word/document.xml': `<ns0:document ${W.replace(':w', ':ns0')}><ns0:body>${p('Words.').replaceAll('w:', 'ns0:')}</ns0:body></ns0:document>` }), 'Words.\n'],
    ['emphasis with blanks and marks', word('<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Note: </w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>all.</w:t></w:r><w:r><w:t>ow.</w:t></w:r></w:p>'), '**Note:** *all*.ow.\n'],
    ['an address', word(p('See https://example.org/a_b_c, or ana_b@example.org.')), 'See <https://example.org/a_b_c>, or <ana_b@example.org>.\n'],
  ])('%s', async (_, file, text) => expect(await taken(await file)).toEqual({ text, lost: [] })) // prettier-ignore
})

describe('rich text of other programs', () => {
  test.each<[string, string | Uint8Array, string]>([
    [
      'Google Docs',
      '<meta charset="utf-8"><b style="font-weight:normal"><h1><span>Raporti</span></h1><p><span style="font-weight:400">Shkollat kanë </span><span style="font-weight:700">pak</span><span> libra.</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p><ul><li><p><span>Një</span></p></li><ul><li><p>Brenda</p></li></ul><li><p>Dy</p></li></ul><h2>Pjesa</h2><p>Fund.</p><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span> Burimi.</span></p></div></b>',
      'Shkollat kanë **pak** libra.[^1]\n\n- Një\n  - Brenda\n- Dy\n\n## Pjesa\n\nFund.\n\n[^1]: Burimi.\n',
    ],
    [
      'Word',
      '<html><body lang=MK><p class=MsoTitle>Извештај</p><p><b>Прв дел</b></p><p>Текст<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a>.</p><p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">1.</span>Еден</p><p style="mso-list:l0 level2 lfo1"><span style="mso-list:Ignore">a.</span>Подточка</p><p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">2.</span>Два</p><table><tr><td><p>А</p></td></tr><tr><td>1</td></tr></table><div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> Белешка.</p></div></body></html>',
      '## Прв дел\n\nТекст[^1].\n\n1. Еден\n   1. Подточка\n2. Два\n\n| А |\n| - |\n| 1 |\n\n[^1]: Белешка.\n',
    ],
    ['an old encoding that it tells', Buffer.from('<meta charset="windows-1252"><p>\u00C7do shkoll\u00EB</p>', 'latin1'), 'Çdo shkollë\n'],
    ['a page with programs', '<p>Words<script>alert(1)</script><a href="javascript:alert(1)">.</a></p><iframe src="x"></iframe>', 'Words.\n'],
  ])('%s', async (_, html, text) => expect((await taken(typeof html === 'string' ? bytesOf(html) : html)).text).toBe(text)) // prettier-ignore
})

describe('what cannot be taken is refused with its remedy', () => {
  const entity = (declared: string): Promise<Uint8Array> =>
    zip({ 'word/document.xml': `<!DOCTYPE d [${declared}]><w:document ${W}><w:body>${p('&a;')}</w:body></w:document>` })
  test.each<[string, Uint8Array | Promise<Uint8Array>, string]>([
    ['nothing', bytesOf(''), 'This file is empty.'],
    ['no office file', bytesOf('Just words.'), 'This is no file that text can be taken from.'],
    ['an old encoding that it does not tell', Buffer.from('<p>\u00C7do shkoll\u00EB</p>', 'latin1'), 'This file is not in UTF-8'],
    ['an old encoding that it tells wrongly', Buffer.from('<meta charset="utf-8"><p>\u00C7do shkoll\u00EB</p>', 'latin1'), 'This file is not in UTF-8'],
    ['a PDF', bytesOf('%PDF-1.7'), 'This is a PDF'],
    ['a .doc', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'This is a file of Word before 2007'],
    ['a password', Buffer.concat([Buffer.from('d0cf11e0a1b11ae10000', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]), 'This file is protected by a password.'],
    ['half a file', word(p('Words.')).then((bytes) => bytes.subarray(0, 150)), 'This file is damaged'],
    ['another archive', zip({ 'a.txt': 'a' }), 'This is no file that text can be taken from.'],
    ['OpenDocument', zip({ mimetype: 'application/vnd.oasis.opendocument.text' }), 'This is an OpenDocument text'],
    ['a bomb', word(p(' '.repeat(40_000_000))), 'This file would unpack to more than any document needs'],
    ['a bomb in parts', word(p('Words.'), { 'a.png': ' '.repeat(9_000_000), 'b.png': ' '.repeat(9_000_000) }), 'This file would unpack to more than any document needs'],
    ['entities', entity('<!ENTITY a "aaaa">'), 'This file declares entities'],
    ['entities that lead out', entity('<!ENTITY a SYSTEM "file:///etc/passwd">'), 'This file declares entities'],
    ['depth', word('<w:ins>'.repeat(50_000) + '</w:ins>'.repeat(50_000)), 'A part of this file is larger, or nested more deeply'],
    ['deep HTML', bytesOf('<div>'.repeat(50_000)), 'This page is too large, or nested too deeply'],
    ['an endless paragraph', word(p('word '.repeat(10_000))), 'A paragraph of this file is too long for a document.'],
    ['a path that leads out', word(p('a'), { 'xx/xx': 'a' }).then((bytes) => Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('xx/xx', '../xx'), 'latin1')), 'This file is damaged'],
  ])('%s', async (_, bytes, message) => {
    const refused: unknown = await taken(await bytes).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(Failure)
    const [problem] = (refused as Failure).problems
    expect([problem!.reason, problem!.note]).toEqual([expect.stringContaining(message), expect.stringMatching(/\w{3}/)])
  }) // prettier-ignore
})
