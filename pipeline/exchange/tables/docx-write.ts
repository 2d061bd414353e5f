import type { ExchangedTexts, UnitState } from '../../model/exchange.ts'
import { wordLanguage } from '../../docx/word-language.ts'
import { COLUMNS, type TableWords } from './columns.ts'
import { documentParts, TEXT_WIDTH } from './docx-parts.ts'
import { escaped } from './office-xml.ts'
import { BREAK, shown, type Piece, type Style } from './pieces.ts'
import { rowsOf, type Row } from './rows.ts'
import { fileStamp } from './stamps.ts'
import { packOffice } from './zip.ts'

/**
 * Writes texts as a Word document with one table (ECMA-376, 5th edition): landscape, its first row on every page, no row parted.
 * Key and source are in content controls that Word guards; changes are tracked from the beginning; each column has its language for
 * the spell checker.
 */
export function writeDocxTable(texts: ExchangedTexts, words: TableWords): Uint8Array {
  const { document, title, source, target, units } = texts
  const links = new Links()
  const rows = rowsOf(texts, words).map((row, at) => rowXml(row, at, words, links))
  const body = [
    paragraph('Title', run(title)),
    paragraph('Lead', run(words.help)),
    '<w:tbl>',
    `<w:tblPr><w:tblStyle w:val="Review"/><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr>`,
    `<w:tblGrid>${COLUMNS.map(({ width }) => `<w:gridCol w:w="${twips(width)}"/>`).join('')}</w:tblGrid>`,
    headXml(words, fileStamp({ document, source, target, count: units.length })),
    ...rows,
    '</w:tbl>',
    paragraph('Lead', ''),
  ]
  return packOffice(
    documentParts({ title, body: body.join(''), links: links.addresses, source: languageOf(source), target: languageOf(target) }),
  )
}

/** A language as Word names it, and whether it is written from the right. */
function languageOf(tag: string): { readonly name: string; readonly isFromRight: boolean } {
  const locale = new Intl.Locale(tag) as Intl.Locale & { getTextInfo?: () => { readonly direction?: string } }
  return { name: wordLanguage(tag) ?? tag, isFromRight: locale.getTextInfo?.().direction === 'rtl' }
}

/** Millimetres as twentieths of a point. */
function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4)
}

/** The addresses that links lead to, by number. */
class Links {
  readonly addresses: string[] = []
  readonly #numbers = new Map<string, number>()

  numberOf(address: string): number {
    const known = this.#numbers.get(address) ?? this.addresses.push(address)
    this.#numbers.set(address, known)
    return known
  }
}

function headXml({ columns }: TableWords, stamp: string): string {
  const cells = COLUMNS.map(({ name }, at) => {
    const own = paragraph('Head', run(columns[name]))
    return locked(at + 1, cell(name === 'key' ? own + paragraph('Stamp', run(stamp)) : own))
  })
  return `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells.join('')}</w:tr>`
}

function rowXml(row: Row, at: number, words: TableWords, links: Links): string {
  const id = (at + 1) * 10
  const cells = [
    locked(id + 1, cell(paragraph('Key', run(row.key)) + paragraph('Stamp', run(row.stamp)))),
    sourceXml(id + 2, shown(row.source, row.kind), links),
    cell(textXml('Translation', shown(row.translation, row.kind), links), row.state === 'missing' ? 'FBF6E9' : undefined),
    cell(`<w:p><w:pPr><w:pStyle w:val="State"/></w:pPr>${choice(id + 4, row.state, words)}</w:p>`),
    cell(
      row.note
        .split('\n')
        .map((line) => paragraph('Note', run(line)))
        .join(''),
    ),
    cell(paragraph('Question', '')),
  ]
  return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join('')}</w:tr>`
}

function cell(content: string, ground?: string): string {
  const shading = ground === undefined ? '' : `<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="${ground}"/></w:tcPr>`
  return `<w:tc>${shading}${content}</w:tc>`
}

/** LibreOffice loses styles and links in a guarded cell: a source that has some is not guarded. Nobody takes it from the file. */
function sourceXml(id: number, pieces: readonly Piece[], links: Links): string {
  const own = cell(textXml('Source', pieces, links))
  const isPlain = pieces.every(({ text, ...style }) => propertiesOf(style, false) === '' && !SPECIAL.test(text))
  return isPlain ? locked(id, own) : own
}

/** A cell that Word lets nobody change or delete (ECMA-376, 17.5.2.23). LibreOffice and Google Docs guard nothing. */
function locked(id: number, content: string): string {
  return `<w:sdt><w:sdtPr><w:id w:val="${id}"/><w:lock w:val="sdtContentLocked"/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
}

/** The state, with what it may be changed to. */
function choice(id: number, state: UnitState, { states }: TableWords): string {
  const offered = [...new Set<UnitState>([state, 'translated', 'reviewed'])]
  const items = offered.map((each) => `<w:listItem w:displayText="${escaped(states[each])}" w:value="${each}"/>`).join('')
  return `<w:sdt><w:sdtPr><w:id w:val="${id}"/><w:lock w:val="sdtLocked"/><w:dropDownList>${items}</w:dropDownList></w:sdtPr><w:sdtContent>${run(states[state])}</w:sdtContent></w:sdt>`
}

function paragraph(style: string, content: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${content}</w:p>`
}

/** The paragraphs of a text: one, and one more after each line feed. */
function textXml(style: string, pieces: readonly Piece[], links: Links): string {
  const lines: string[] = ['']
  for (const { text, isMark, ...own } of pieces) {
    const properties = propertiesOf(own, isMark ?? false)
    for (const [at, line] of text.split('\n').entries()) {
      if (at > 0) lines.push('')
      const content = run(line, properties)
      lines[lines.length - 1] +=
        own.link === undefined || content === '' ? content : `<w:hyperlink r:id="link${links.numberOf(own.link)}">${content}</w:hyperlink>`
    }
  }
  return lines.map((line) => paragraph(style, line)).join('')
}

/** Formatting of runs, in the order of the schema (ECMA-376, 17.3.2.28). */
function propertiesOf({ link, bold, italic, strike, raised, lowered, code }: Style, isMark: boolean): string {
  const properties = [
    link === undefined ? '' : '<w:rStyle w:val="Hyperlink"/>',
    code ? '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>' : '',
    bold ? '<w:b/>' : '',
    italic ? '<w:i/>' : '',
    strike ? '<w:strike/>' : '',
    code || isMark ? '<w:noProof/>' : '',
    isMark ? '<w:color w:val="8A8F98"/>' : '',
    code ? '<w:shd w:val="clear" w:color="auto" w:fill="EEF0F2"/>' : '',
    raised ? '<w:vertAlign w:val="superscript"/>' : lowered ? '<w:vertAlign w:val="subscript"/>' : '',
  ].join('')
  return properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`
}

function run(text: string, properties = ''): string {
  if (text === '') return ''
  const parts = text
    .split(SPECIAL)
    .map((part) =>
      part === '' ? '' : part === BREAK ? '<w:br/>' : part === '\t' ? '<w:tab/>' : `<w:t xml:space="preserve">${escaped(part)}</w:t>`,
    )
  return `<w:r>${properties}${parts.join('')}</w:r>`
}

const SPECIAL = /([\t\uFDD1])/
