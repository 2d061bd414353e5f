/** A document, as it is read. */
import type { Heading, Image, ImageReference, Paragraph, Root, TableCell } from 'mdast'
import type { Position, Problem } from '../problem.ts'
import type { Tag } from './language.ts'
import type { Programme } from './programme.ts'

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
  /** What kind of text it is, for the cover: the name of a kind, or words of the document’s own. */
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
  /** The language that it is written in, where it is not the publication’s. */
  readonly language?: Tag | undefined
  /** `no` keeps the whole document as it is in every edition. */
  readonly translate?: 'yes' | 'no' | undefined
}

/** The kinds of text for which the interface has words. */
export type KindName = 'press release' | 'policy brief' | 'report' | 'summary' | 'guidelines' | 'minutes'

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
  /** The language that it is written in. */
  readonly language: Tag
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
