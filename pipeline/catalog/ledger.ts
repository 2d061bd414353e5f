import { hash } from 'node:crypto'
import type { Doubt } from '../model/catalog.ts'
import type { Tag } from '../model/language.ts'

/** The reviewer of a translation, and the day (ISO 8601). */
export interface Review {
  readonly by?: string | undefined
  readonly on: string
}

/** Who brought a text: a person who wrote it, a file of another tool, or a machine. */
export type Origin = 'person' | 'import' | 'machine'

/** A translation as it last answered its English. */
export interface Answer {
  /** The English that it answers, or `UNKNOWN`. */
  readonly basis: string
  /** Digest of the translation. A translation with another digest has been edited since. */
  readonly digest: string
  /** Absent if it is unknown, or the tool copied the source. */
  readonly origin?: Origin | undefined
  readonly review?: Review | undefined
  /** Reason why the basis is uncertain. It is not stored: a sync settles on the basis. */
  readonly doubt?: Doubt | undefined
}

/** Basis of a translation whose English is unknown. */
export const UNKNOWN = ''

/** A translation whose English was removed or edited. `basis` is the English that it answers. */
export interface RetiredTranslation {
  readonly key: string
  readonly basis: string
  readonly text: string
  readonly origin?: Origin | undefined
  readonly review?: Review | undefined
}

/** What a ledger knows, wherever it is kept. */
export type Known = Pick<Ledger, 'answers' | 'retired' | 'replaced'>

/** The memory of one document’s translations in one locale. */
export interface Ledger {
  readonly tag: Tag
  readonly file: string
  /** Answers by key. */
  readonly answers: ReadonlyMap<string, Answer>
  readonly retired: readonly RetiredTranslation[]
  /** Answers of the former texts while the catalog is being replaced, by key. Digests tell former and new texts apart. */
  readonly replaced?: ReadonlyMap<string, Answer> | undefined
  /** Digest of the file as it was read. The file is overwritten only while it still has this digest. */
  readonly digest?: string | undefined
  /** True if the file has conflict markers. Both versions are read, and the next sync writes the file anew. */
  readonly halfMerged?: boolean
}

/** Path of a ledger, relative to the root. */
export function ledgerFile(tag: Tag, namespace: string): string {
  return `locales/ledger/${tag}/${namespace}.json`
}

/** Digest of a text: the first 64 bits of its SHA-256 in hexadecimal. */
export function digestOf(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 16)
}

const OF_NOTHING = digestOf('')

/** The answer of a text that a person took away: its source is to be translated again, and no former text returns for it. */
export function emptiedAt(basis: string): Answer {
  return { basis, digest: OF_NOTHING }
}

export function isEmptied(known: Answer | undefined): boolean {
  return known?.digest === OF_NOTHING
}
