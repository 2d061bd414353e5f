import type { Interface } from '../edition/interface.ts'
import type { SharedFiles } from '../html/assets.ts'
import type { Column } from '../html/column.ts'
import type { Theme } from '../html/theme.ts'
import type { Hyphenation } from '../html/typography.ts'
import type { Picture } from '../model/document.ts'
import type { Artifact, Edition } from '../model/edition.ts'
import type { Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'
import type { PageLayout } from '../pdf/page-layout.ts'
import type { Printer } from '../pdf/printer.ts'
import type { Signer } from '../publish/signature.ts'
import type { Facts } from './facts.ts'

/** The tag and document that name an edition. */
export type Named = Pick<Edition, 'tag' | 'document'>

/** An edition with its interface. */
export interface Composed {
  readonly edition: Edition
  readonly words: Interface
  readonly facts: Facts
  /** The columns of a parallel edition, which is joined of them. */
  readonly columns?: readonly Column[] | undefined
}

/** A former version of an edition: its folder in the output, and its day (ISO 8601). */
export interface FormerVersion {
  readonly folder: string
  readonly day: string
}

/** The means shared by all editions of a build. */
export interface BuildContext {
  readonly publication: Publication
  readonly theme: Theme
  /** Makers of the requested formats, by name. */
  readonly makers: ReadonlyMap<string, Maker>
  /** Absent if no requested format is printed. */
  readonly printer: Printer | undefined
  /** Shared files of web pages. Absent if no web page is made. */
  readonly assets: SharedFiles | undefined
  /** The publisher’s logo, and its address relative to the output. */
  readonly logo: { readonly picture: Picture; readonly address: string | undefined } | undefined
  /** Former versions of an edition that stay in the output, the last first. */
  readonly versionsOf: (edition: Named, formerly: readonly string[], facts: Facts) => readonly FormerVersion[]
  /** Signs packages. Absent without a key. */
  readonly signer: Signer | undefined
}

/** The means shared by the editions of one document. */
export interface DocumentContext {
  /** Editions to which web pages link. */
  readonly siblings: readonly Tag[]
  /** Parallel editions to which web pages link, by their columns. */
  readonly beside: readonly (readonly Tag[])[]
  /** Hyphenation for print. */
  readonly hyphenation: Hyphenation
}

/** Begins the files of an edition before it is composed, so that slow preparations run meanwhile. */
export type Maker = (of: Named, context: DocumentContext, buildContext: BuildContext) => Begun

/** An edition’s files in one format, begun. */
export interface Begun {
  /**
   * Renders the edition.
   * @throws Failure if this edition cannot be made
   */
  render(composed: Composed): Promise<Rendered>
  /** Gives up the edition. */
  abandon(): void
}

/** An edition’s files in one format, complete but for facts about other formats. */
export interface Rendered {
  /** Absent for a format without pages. */
  readonly layout?: PageLayout
  /**
   * Finishes the files.
   * @param others the same edition in the other formats
   * @throws Failure if this edition cannot be made
   */
  finish(others: Others): Promise<readonly Artifact[]>
}

/** An edition in all formats, as far as one of them asks. No two may ask for each other. */
export interface Others {
  /** Finishes the files in a format. Empty if that is not made. */
  readonly artifactsOf: (format: string) => Promise<readonly Artifact[]>
  /** Layout of the print. Absent if no format has pages. */
  readonly layout: PageLayout | undefined
}

/** An entry in the registry of formats. */
export interface Format {
  /** File names of an edition, the main one first. */
  readonly filesOf: (edition: Named) => readonly [string, ...string[]]
  /** Label for people. */
  readonly label: string
  readonly isPrinted: boolean
  /** Formats that this one is made of. */
  readonly needs: readonly string[]
  /** True if editions share further files, such as a style sheet. */
  readonly hasAssets: boolean
  readonly load: () => Promise<Maker>
}
