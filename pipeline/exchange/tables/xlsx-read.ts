import type { Archive } from '../../authoring/word/archive.ts'
import type { Asking } from '../../model/exchange.ts'
import { ROWS_AT_MOST, type Cell, type Grid, type GridRow } from './grid.ts'
import { childOf, childrenOf, textIn, type Node } from './office-xml.ts'
import { partsOf } from './parts.ts'
import { fileStampIn } from './stamps.ts'
import { unreadable } from './table-errors.ts'
import { readSheetComments } from './xlsx-comments.ts'
import { columnOf, placeOf } from './xlsx-place.ts'
import { read } from './xlsx-write.ts'
import { wording, type Words } from '../../wording.ts'

/** The part that lists the sheets. All programs write it there. */
export const XLSX_BOOK = 'xl/workbook.xml'

/** Most columns that are looked at: a reviewer may have added some. */
const COLUMNS_AT_MOST = 40

/** Most signs in all cells, in UTF-16 units: each may refer to the same long text. */
const SIGNS_AT_MOST = 16_000_000

/**
 * Reads the sheet of a workbook that was exported from here.
 * @throws Failure for a damaged part
 */
export function readXlsxGrid(archive: Archive, file: string): Grid {
  const part = partsOf(archive, file)
  const book = part(XLSX_BOOK)
  if (!book) throw unreadable(file, wording`no ${{ part: XLSX_BOOK }}`)
  const shared: string[] = []
  part('xl/sharedStrings.xml', { name: 'si', take: (string) => shared.push(stringOf(string)) })
  const core = part('docProps/core.xml')
  const by = core && textIn(childOf(core, 'lastModifiedBy') ?? NOTHING).trim()
  const sheets = [...archive.keys()].filter((path) => /^xl\/worksheets\/[^/]+\.xml$/.test(path)).sort()
  const grids = sheets.map((path) => {
    const comments = readSheetComments(part, path)
    const rows: GridRow[] = []
    let [last, signs] = [0, 0]
    const take = (node: Node): void => {
      const row = rowOf(node, last, shared, comments)
      last = row.number
      const own = row.cells.reduce((sum, { plain }) => sum + plain.length, 0)
      // Somebody may have formatted a sheet far below its rows.
      if (own === 0) return
      rows.push(row)
      signs += own
      if (rows.length > ROWS_AT_MOST) throw unreadable(file, wording`more than ${{ count: ROWS_AT_MOST }} rows`)
      if (signs > SIGNS_AT_MOST) throw unreadable(file, wording`more than ${{ count: SIGNS_AT_MOST }} signs in its cells`)
    }
    part(path, { name: 'row', take })
    return { rows: asWide(rows), comments }
  })
  const own = grids.find(({ rows }) => rows.some(({ cells }) => cells.some(({ plain }) => fileStampIn(plain)))) ?? {
    rows: [],
    comments: new Map<string, Asking[]>(),
  }
  const called = new Set(own.rows.flatMap(({ number, cells }) => cells.map((_, column) => placeOf(column, number))))
  return { rows: own.rows, elsewhere: [...own.comments].flatMap(([place, all]) => (called.has(place) ? [] : all)), by: by || undefined }
}

const NOTHING: Node = { name: '', attributes: {}, children: [] }

/** A string, whose runs in several formats are one text. Readings beside it, as Japanese has them, are not (ECMA-376, 18.4.6). */
function stringOf(node: Node): string {
  const own = [...childrenOf(node, 't'), ...childrenOf(node, 'r').flatMap((each) => childrenOf(each, 't'))]
  return read(own.map(textIn).join(''))
}

/** @param last number of the row before */
function rowOf(row: Node, last: number, shared: readonly string[], comments: ReadonlyMap<string, readonly Asking[]>): GridRow {
  const number = Number(row.attributes['r'] ?? last + 1)
  const cells: Cell[] = []
  for (const node of childrenOf(row, 'c')) {
    const column = columnOf(node.attributes['r']) ?? cells.length
    if (column >= COLUMNS_AT_MOST) continue
    while (cells.length < column) cells.push(EMPTY)
    cells[column] = cellOf(node, shared, comments.get(placeOf(column, number)) ?? [])
  }
  return { number, cells }
}

/** Rows as wide as the widest: each ends at its last cell that is there. */
function asWide(rows: readonly GridRow[]): GridRow[] {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  return rows.map(({ number, cells }) => ({ number, cells: [...cells, ...Array.from({ length: width - cells.length }, () => EMPTY)] }))
}

const EMPTY: Cell = { plain: '', markdown: '', tracked: [], comments: [] }

function cellOf(node: Node, shared: readonly string[], comments: readonly Asking[]): Cell {
  const value = childOf(node, 'v')
  const type = node.attributes['t'] ?? 'n'
  const text =
    type === 'inlineStr'
      ? stringOf(childOf(node, 'is') ?? NOTHING)
      : type === 's'
        ? (shared[Number(value && textIn(value))] ?? '')
        : value
          ? read(textIn(value))
          : ''
  return { plain: text, markdown: text, foreign: foreignIn(node, type, text), tracked: [], comments }
}

/** What stands in a cell and is no text. Of a number nobody knows how it is shown: it may be a date. */
function foreignIn(node: Node, type: string, text: string): Words | undefined {
  const formula = childOf(node, 'f')
  if (formula) return `=${textIn(formula)}`
  if (text === '' || ['s', 'str', 'inlineStr'].includes(type)) return undefined
  return type === 'e' ? text : wording`the number ${{ number: text }}, which may be shown otherwise`
}
