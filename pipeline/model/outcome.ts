/** The result of a build, by document. */
import type { PlainProblem } from '../problem.ts'
import type { DraftReasons } from './edition.ts'
import type { Tag } from './language.ts'

/** A published file: its path in the output folder, its size, and its SHA-256 in hexadecimal. */
export interface PublishedFile {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

/** A text and its language, which is the source language without a translation. */
export interface TextIn {
  readonly text: string
  readonly language: Tag
}

/** Facts of an edition for the pages that lead to it. */
export interface EditionFacts {
  readonly title: TextIn
  readonly kind: TextIn
  readonly description: TextIn
  /** ISO 8601. */
  readonly date: string
  readonly language: Tag
  /** Languages of the editions that stand beside it. Absent for an edition that stands alone. */
  readonly beside?: readonly Tag[] | undefined
  /** ISO 15924. */
  readonly script: string
  readonly state: 'final' | 'draft'
  /** How the text came into its language, and from which. */
  readonly origin: { readonly kind: 'original' | 'translation' | 'transliteration'; readonly from?: Tag | undefined }
  /** Source language, and the SHA-256 of its texts by key, in hexadecimal. */
  readonly source: { readonly language: Tag; readonly sha256: string }
  /**
   * Numbers of texts by the state of their translation, and the SHA-256 of the texts that it shows by key, in hexadecimal, which
   * manifests of former programs lack.
   */
  readonly texts: {
    readonly missing: number
    readonly stale: number
    readonly translated: number
    readonly reviewed: number
    readonly sha256?: string | undefined
  }
  /**
   * The day since which it reads as it does (ISO 8601): of its last correction, or else of the document. Absent while a correction
   * is in no commit yet.
   */
  readonly version?: string | undefined
  /** How many texts were corrected after the publication, by day (ISO 8601), the last first. Absent if none were. */
  readonly corrected?: readonly { readonly on: string; readonly texts: number }[] | undefined
  /** Number of pages of the PDF. Absent without one. */
  readonly pages?: number | undefined
}

/** What the editions of an output folder tell of themselves, by their folders: `sq/report`. */
export type Editions = ReadonlyMap<string, EditionFacts>

/** The result of a build for one edition. */
export interface EditionOutcome {
  /** Digest of all inputs. */
  readonly from: string
  /** Of editions side by side those of all, joined: sq+mk. */
  readonly tag: Tag
  readonly document: string
  /** Reasons why the edition is a draft. Absent if it is final. */
  readonly draft: DraftReasons | undefined
  /** Number of pages of the PDF. Absent if no PDF was requested. */
  readonly pages: number | undefined
  /** Problems found during the build. */
  readonly problems: readonly PlainProblem[]
  readonly files: readonly PublishedFile[]
  readonly facts: EditionFacts
  /** Time from the composed edition to its files, measured when they were made. */
  readonly milliseconds: number
}

/** The result of a build for one document. */
export interface DocumentOutcome {
  readonly document: string
  readonly editions: readonly EditionOutcome[]
  /** Editions that their gates leave out. */
  readonly skipped: readonly Tag[]
  readonly problems: readonly PlainProblem[]
  /** Former ids of the document. */
  readonly formerly: readonly string[]
  /** True if the English or its keys have changed since the last sync. */
  readonly isUnsynced: boolean
}
