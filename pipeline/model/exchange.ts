/** Texts as they travel to translators’ tools and back, whatever the format of the file. */
import type { Position, Problem } from '../problem.ts'
import type { Place, SegmentKind } from './document.ts'
import type { Question } from './question.ts'

/** A remark beside a text: a question, or an answer to one. */
export interface Remark {
  readonly by?: string | undefined
  readonly text: string
}

/** State of an exchanged text. In a file that was read, `stale` also stands for what its translator marked as unfinished. */
export type UnitState = 'missing' | 'stale' | 'translated' | 'reviewed'

/** A segment and its translation in a file. */
export interface Unit {
  readonly key: string
  /** Absent for an interface text, which is an ICU message. */
  readonly kind?: SegmentKind | undefined
  readonly source: string
  /** Empty if there is no translation. */
  readonly text: string
  readonly state: UnitState
  /** The former source that a stale text answers. Absent if it is unknown. */
  readonly basis?: string | undefined
  /** Digest of the translation at the export, or its beginning. Absent if a tool dropped it, and in files of other origin. */
  readonly exported?: string | undefined
  /** Beginning of the digest of the source at the export, where the source in the file may be another’s writing. */
  readonly exportedSource?: string | undefined
  readonly remarks?: readonly Remark[] | undefined
  /** Questions about the segment, as they were asked here. Nobody reads them back. */
  readonly questions?: readonly Question[] | undefined
  /** What its reader asks in the file. */
  readonly asked?: readonly Asking[] | undefined
  /** True if its reader has marked it as reviewed since the export. */
  readonly isReviewed?: boolean | undefined
  /** Place of the source text. */
  readonly place?: Place | undefined
  /** Place in the file that was read. */
  readonly position?: Position | undefined
  /** What keeps its text from being taken: a mark within it has lost what it stands for. */
  readonly problem?: Problem | undefined
}

/** A question in a file, with the answers that others gave there. */
export interface Asking extends Remark {
  /** ISO 8601 date. Absent if the file does not tell. */
  readonly on?: string | undefined
  readonly answers?: readonly Asking[] | undefined
}

/** What a table tells besides its texts, and a person should know. Rows are named by their keys. */
export type Observation =
  | { readonly kind: 'moved' | 'deleted' | 'source-changed' | 'emptied' | 'not-reviewed' | 'signs'; readonly key: string }
  | { readonly kind: 'added'; readonly row: number; readonly text: string }
  | { readonly kind: 'state'; readonly key: string; readonly text: string }
  | {
      readonly kind: 'tracked'
      readonly key: string
      readonly by?: string | undefined
      readonly inserted: string
      readonly deleted: string
    }
  | { readonly kind: 'reviews'; readonly count: number }
  | { readonly kind: 'comment'; readonly by?: string | undefined; readonly text: string }

/** The texts of one document, or of the interface, in one language. */
export interface ExchangedTexts {
  /** Document id, or `site`. Empty if the file does not say. */
  readonly document: string
  readonly title: string
  /** Languages of source and translation, as the format writes them. Empty if the file does not say. */
  readonly source: string
  readonly target: string
  readonly units: readonly Unit[]
  /** Of a table that an office program has saved. */
  readonly table?: Table | undefined
}

/** What is known of a table as a whole. */
export interface Table {
  /** Number of rows at the export. */
  readonly count: number
  /** Who has saved it, as the program calls them. */
  readonly by?: string | undefined
  readonly observations: readonly Observation[]
}
