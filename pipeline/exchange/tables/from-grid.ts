import { digestOf } from '../../catalog/ledger.ts'
import { longestRising } from '../../catalog/longest-rising.ts'
import { SITE } from '../../catalog/store.ts'
import type { Asking, ExchangedTexts, Observation, Unit, UnitState } from '../../model/exchange.ts'
import type { Problem } from '../../problem.ts'
import type { Worded } from '../../wording.ts'
import { refusing } from '../refusing.ts'
import { COLUMNS, type Column } from './columns.ts'
import type { Cell, Grid, GridRow, TableReading } from './grid.ts'
import { addedToNote } from './rows.ts'
import { fileStampIn, rowStampIn, type RowStamp } from './stamps.ts'
import { folded } from './words.ts'
import { changedCells, changedKey, noTable, noText } from './table-errors.ts'

/** A row with its cells by column. */
interface NamedRow {
  readonly number: number
  readonly cellOf: (column: Column) => Cell
  readonly key: string
  /** Absent in a row that a person has added. */
  readonly stamp: RowStamp | undefined
}

/**
 * The texts of a table that was read.
 * @param name of the cell in a row, for messages
 * @throws Failure with the rows that cannot be told from others, or has no text where one should stand
 */
export function textsOfGrid(
  { rows, elsewhere, by }: Grid,
  reading: TableReading,
  file: string,
  name: (row: number, column: number) => Worded,
): ExchangedTexts {
  const at = rows.findIndex(({ cells }) => cells.some(({ plain }) => fileStampIn(plain)))
  const head = rows[at]
  const stamp = head?.cells.map(({ plain }) => fileStampIn(plain)).find((each) => each !== undefined)
  if (!head || !stamp) throw noTable(file)
  const columns = columnsOf(head, reading)
  const width = head.cells.length
  const body = rows.slice(at + 1).filter(({ cells }) => cells.some(({ plain }) => plain.trim() !== '' && !fileStampIn(plain)))
  const problems: Problem[] = []
  const named = body.flatMap((row): NamedRow[] => {
    if (row.cells.length !== width) {
      problems.push(changedCells(file, row.number, row.cells.length, width))
      return []
    }
    return [namedRow(row, columns)]
  })
  for (const { number, key, stamp: own, cellOf } of named) {
    if (own && !digestOf(key).startsWith(own.key)) problems.push(changedKey(file, number, key))
    const { foreign } = cellOf('translation')
    if (foreign !== undefined && key !== '') problems.push(noText(file, name(number, columns.get('translation')!), foreign))
  }
  if (problems.length > 0) throw refusing(problems)
  const isMessage = stamp.document === SITE
  const own = named.filter(({ key }) => key !== '')
  const added = named.filter(({ key }) => key === '')
  return {
    document: stamp.document,
    title: '',
    source: stamp.source,
    target: stamp.target,
    units: own.map((row) => unitOf(row, reading, isMessage, by)),
    table: {
      count: stamp.count,
      by,
      observations: [
        ...movedAmong(own),
        ...added.map((row): Observation => ({
          kind: 'added',
          row: row.number,
          text: row.cellOf('translation').plain || row.cellOf('source').plain || row.cellOf('question').plain,
        })),
        ...own.flatMap((row) => observationsOf(row, reading, isMessage)),
        ...elsewhere.map((comment): Observation => ({ kind: 'comment', by: comment.by, text: comment.text })),
      ],
    },
  }
}

/** Columns by their words in the first row, in whatever language and order; else by their places. */
function columnsOf({ cells }: GridRow, { known }: TableReading): Map<Column, number> {
  const words = cells.map(({ plain }) => known.columns.get(folded(plain.split('\n')[0]!)))
  const isNamed = words.includes('key') && words.includes('translation')
  return new Map(COLUMNS.map(({ name }, at) => [name, isNamed ? words.indexOf(name) : at]))
}

const NOTHING: Cell = { plain: '', markdown: '', tracked: [], comments: [] }

function namedRow({ number, cells }: GridRow, columns: ReadonlyMap<Column, number>): NamedRow {
  const cellOf = (column: Column): Cell => cells[columns.get(column)!] ?? NOTHING
  const found = cells.map(({ plain }) => rowStampIn(plain)).find((each) => each !== undefined)
  const key = (rowStampIn(cellOf('key').plain)?.rest ?? cellOf('key').plain).trim()
  return { number, cellOf, key, stamp: found?.stamp }
}

function unitOf(row: NamedRow, reading: TableReading, isMessage: boolean, savedBy: string | undefined): Unit {
  const { key, stamp, cellOf, number } = row
  const textIn = (column: Column): string => (isMessage ? cellOf(column).plain : cellOf(column).markdown)
  const text = translationIn(row, isMessage)
  const chosen = stateIn(row, reading)
  const isChanged = stamp !== undefined && !digestOf(text).startsWith(stamp.text)
  const by = cellOf('question').by ?? savedBy
  const question = cellOf('question').plain.trim()
  const note = stamp === undefined ? '' : addedToNote(tidyNote(cellOf('note').plain), stamp.note)
  return {
    key,
    source: textIn('source'),
    text,
    state: stateOf(text, stamp, chosen, isChanged),
    exported: stamp?.text,
    exportedSource: stamp?.source,
    asked: [
      ...(question === '' ? [] : [{ text: question, by }]),
      ...(note === '' ? [] : [{ text: note, by: cellOf('note').by ?? savedBy }]),
      ...COLUMNS.flatMap(({ name }): readonly Asking[] => cellOf(name).comments),
    ],
    isReviewed: chosen === 'reviewed' && stamp?.state !== 'reviewed',
    position: { line: number, column: 1 },
  }
}

/** The translation. One of which blanks alone are left is none. */
function translationIn({ cellOf, stamp }: NamedRow, isMessage: boolean): string {
  const text = isMessage ? cellOf('translation').plain : cellOf('translation').markdown
  return text.trim() === '' && !(stamp && digestOf(text).startsWith(stamp.text)) ? '' : text
}

/**
 * A state counts where it was chosen: who writes a translation rarely says so in the column beside it. A text that was changed is
 * a translation, unless its writer chose otherwise.
 */
function stateOf(text: string, stamp: RowStamp | undefined, chosen: UnitState | undefined, isChanged: boolean): UnitState {
  if (text === '') return 'missing'
  if (chosen !== undefined && chosen !== 'missing' && chosen !== stamp?.state) return chosen === 'stale' ? 'stale' : 'translated'
  return stamp?.state === 'stale' && !isChanged ? 'stale' : 'translated'
}

function stateIn({ cellOf }: NamedRow, { known }: TableReading): UnitState | undefined {
  return known.states.get(folded(cellOf('state').plain))
}

function tidyNote(note: string): string {
  return note
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}

function observationsOf(row: NamedRow, reading: TableReading, isMessage: boolean): Observation[] {
  const { key, stamp, cellOf } = row
  const source = isMessage ? cellOf('source').plain : cellOf('source').markdown
  const state = cellOf('state').plain.trim()
  return [
    ...(stamp && !digestOf(source).startsWith(stamp.source) ? [{ kind: 'source-changed', key } as const] : []),
    ...(stamp && stamp.state !== 'missing' && translationIn(row, isMessage) === '' ? [{ kind: 'emptied', key } as const] : []),
    ...(state !== '' && stateIn(row, reading) === undefined ? [{ kind: 'state', key, text: state } as const] : []),
    ...(reading.keepsTracked
      ? COLUMNS.flatMap(({ name }) => cellOf(name).tracked.map((each) => ({ kind: 'tracked', key, ...each }) as const))
      : []),
  ]
}

/** Rows that stand elsewhere than at the export: all but the longest run of rows in their order. */
function movedAmong(rows: readonly NamedRow[]): Observation[] {
  const numbered = rows.filter(({ stamp }) => stamp !== undefined)
  const kept = longestRising(numbered.map(({ stamp }) => stamp!.number))
  return numbered.filter((_, at) => !kept.has(at)).map(({ key }) => ({ kind: 'moved', key }))
}
