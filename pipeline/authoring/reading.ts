import type { Root } from 'hast'
import type { Tag } from '../model/language.ts'
import type { Notice } from './notice.ts'
import type { Properties } from './properties.ts'

/** A picture in an author’s file. */
export interface FoundPicture {
  readonly bytes: Uint8Array
  readonly mediaType: string
}

/** A text of the file, to be found again in the document. */
export interface Passage {
  readonly text: string
  readonly place: string | undefined
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
