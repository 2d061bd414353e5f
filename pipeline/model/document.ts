/** A document as read from its folder. */
import type { Heading, Image, ImageReference, Paragraph, Root, TableCell } from 'mdast'
import type { Position, Problem } from '../problem.ts'
import type { Tag } from './language.ts'
import type { Programme } from './programme.ts'

/** Place of a text: line and column in a file. The path is relative to the root. */
export interface Place extends Position {
  readonly file: string
}

/** The kinds of segment. */
export type SegmentKind = 'heading' | 'paragraph' | 'item' | 'cell' | 'note' | 'alternative' | 'caption' | 'front' | 'programme'

/** An unkeyed segment, the unit of translation. `text` is inline Markdown on one line. */
export interface UnkeyedSegment {
  readonly kind: SegmentKind
  readonly text: string
  readonly place: Place
  /** Words of the heading above, for a readable key. Empty before the first heading. */
  readonly section: string
  /** A key given by the structure: a front matter field, or an id of the programme. */
  readonly fixedKey?: string
  /** The tree node of the text. Absent for front matter and programme. */
  readonly node?: TranslatedNode
}

/** The tree nodes whose text is translated. */
export type TranslatedNode = Heading | Paragraph | TableCell | Image | ImageReference

/** A passage with its permanent key. */
export interface Segment extends UnkeyedSegment {
  readonly key: string
}

/** The fields of a document's front matter. */
export interface FrontMatter {
  readonly title: string
  /** A shorter title for running heads, if the title is too long for them. */
  readonly 'short-title'?: string | undefined
  readonly subtitle?: string | undefined
  readonly authors: readonly string[]
  /** Layout of the PDF. Chosen by length and kind if absent. */
  readonly form?: FormName | undefined
  /** Place of writing, printed before the date of a press release. */
  readonly place?: string | undefined
  /** Contact, printed at the end of a press release. */
  readonly contact?: string | undefined
  /** Kind of document, printed on the cover: one of `KindName`, or free text. */
  readonly kind: string
  /** One sentence, for search results and PDF metadata. */
  readonly description: string
  /** Date of the document, ISO 8601. */
  readonly date: string
  /** Day on which it was published, ISO 8601. What is changed later is a correction. */
  readonly published?: string | undefined
  /** Text of the licence, or its address. */
  readonly licence?: string | undefined
  readonly isbn?: string | undefined
  /** Without an address before it. */
  readonly doi?: string | undefined
  /** Former ids of the document, whose addresses lead to it. */
  readonly formerly?: readonly string[] | undefined
  /** The publisher’s own reference number. */
  readonly reference?: string | undefined
  /** Cover picture from the document’s folder, with its alternative text. */
  readonly cover?: CoverPicture | undefined
  readonly numbering: Numbering
  /** The language that it is written in, where it is not the publication’s. */
  readonly language?: Tag | undefined
  /** `no` leaves the whole document untranslated in every edition. */
  readonly translate?: 'yes' | 'no' | undefined
}

/** The kinds of document that the interface has words for. */
export type KindName = 'press release' | 'policy brief' | 'report' | 'summary' | 'guidelines' | 'minutes'

/** Picture of a cover. `focus` is the point that cropping keeps, from left and top: `50% 20%`. */
export interface CoverPicture {
  readonly picture: string
  readonly alternative: string
  readonly focus?: string | undefined
  readonly place: Place
}

/** The print forms: `letter` for press releases and statements, `brief` for a few pages, `report` for documents with a cover. */
export type FormName = 'letter' | 'brief' | 'report'

/** Print form, common to all editions of a document. */
export interface Form {
  readonly name: FormName
  /** Estimated length of the longest edition, in pages of A4. */
  readonly pages: number
  /** Whether most of its chapters fill a page. */
  readonly areChaptersLong: boolean
}

/** Page numbers: continuous, or i, ii, … before the text and from 1 in it. */
export type Numbering = 'continuous' | 'roman-front'

/** A picture of a document. `name` is its path in the document’s folder. */
export interface Picture {
  readonly name: string
  /** The edition that alone has it, in the place of another. */
  readonly edition?: Tag | undefined
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** A file that a document links to. `name` is its path in the document’s folder. */
export interface Attachment {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Target of a link in a document. */
export type Target =
  /** A web address, mailbox or telephone number. */
  | { readonly kind: 'address'; readonly url: string }
  /** A place in this or another document. `fragment` is its name on GitHub, or empty for the beginning. */
  | { readonly kind: 'place'; readonly document: string; readonly fragment: string }
  /** A file beside the document. */
  | { readonly kind: 'file'; readonly name: string; readonly fragment: string }
  | Nowhere

/** A broken link: the reason, and likely intended targets. */
export interface Nowhere {
  readonly kind: 'nowhere'
  readonly fault: LinkFault
  readonly near: readonly string[]
}

/** Reason why an address names no file beside the document. */
export type FileFault = 'elsewhere' | 'absolute' | 'outside' | 'backslash' | 'name' | 'link' | 'folder' | 'case' | 'twin' | 'missing'

/** Reason why a link is broken. */
export type LinkFault =
  FileFault | 'empty' | 'scheme' | 'mailbox' | 'incomplete' | 'kind' | 'document' | 'above' | 'foreign' | 'markdown' | 'active'

/** A YAML text that is cut short by a remark or a name, with the parts of the problem to report. */
export interface CutText {
  readonly position: Position
  readonly message: string
  readonly found: string
  readonly expected: string
  readonly remedy: string
}

/** A parsed document without keys. `passages` are in reading order. */
export interface ParsedDocument {
  readonly id: string
  /** The language that it is written in. */
  readonly language: Tag
  readonly front: FrontMatter
  readonly tree: Root
  /** Markdown source of the tree. */
  readonly source: string
  readonly programme?: Programme | undefined
  /** Pictures by address, as written in the Markdown. */
  readonly pictures: ReadonlyMap<string, Picture>
  /** Pictures that stand in the place of these in single languages, by the same addresses. */
  readonly localPictures: ReadonlyMap<Tag, ReadonlyMap<string, Picture>>
  /** Problems of unusable pictures, by address. A file with several addresses is reported at the first. */
  readonly missing: ReadonlyMap<string, readonly Problem[]>
  /** Targets of links by address, as written in the Markdown. */
  readonly links: ReadonlyMap<string, Target>
  readonly attachments: readonly Attachment[]
  /** Texts of front matter and programme that are cut short, with their file. */
  readonly cuts: readonly (CutText & { readonly file: string })[]
  readonly passages: readonly UnkeyedSegment[]
  /** Texts of front matter and programme by key, if the document is not translated. */
  readonly kept?: ReadonlyMap<string, string> | undefined
}

/** A document with keyed segments. */
export interface Document extends Omit<ParsedDocument, 'passages'> {
  readonly segments: readonly Segment[]
}
