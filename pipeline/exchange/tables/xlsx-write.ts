import { Failure, problem } from '../../problem.ts'
import type { ExchangedTexts } from '../../model/exchange.ts'
import { COLUMNS, type TableWords } from './columns.ts'
import { escaped } from './office-xml.ts'
import { rowsOf, type Row } from './rows.ts'
import { fileStamp } from './stamps.ts'
import { heightOf } from './xlsx-heights.ts'
import { STYLE, workbookParts } from './xlsx-parts.ts'
import { packOffice } from './zip.ts'
import { wording } from '../../wording.ts'

/** Longest text of a cell, in UTF-16 units (ECMA-376 does not say; Excel, “specifications and limits”). */
const LONGEST = 32_767

/** The column of what a row says of itself, which is hidden. */
const STAMPS = COLUMNS.length

/**
 * Writes texts as a workbook with one sheet (ECMA-376, 5th edition). All cells are text, whatever they begin with, and stay it when they are
 * edited. Key, source and state’s list are guarded, without a password; what a reviewer writes is open.
 * @throws Failure for texts that no cell can hold
 */
export function writeXlsx(texts: ExchangedTexts, words: TableWords): Uint8Array {
  const { document, title, source, target, units } = texts
  const rows = rowsOf(texts, words)
  const long = rows.filter((row) => [row.source, row.translation, row.note].some((text) => stored(text).length > LONGEST))
  if (long.length > 0) throw new Failure(...long.map(({ key }) => tooLong(key, `${document}.${target}.xlsx`)))
  const head = [...COLUMNS.map(({ name }) => words.columns[name]), fileStamp({ document, source, target, count: units.length })]
  const data = [headXml(head), ...rows.map((row, at) => rowXml(row, at + 2, words))]
  return packOffice(
    workbookParts({
      title,
      name: document,
      data: data.join(''),
      count: rows.length + 1,
      states: [words.states.translated, words.states.reviewed],
    }),
  )
}

function headXml(cells: readonly string[]): string {
  return `<row r="1">${cells.map((text, at) => cellXml(at, 1, text, STYLE.head)).join('')}</row>`
}

function rowXml({ key, source, translation, state, note, stamp }: Row, number: number, { states }: TableWords): string {
  const cells: readonly (readonly [text: string, style: Style])[] = [
    [key, STYLE.key],
    [source, STYLE.source],
    [translation, STYLE.translation],
    [states[state], STYLE.state],
    [note, STYLE.note],
    ['', STYLE.question],
  ]
  const height = heightOf(cells.map(([text]) => text))
  return `<row r="${number}" ht="${height}">${cells.map(([text, style], at) => cellXml(at, number, text, style)).join('')}${cellXml(STAMPS, number, stamp, STYLE.key)}</row>`
}

type Style = (typeof STYLE)[keyof typeof STYLE]

/** Signs that Excel would take for the beginning of a formula when a cell is edited. */
const FORMULA = /^[=+\-@]/

function cellXml(column: number, row: number, text: string, { id, quoted }: Style): string {
  const place = `${String.fromCharCode(65 + column)}${row}`
  const style = FORMULA.test(text) ? quoted : id
  if (text === '') return `<c r="${place}" s="${style}"/>`
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(stored(text))}</t></is></c>`
}

/** A text as a cell stores it: what XML would change, and what looks like such a code, is a code (ECMA-376, 22.9.2.19). Law: `read(stored(text))` equals the text. */
function stored(text: string): string {
  return text.replaceAll(/_(?=x[\dA-F]{4}_)/gi, '_x005F_').replaceAll('\r', '_x000D_')
}

/** The text of a cell. */
export function read(written: string): string {
  return written.replaceAll(/_x([\dA-F]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
}

function tooLong(key: string, file: string) {
  return problem({
    rule: 'exchange',
    file,
    message: wording`The text “${{ key }}”, its translation or its questions are longer than a cell of a sheet may be.`,
    expected: wording`at most ${{ count: LONGEST }} signs`,
    remedy: 'Export this document in another format, such as docx-table.',
  })
}
