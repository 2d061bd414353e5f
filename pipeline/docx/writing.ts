import type { Paragraph, ParagraphChild } from 'docx'
import type { Element } from 'hast'
import type { BookPicture } from '../html/book-pictures.ts'

/** A document that is being written: what its blocks ask for, and what they leave for the document. */
export interface Writing {
  /** By the paths that pages name them by. */
  readonly pictures: ReadonlyMap<string, BookPicture>
  /** Width of the text in twentieths of a point. */
  readonly width: number
  /** Names of the places that links lead to, by id. */
  readonly bookmarks: ReadonlyMap<string, string>
  /** Places that the next paragraph is to have. */
  readonly pending: string[]
  /** Numbers of notes by id. */
  readonly notes: ReadonlyMap<string, number>
  /** Notes that were called. Word calls each once. */
  readonly called: Set<number>
  /** First numbers of the ordered lists, in their order. */
  readonly lists: number[]
  /** Count of pictures. */
  pictureCount: number
}

/** What is said of a stretch of text. */
export interface TextFormat {
  readonly language?: string
  readonly style?: string
  readonly bold?: boolean
  readonly italics?: boolean
  readonly strike?: boolean
  readonly subScript?: boolean
  readonly superScript?: boolean
}

/** What is said of the blocks of a part. */
export interface BlockFormat {
  readonly text: TextFormat
  /** Style of paragraphs that have none of their own. */
  readonly style?: string
  /** True for what stands before the contents. */
  readonly isFront?: boolean
  /** How deep lists and quotations stand in each other. */
  readonly depth: number
}

/** A paragraph’s words. */
export type Words = ParagraphChild[]

/** Paragraphs of notes, by their numbers. */
export type Notes = Readonly<Record<string, { readonly children: readonly Paragraph[] }>>

/** True if an element has one of some classes. */
export function hasClass({ properties }: Element, ...names: readonly string[]): boolean {
  return [properties['className'] ?? []].flat().some((name) => names.includes(name))
}

/** Elements among some nodes. */
export function elementsIn(nodes: readonly { readonly type: string }[]): Element[] {
  return nodes.filter((node) => node.type === 'element') as Element[]
}
