/** Texts by key, and how far their translations are. */
import type { Position } from '../problem.ts'
import type { Tag } from './language.ts'

/** A text of a catalog and where a translator finds it. */
export interface Entry {
  readonly text: string
  /** The key’s place. */
  readonly position: Position
  /** The file of that place, where it is another than the catalog’s: what publication.yaml says of the publisher is a text too. */
  readonly file?: string | undefined
  /** The place of the text’s opening quotation mark; nothing where the text is not from a file. */
  readonly value?: Position | undefined
  /** The text as it is written in the file, where that is not its shortest form: with \\u00eb for ë. */
  readonly written?: string | undefined
}

/** How a locale file is laid out: what a person's editor made of it stays. */
export interface Layout {
  readonly newline: '\n' | '\r\n'
  readonly indent: string
  /** Whether an empty line parts the entries. */
  readonly spaced: boolean
}

/** Key → text of one document (or of the interface) in one locale, in the file's order. */
export interface Catalog {
  readonly tag: Tag
  /** The document's id, or `site`. */
  readonly namespace: string
  /** Path relative to the root, whether or not the file exists. */
  readonly file: string
  readonly entries: ReadonlyMap<string, Entry>
  /** What stands at a key again, in the file’s order: two branches gave it to two texts, and a merge kept both. */
  readonly twins?: ReadonlyMap<string, readonly Entry[]> | undefined
  /** How the file is laid out; nothing where there is none yet. */
  readonly layout?: Layout | undefined
  /** Of the file as it was read: it is written over while it is still that one. */
  readonly digest?: string | undefined
}

/**
 * What changed in a text, the weightiest first: `facts` (a number, a date, a name or a link), `wording`, `markup`
 * (emphasis and the like), `punctuation` (and capital letters), which leaves a translation right.
 */
export type ChangeKind = 'facts' | 'wording' | 'markup' | 'punctuation'

/** A text that was edited. */
export interface Change {
  readonly kind: ChangeKind
  readonly before: string
  readonly after: string
}

/**
 * Why nobody knows which English the writer of a translation had before their eyes: there is no git repository, no git, or
 * git does not give it out; the file is not in it; its history is not all there; the commit was rebased or picked from
 * elsewhere and is not known as it was; or it brought the whole file, whose texts may be older than their English.
 */
export type Doubt = 'no-repository' | 'not-installed' | 'refused' | 'untracked' | 'shallow' | 'moved' | 'imported'

/**
 * How far a segment's translation is. It is `stale` where its English was edited since; `minor` where that was in
 * punctuation or capitals alone. `reviewed` of a stale one tells of the English before. With a `doubt` both were edited,
 * and nobody knows which came first; the English before is then the last one that is known to be answered, or empty.
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
