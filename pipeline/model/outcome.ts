/** What a build made of documents. */
import type { PlainProblem } from '../problem.ts'
import type { DraftReasons } from './edition.ts'
import type { Tag } from './language.ts'

/** A file that is published: its path in the output folder, its size, and its SHA-256 in hexadecimal. */
export interface PublishedFile {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

/** An edition as it is published. */
export interface EditionOutcome {
  /** The digest of all that it is made from. */
  readonly from: string
  readonly tag: Tag
  readonly document: string
  /** Why it is a draft; nothing where it is final. */
  readonly draft: DraftReasons | undefined
  /** Nothing where no PDF was asked for. */
  readonly pages: number | undefined
  /** What was found as it was made. */
  readonly problems: readonly PlainProblem[]
  readonly files: readonly PublishedFile[]
  /** From the composed edition to its files, when they were made. */
  readonly milliseconds: number
}

/** What became of a document. */
export interface DocumentOutcome {
  readonly document: string
  readonly editions: readonly EditionOutcome[]
  /** Editions that their gates leave out. */
  readonly skipped: readonly Tag[]
  readonly problems: readonly PlainProblem[]
  /** Whether its English or keys have moved on since the last sync. */
  readonly isUnsynced: boolean
}
