import type { Heading, Image, ImageReference, Paragraph, Parent, PhrasingContent, Root, TableCell } from 'mdast'
import type { Position, Problem } from './problem.ts'

/** The tags of the languages and scripts that an edition can have. Bare `sr` is never used: i18next and Intl resolve it differently. */
export type Tag = 'en' | 'sq' | 'mk' | 'sr-Cyrl' | 'sr-Latn'

/** The tag of the language that documents are written in. */
export const SOURCE_TAG = 'en' satisfies Tag

/** The papers that PDFs can be made for. */
export type PaperName = 'A4' | 'A5' | 'Letter'

/** What `content/publication.yaml` says. */
export interface Publication {
  /** Absolute path of the root that holds `content/`, `locales/`, `templates/`. */
  readonly root: string
  readonly title: string
  readonly publisher: string
  /** A few sentences about who publishes: the end of a press release, the imprint of a report. */
  readonly about?: string | undefined
  /** Where the publisher is reached by post. */
  readonly address?: string | undefined
  /** Whose views a report gives, and who answers for them. */
  readonly disclaimer?: string | undefined
  readonly paper: PaperName
  readonly editions: readonly Tag[]
  /** One for each edition. */
  readonly gates: ReadonlyMap<Tag, Gate>
  /** Findings that a person has looked at and found right. */
  readonly ignores: readonly Ignore[]
  /** Ids of the documents, sorted: the folders of `content/`. */
  readonly documents: readonly string[]
}

/** A finding of one rule about one text that is to be left out of reports. */
export interface Ignore {
  readonly rule: string
  readonly edition: Tag
  /** A document’s id, or `site`. */
  readonly document: string
  readonly key: string
  /** Why the text is right as it is. */
  readonly reason: string
  /** Where `publication.yaml` says so. */
  readonly position: Position
}

/** Where a text stands: the file, relative to the root, and the place in it. */
export interface Place extends Position {
  readonly file: string
}

/** The kinds of thing that a segment can be. */
export type SegmentKind = 'heading' | 'paragraph' | 'item' | 'cell' | 'note' | 'alternative' | 'caption' | 'front' | 'programme'

/** The unit that is translated, before it has a key. `text` is inline Markdown on one line. */
export interface Passage {
  readonly kind: SegmentKind
  readonly text: string
  readonly place: Place
  /** The words of the heading above, for a readable key; empty before the first. */
  readonly section: string
  /** A key that the structure gives: a front matter field, an id of the programme. */
  readonly fixedKey?: string
  /** The node of the tree that the text came from; none for front matter and programme. */
  readonly node?: TranslatedNode
}

/** The tree nodes whose text is translated. */
export type TranslatedNode = Heading | Paragraph | TableCell | Image | ImageReference

/** A passage with its name for life. */
export interface Segment extends Passage {
  readonly key: string
}

/** The fields of a document's front matter. */
export interface FrontMatter {
  readonly title: string
  /** The title for the head of each page, where the title is too long for it. */
  readonly 'short-title'?: string | undefined
  readonly subtitle?: string | undefined
  readonly authors: readonly string[]
  /** How the PDF is laid out; chosen by length and kind where it is not given. */
  readonly form?: FormName | undefined
  /** Where it was written, before the date of a press release. */
  readonly place?: string | undefined
  /** Whom to ask: the end of a press release. */
  readonly contact?: string | undefined
  /** What kind of text it is, for the cover. */
  readonly kind: string
  /** One sentence for search results and PDF metadata. */
  readonly description: string
  /** Date of the document itself, ISO 8601. */
  readonly date: string
  /** A text, or the address of one. */
  readonly licence?: string | undefined
  readonly isbn?: string | undefined
  /** The publisher’s own number. */
  readonly reference?: string | undefined
  /** A picture in the document’s folder, and what those are told who do not see it. */
  readonly cover?: CoverPicture | undefined
  readonly numbering: Numbering
  /** `no` keeps the whole document as it is in every edition. */
  readonly translate?: 'yes' | 'no' | undefined
}

/** A cover’s picture. `focus` is the point that is never cut off, from the left and from the top: 50% 20%. */
export interface CoverPicture {
  readonly picture: string
  readonly alternative: string
  readonly focus?: string | undefined
  readonly place: Place
}

/** The forms of print: a press release or statement; a paper of a few pages; one with a cover. */
export type FormName = 'letter' | 'brief' | 'report'

/** How all editions of a document are laid out. */
export interface Form {
  readonly name: FormName
  /** How many pages of A4 the text of its longest edition takes, as far as its length tells. */
  readonly pages: number
}

/** Whether the pages before the text are numbered i, ii, …, and the text from 1; otherwise all pages are counted. */
export type Numbering = 'continuous' | 'roman-front'

export type Gender = 'female' | 'male'

/** Someone on the programme. `language` is that of the name's own spelling, where it is certain. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly gender: Gender
  readonly language?: string | undefined
  readonly role?: string | undefined
  readonly organisation?: string | undefined
}

/** One item of a day; panels are numbered in order through all days. */
export interface Session {
  readonly id: string
  readonly kind: 'opening' | 'panel' | 'closing'
  readonly subject?: string | undefined
  readonly chair?: string | undefined
  readonly speakers: readonly string[]
}

/** `date` is ISO 8601. */
export interface Day {
  readonly date: string
  readonly sessions: readonly Session[]
}

/** `content/<document>/programme.yaml`: the event behind a document. Organisations and people are by id. */
export interface Programme {
  readonly place: string
  readonly organisers: readonly string[]
  readonly framework: string
  readonly organisations: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, Person>
  readonly days: readonly Day[]
}

/** A picture that a document shows. `name` is its path in the document's folder. */
export interface Picture {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** A file that a document links to. `name` is its path in the document's folder. */
export interface Attachment {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Where a link of a document leads. */
export type Target =
  /** On the web, to a mailbox, a phone. */
  | { readonly kind: 'address'; readonly url: string }
  /** To a place in this document or another, by its name on GitHub; without one, to the beginning. */
  | { readonly kind: 'place'; readonly document: string; readonly fragment: string }
  /** To a file beside the document. */
  | { readonly kind: 'file'; readonly name: string; readonly fragment: string }
  | Nowhere

/** What leads nowhere, why, and what may be meant. */
export interface Nowhere {
  readonly kind: 'nowhere'
  readonly fault: LinkFault
  readonly near: readonly string[]
}

/** Why an address names no file beside the document. */
export type FileFault = 'elsewhere' | 'absolute' | 'outside' | 'backslash' | 'name' | 'link' | 'folder' | 'case' | 'missing'

/** Why a link leads nowhere. */
export type LinkFault = FileFault | 'empty' | 'scheme' | 'mailbox' | 'incomplete' | 'kind' | 'document' | 'foreign' | 'markdown' | 'active'

/** A text of YAML that has lost a part of what its writer wrote, and what to say of it. */
export interface CutText {
  readonly position: Position
  readonly message: string
  readonly found: string
  readonly expected: string
  readonly remedy: string
}

/** A document as it was read: `passages` in reading order. */
export interface Draft {
  readonly id: string
  readonly front: FrontMatter
  readonly tree: Root
  /** The Markdown that the tree was parsed from. */
  readonly source: string
  readonly programme?: Programme | undefined
  /** By their addresses as the Markdown has them. */
  readonly pictures: ReadonlyMap<string, Picture>
  /** Why a picture cannot be shown, by its address; of a file that several addresses name it is said at the first. */
  readonly missing: ReadonlyMap<string, readonly Problem[]>
  /** Where links lead, by their addresses as the Markdown has them. */
  readonly links: ReadonlyMap<string, Target>
  readonly attachments: readonly Attachment[]
  /** Texts of front matter and programme of which a part is lost, by their file. */
  readonly cuts: readonly (CutText & { readonly file: string })[]
  readonly passages: readonly Passage[]
  /** The texts of front matter and programme by key, where the document is kept from translation. */
  readonly kept?: ReadonlyMap<string, string> | undefined
}

/** A document whose passages have keys. */
export interface Document extends Omit<Draft, 'passages'> {
  readonly segments: readonly Segment[]
}

/** A text of a catalog and where a translator finds it. */
export interface Entry {
  readonly text: string
  /** The key’s place. */
  readonly position: Position
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

/** What an edition must have reached before it is final, and what happens to it below that. */
export interface Gate {
  readonly requires: 'translated' | 'reviewed'
  readonly below: 'draft' | 'skip' | 'fail'
}

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
  /** 1, 2, … for panels. */
  readonly number?: number | undefined
  readonly subject?: Phrase | undefined
  readonly chair?: LocalizedPerson | undefined
  readonly speakers: readonly LocalizedPerson[]
}

export interface LocalizedProgramme {
  readonly place: Phrase
  readonly organisers: readonly Phrase[]
  readonly framework: Phrase
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
  readonly kind: Phrase
  /** Whether it sums up what others said: its date is not theirs. */
  readonly isSummary: boolean
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

/** GitHub's callouts: a quotation that begins with [!NOTE] or the like. */
export type Alert = 'note' | 'tip' | 'important' | 'warning' | 'caution'

/** An element that texts may write as HTML, with words inside. `title` is what an abbreviation stands for. */
export interface InlineElement extends Parent {
  type: 'inlineElement'
  name: 'sub' | 'sup' | 'kbd' | 'abbr'
  title?: string | undefined
  children: PhrasingContent[]
}

declare module 'mdast' {
  interface PhrasingContentMap {
    inlineElement: InlineElement
  }

  interface RootContentMap {
    inlineElement: InlineElement
  }

  /** What composing an edition notes on the nodes of its tree. */
  interface Data {
    /** The block stands in English for want of a translation. */
    fallback?: true
    /** The block answers English that has changed since. */
    stale?: true
    /** The block is not translated: a comment before it, or in it, says “translate: no”. */
    kept?: true
    /** Where comments stood in the block’s words or between its blocks, as offsets in the source. */
    comments?: [start: number, end: number][]
    /** The heading is the front matter’s title, and stands with it alone. */
    isTitle?: true
    /** The paragraph is the caption of the table beside it, or says where that table or picture is from. */
    beside?: 'caption' | 'source'
    /** What a quotation calls out. */
    alert?: Alert
    /** The heading's id in the page. */
    id?: string
    /** The language of a quotation, where it is not the edition's. */
    language?: Tag
    /** Where the link leads. */
    lead?: Lead
    /** What the image shows: without it, nothing is shown. */
    picture?: Picture
    /** The words stand in the place of a picture that cannot be shown. */
    isMissingPicture?: true
  }
}
