import type { Interface } from '../edition/interface.ts'
import type { Theme } from '../html/theme.ts'
import type { Hyphenation } from '../html/typography.ts'
import type { Picture } from '../model/document.ts'
import type { Artifact, Edition } from '../model/edition.ts'
import type { Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'
import type { PageLayout } from '../pdf/layout.ts'
import type { Printer } from '../pdf/printer.ts'

/** What names an edition. */
export type Named = Pick<Edition, 'tag' | 'document'>

/** An edition and the words around it. */
export interface Composed {
  readonly edition: Edition
  readonly words: Interface
}

/** What all editions of a build are made with. */
export interface Workshop {
  readonly publication: Publication
  readonly theme: Theme
  /** The formats that are made, by name. */
  readonly makers: ReadonlyMap<string, Maker>
  /** Nothing where none of them is printed. */
  readonly printer: Printer | undefined
  /** The address of the style for web pages, relative to the output; none where no web page is made. */
  readonly stylesheet: string | undefined
  /** The publisher’s, and its address as the style’s is told. */
  readonly logo: { readonly picture: Picture; readonly address: string | undefined } | undefined
}

/** What the editions of one document have in common. */
export interface DocumentContext {
  /** The editions that web pages lead to. */
  readonly siblings: readonly Tag[]
  /** Of the print. */
  readonly hyphenation: Hyphenation
}

/** Begins the files of an edition before it is composed, so that what is slow to start can start meanwhile. */
export type Maker = (of: Named, context: DocumentContext, workshop: Workshop) => Begun

/** An edition's files in one format, begun. */
export interface Begun {
  /** @throws Failure for what keeps this edition from being made */
  render(composed: Composed): Promise<Rendered>
  /** Gives up: nothing will be rendered. */
  abandon(): void
}

/** An edition's files in one format, as far as they can be made before the others are finished. */
export interface Rendered {
  /** Nothing for a format without pages. */
  readonly layout?: PageLayout
  /**
   * @param sizeOf the size in bytes of the same edition in another format, 0 where that is not made
   * @throws Failure for what keeps this edition from being made
   */
  finish(sizeOf: (format: string) => Promise<number>): Promise<readonly Artifact[]>
}

/** A row of the registry: what is known of a format before anything is made. */
export interface Format {
  /** The name of an edition’s file. */
  readonly fileOf: (edition: Named) => string
  /** As people call it. */
  readonly label: string
  readonly isPrinted: boolean
  /** Whether the editions share files of their own, such as a style sheet. */
  readonly hasAssets: boolean
  readonly load: () => Promise<Maker>
}
