/** A document in one language and script. */
import type { PhrasingContent, Root } from 'mdast'
import type { Tag } from './language.ts'
import type { CoverPicture, Form, KindName, Numbering, Picture, Attachment } from './document.ts'
import type { Gender, Session } from './programme.ts'

/** What stands at a segment's place in an edition. `language` is English where the translation is missing. */
export interface Phrase {
  readonly nodes: readonly PhrasingContent[]
  /** The same without markup. */
  readonly text: string
  readonly language: Tag
  readonly fallback: boolean
  /** The translation answers English that has changed since. */
  readonly stale: boolean
}

/** A person in an edition; `original` where the edition spells the name otherwise, at the person's first place. */
export interface LocalizedPerson {
  readonly id: string
  readonly gender: Gender
  readonly name: Phrase
  readonly original?: { readonly text: string; readonly language: string } | undefined
  readonly role?: Phrase | undefined
  readonly organisation?: Phrase | undefined
}

export interface LocalizedSession {
  readonly id: string
  readonly kind: Session['kind']
  readonly label?: Phrase | undefined
  /** 1, 2, … for panels. */
  readonly number?: number | undefined
  readonly subject?: Phrase | undefined
  readonly chair?: LocalizedPerson | undefined
  readonly speakers: readonly LocalizedPerson[]
}

export interface LocalizedProgramme {
  readonly place: Phrase
  readonly organisers: readonly Phrase[]
  readonly framework: Phrase | undefined
  /** ISO 8601: the first and the last day. */
  readonly start: string
  readonly end: string
  readonly days: readonly { readonly date: string; readonly sessions: readonly LocalizedSession[] }[]
}

/** A heading of the outline; `id` is ASCII and unique in the page. */
export interface OutlineEntry {
  readonly id: string
  readonly depth: number
  readonly phrase: Phrase
}

/** One document in one language and script. */
export interface Edition {
  readonly tag: Tag
  readonly document: string
  readonly date: string
  readonly form: Form
  readonly title: Phrase
  readonly shortTitle: Phrase | undefined
  readonly subtitle: Phrase | undefined
  readonly place: Phrase | undefined
  readonly contact: Phrase | undefined
  /** As the programme spells them in this edition, where they stand in it; else as they are. */
  readonly authors: readonly Phrase[]
  /** In the document’s own words; nothing where those of the interface for its kind stand there. */
  readonly kind: Phrase | undefined
  readonly kindName: KindName | undefined
  readonly description: Phrase
  /** In words, or as an address. */
  readonly licence: Phrase | string | undefined
  readonly isbn: string | undefined
  readonly reference: string | undefined
  /** Where the picture cannot be shown, its alternative text stands there. */
  readonly cover: (Pick<CoverPicture, 'focus'> & { readonly picture: Picture | undefined; readonly alternative: Phrase }) | undefined
  readonly numbering: Numbering
  /** The localized tree; blocks that fell back carry `data.fallback`, those that answer former English `data.stale`. */
  readonly body: Root
  readonly programme?: LocalizedProgramme | undefined
  /** Pictures and files beside the page. */
  readonly beside: readonly Attachment[]
  readonly outline: readonly OutlineEntry[]
  /** Why the edition is a draft; nothing where it is final. */
  readonly draft: DraftReasons | undefined
}

/** Where a link of an edition leads. */
export type Lead =
  | { readonly kind: 'address'; readonly url: string }
  /** To a place in the page, by its id. */
  | { readonly kind: 'place'; readonly id: string }
  /** To an edition of another document, and a place in it. */
  | { readonly kind: 'edition'; readonly tag: Tag; readonly document: string; readonly id: string | undefined }
  | { readonly kind: 'file'; readonly name: string; readonly fragment: string }

/** How many texts and pictures keep an edition from being final, those of the interface included. */
export interface DraftReasons {
  /** They stand in English for want of a translation. */
  readonly missing: number
  /** Their translations answer English that has changed since. */
  readonly stale: number
  /** They are translated, but the gate requires a review. */
  readonly unreviewed: number
  /** A check found an error in them. */
  readonly wrong: number
  /** Pictures that cannot be shown, in whose place their alternative texts stand. */
  readonly pictures: number
}

/** A file to publish, its path relative to the output folder. */
export interface Artifact {
  readonly path: string
  readonly bytes: Uint8Array
}
