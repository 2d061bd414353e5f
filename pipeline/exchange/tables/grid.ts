import type { Asking } from '../../model/exchange.ts'
import type { Words } from '../../wording.ts'
import type { KnownWords } from './columns.ts'

/** A change that a program has noted down for others to accept. */
export interface Tracked {
  readonly by?: string | undefined
  readonly inserted: string
  readonly deleted: string
}

/** A cell of a table as it was read. */
export interface Cell {
  /** Its words, each paragraph on a line. */
  readonly plain: string
  /** Its words with Markdown’s marks for their styles. */
  readonly markdown: string
  /** What stands in it and is no text. */
  readonly foreign?: Words | undefined
  /** Who has written what was changed in it. */
  readonly by?: string | undefined
  readonly tracked: readonly Tracked[]
  readonly comments: readonly Asking[]
}

/** A row of a table. */
export interface GridRow {
  /** Its number in the file, from 1. */
  readonly number: number
  readonly cells: readonly Cell[]
}

/** Most rows of a table. A document has some thousands of texts. */
export const ROWS_AT_MOST = 50_000

/** The tables of an office file. */
export interface Grid {
  readonly rows: readonly GridRow[]
  /** Comments that stand in no row. */
  readonly elsewhere: readonly Asking[]
  /** Who has saved it. */
  readonly by?: string | undefined
}

/** How a table is read. */
export interface TableReading {
  readonly known: KnownWords
  /** True if changes that are noted down are left as they are, and listed. */
  readonly keepsTracked: boolean
}
