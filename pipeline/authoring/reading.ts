import type { Root } from 'hast'
import type { Tag } from '../model/language.ts'
import type { Notice } from './notice.ts'
import type { Passage } from './word/prepare-text.ts'

/** A picture in an author’s file. */
export interface FoundPicture {
  readonly bytes: Uint8Array
  readonly mediaType: string
}

/** What a file says of itself. */
export interface Properties {
  readonly title?: string | undefined
  readonly author?: string | undefined
  readonly description?: string | undefined
  /** ISO 8601. */
  readonly date?: string | undefined
  /** Language tag, as the file writes it. */
  readonly language?: string | undefined
}

/** A file of an author as HTML, with what is known of it besides. */
export interface Reading {
  readonly html: Root
  /** Pictures by the address that the HTML has for them. */
  readonly pictures: ReadonlyMap<string, FoundPicture>
  readonly properties: Properties
  /** The language of the edition that the file was made of. Absent for any other file. */
  readonly edition?: Tag | undefined
  /** Texts that must stand in the document. */
  readonly passages: readonly Passage[]
  readonly notices: readonly Notice[]
  readonly headingsByLook: readonly string[]
}
