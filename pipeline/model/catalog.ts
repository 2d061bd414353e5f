/** Catalogs of texts by key, and the states of their translations. */
import type { Position } from '../problem.ts'
import type { Tag } from './language.ts'

/** A catalog’s text and its place in the file. */
export interface Entry {
  readonly text: string
  /** Place of the key. */
  readonly position: Position
  /** File of that place, if it is not the catalog’s: the publisher’s texts stand in publication.yaml. */
  readonly file?: string | undefined
  /** Place of the text’s opening quotation mark. Absent if the text is not from a file. */
  readonly value?: Position | undefined
  /** The literal in the file, if it is not the shortest form, such as \\u00eb for ë. */
  readonly written?: string | undefined
}

/** Layout of a locale file. Rewriting the file keeps the layout that a person’s editor gave it. */
export interface Layout {
  readonly newline: '\n' | '\r\n'
  readonly indent: string
  /** True if an empty line separates the entries. */
  readonly spaced: boolean
}

/** Texts by key of one document, or of the interface, in one locale, in file order. */
export interface Catalog {
  readonly tag: Tag
  /** The document's id, or `site`. */
  readonly namespace: string
  /** Path relative to the root, whether or not the file exists. */
  readonly file: string
  readonly entries: ReadonlyMap<string, Entry>
  /**
   * Further entries with the same key, in file order. They arise when two branches use one key for two texts and a merge keeps
   * both.
   */
  readonly twins?: ReadonlyMap<string, readonly Entry[]> | undefined
  /** Layout of the file. Absent if the file does not exist yet. */
  readonly layout?: Layout | undefined
  /** Digest of the file as it was read. The file is overwritten only while it still has this digest. */
  readonly digest?: string | undefined
}

/**
 * Kind of change in a text, the weightiest first: `facts` (a number, date, name or link), `wording`, `markup` (such as emphasis),
 * `punctuation` (and capital letters). A translation stays right after a change of `punctuation`.
 */
export type ChangeKind = 'facts' | 'wording' | 'markup' | 'punctuation'

/** A text that was edited. */
export interface Change {
  readonly kind: ChangeKind
  readonly before: string
  readonly after: string
}

/**
 * Reason why the English that a translation answers is unknown:
 * - `no-repository`: the publication is not in a git repository
 * - `not-installed`: git is missing
 * - `refused`: git gives no answer
 * - `untracked`: the file is not in the repository
 * - `shallow`: the history is incomplete
 * - `moved`: the commit was rebased, squashed or cherry-picked, and the original is unknown
 * - `imported`: the commit added the whole file, whose texts may be older than their English
 */
export type Doubt = 'no-repository' | 'not-installed' | 'refused' | 'untracked' | 'shallow' | 'partial' | 'moved' | 'imported'

/**
 * State of a segment’s translation. `stale` means that the English was edited since. `minor` means that the edit changed
 * punctuation or capitals only. `reviewed` of a stale translation refers to the former English. `doubt` means that both texts
 * were edited in an unknown order; `change.before` is then the last English known to be answered, or empty.
 */
export type SegmentState =
  | { readonly state: 'missing' | 'translated' | 'reviewed' }
  | {
      readonly state: 'stale'
      readonly change: Change
      readonly minor: boolean
      readonly reviewed: boolean
      readonly doubt?: Doubt | undefined
    }

/** A text that was changed in an edition after it was published. */
export interface Correction {
  readonly key: string
  /** Empty for a text that was added. */
  readonly before: string
  /** Empty for a text that was removed. */
  readonly after: string
  /** Day of the change, ISO 8601. Absent for one that is in no commit yet. */
  readonly on: string | undefined
}

/** Corrections of the editions of a document. */
export interface Corrections {
  readonly byTag: ReadonlyMap<Tag, readonly Correction[]>
  /** Reason why those of some edition are unknown. */
  readonly doubt: Doubt | undefined
}
