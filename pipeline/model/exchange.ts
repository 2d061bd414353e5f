/** Texts as they travel to translators’ tools and back, whatever the format of the file. */
import type { Position, Problem } from '../problem.ts'
import type { Place, SegmentKind } from './document.ts'

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
  /** Digest of the translation at the export. Absent if a tool dropped it, and in files of other origin. */
  readonly exported?: string | undefined
  readonly remarks?: readonly Remark[] | undefined
  /** Place of the source text. */
  readonly place?: Place | undefined
  /** Place in the file that was read. */
  readonly position?: Position | undefined
  /** What keeps its text from being taken: a mark within it has lost what it stands for. */
  readonly problem?: Problem | undefined
}

/** The texts of one document, or of the interface, in one language. */
export interface ExchangedTexts {
  /** Document id, or `site`. Empty if the file does not say. */
  readonly document: string
  readonly title: string
  /** Languages of source and translation, as the format writes them. Empty if the file does not say. */
  readonly source: string
  readonly target: string
  readonly units: readonly Unit[]
}
