import type { SegmentKind } from '../../model/document.ts'
import type { UnitState } from '../../model/exchange.ts'

/** The columns of a table for reviewers, in order, with the width of each in millimetres, of a landscape A4. */
export const COLUMNS = [
  { name: 'key', width: 34 },
  { name: 'source', width: 80 },
  { name: 'translation', width: 80 },
  { name: 'state', width: 22 },
  { name: 'note', width: 28 },
  { name: 'question', width: 30 },
] as const

export type Column = (typeof COLUMNS)[number]['name']

/** The words around the texts of a table, in the language of its translators. */
export interface TableWords {
  readonly columns: Readonly<Record<Column, string>>
  readonly states: Readonly<Record<UnitState, string>>
  /** What a text is, where its page does not tell: a heading, a caption. */
  readonly kinds: Partial<Readonly<Record<SegmentKind | 'message', string>>>
  /** Before a former source. */
  readonly before: string
  /** What to do with the table. */
  readonly help: string
}

/** The words of tables in every language, by which columns and states are known again. In small letters. */
export interface KnownWords {
  readonly columns: ReadonlyMap<string, Column>
  readonly states: ReadonlyMap<string, UnitState>
}
