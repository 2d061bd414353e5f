/** A document in one language and script. */
import type { PhrasingContent, Root } from 'mdast'
import type { Tag } from './language.ts'
import type { CoverPicture, Form, KindName, Numbering, Picture, Attachment } from './document.ts'
import type { Gender, Session } from './programme.ts'

/** A segment’s text in an edition. `language` is English if the translation is missing. */
export interface Phrase {
  readonly nodes: readonly PhrasingContent[]
  /** The text without markup. */
  readonly text: string
  readonly language: Tag
  readonly fallback: boolean
  /** True if the translation answers former English. */
  readonly stale: boolean
}

/**
 * A person in an edition. `original` is the name in its own spelling, if that differs; it is given at the person’s first mention
 * only.
 */
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
  /** 1, 2, … for panels; absent for other sessions. */
  readonly number?: number | undefined
  readonly subject?: Phrase | undefined
  readonly chair?: LocalizedPerson | undefined
  readonly speakers: readonly LocalizedPerson[]
}

export interface LocalizedProgramme {
  readonly place: Phrase
  readonly organisers: readonly Phrase[]
  readonly framework: Phrase | undefined
  /** First and last day, ISO 8601. */
  readonly start: string
  readonly end: string
  readonly days: readonly { readonly date: string; readonly sessions: readonly LocalizedSession[] }[]
}

/** A heading in the outline. `id` is ASCII and unique in the page. */
export interface OutlineEntry {
  readonly id: string
  readonly depth: number
  readonly phrase: Phrase
}

/** A section whose source was edited since it was translated. */
export interface SectionChanges {
  /** Id of its heading. Absent for the title page. */
  readonly id: string | undefined
  /** Absent for the title page and the programme. */
  readonly title: Phrase | undefined
  readonly texts: readonly TextChange[]
}

/** A text then and now. Empty where it was not there. */
export interface TextChange {
  readonly before: string
  readonly after: string
}

/** What was corrected in an edition on one day after it was published. */
export interface Corrected {
  /** ISO 8601. Absent for what is in no commit yet. */
  readonly on: string | undefined
  readonly sections: readonly SectionChanges[]
}

/** One document in one language and script. */
export interface Edition {
  readonly tag: Tag
  /** The language that the document is written in. */
  readonly source: Tag
  readonly document: string
  readonly date: string
  readonly form: Form
  readonly title: Phrase
  readonly shortTitle: Phrase | undefined
  readonly subtitle: Phrase | undefined
  readonly place: Phrase | undefined
  readonly contact: Phrase | undefined
  /** Names as the programme spells them in this edition; unchanged if the programme lacks them. */
  readonly authors: readonly Phrase[]
  /** The document’s own words for its kind. Absent if the interface has words for it. */
  readonly kind: Phrase | undefined
  readonly kindName: KindName | undefined
  readonly description: Phrase
  /** Text of the licence, or its address. */
  readonly licence: Phrase | string | undefined
  readonly isbn: string | undefined
  readonly doi: string | undefined
  /** Former ids of the document. */
  readonly formerly: readonly string[]
  readonly reference: string | undefined
  /** Cover picture. The alternative text replaces a picture that cannot be shown. */
  readonly cover: (Pick<CoverPicture, 'focus'> & { readonly picture: Picture | undefined; readonly alternative: Phrase }) | undefined
  readonly numbering: Numbering
  /**
   * The localized tree. English blocks without translation carry `data.fallback`; translations of former English carry
   * `data.stale`.
   */
  readonly body: Root
  readonly programme?: LocalizedProgramme | undefined
  /** Pictures and files published beside the page. */
  readonly beside: readonly Attachment[]
  readonly outline: readonly OutlineEntry[]
  /** Reasons why the edition is a draft. Absent if it is final. */
  readonly draft: DraftReasons | undefined
  /** The source of texts that it was edited in since they were translated. */
  readonly changes: readonly SectionChanges[]
  /** The last first. */
  readonly corrected: readonly Corrected[]
}

/** Target of a link in an edition. */
export type Lead =
  | { readonly kind: 'address'; readonly url: string }
  /** An element of the page, by id. */
  | { readonly kind: 'place'; readonly id: string }
  /** An edition of another document, and a place in it. */
  | { readonly kind: 'edition'; readonly tag: Tag; readonly document: string; readonly id: string | undefined }
  | { readonly kind: 'file'; readonly name: string; readonly fragment: string }

/** Numbers of texts and pictures that keep an edition a draft, including interface texts. */
export interface DraftReasons {
  /** Texts shown in English because their translation is missing. */
  readonly missing: number
  /** Translations of former English. */
  readonly stale: number
  /** Translations without the review that the gate requires. */
  readonly unreviewed: number
  /** Texts with an error from a check. */
  readonly wrong: number
  /** Pictures that cannot be shown. Their alternative texts replace them. */
  readonly pictures: number
}

/** A file to publish. `path` is relative to the output folder. */
export interface Artifact {
  readonly path: string
  readonly bytes: Uint8Array
}
