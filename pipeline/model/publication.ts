/** The facts of a publication. */
import type { Position } from '../problem.ts'
import type { FormatName } from './format-name.ts'
import type { Tag } from './language.ts'

/** The paper sizes of PDFs. */
export type PaperName = 'A4' | 'A5' | 'Letter'

/** The contents of `content/publication.yaml`. */
export interface Publication {
  /** Absolute path of the root that holds `content/`, `locales/`, `templates/`. */
  readonly root: string
  readonly title: string
  readonly publisher: string
  /** A few sentences about the publisher, for the end of a press release and the imprint of a report. */
  readonly about?: string | undefined
  /** The publisher’s postal address. */
  readonly address?: string | undefined
  /** Address of the site that the output is served at, with a slash at its end. Absent if it is not known. */
  readonly url?: string | undefined
  /** Contact for documents that give none of their own. */
  readonly contact?: string | undefined
  /** Statement of whose views a report gives and who answers for them. */
  readonly disclaimer?: string | undefined
  /** Terms under which what is published may be used. */
  readonly licence?: string | undefined
  /** Words in the logo, if they are not the publisher’s name alone. */
  readonly logoWords?: string | undefined
  readonly look: Look
  /** Places of the fields in the file, by name. */
  readonly places: ReadonlyMap<string, Position>
  readonly paper: PaperName
  /** What editions are made in, where the command line does not say. */
  readonly formats: readonly FormatName[]
  /** The language of documents that do not name their own, and of what is said here. */
  readonly source: Tag
  readonly editions: readonly Tag[]
  /** Editions that also stand side by side: two or three each, in the order of their columns. */
  readonly parallel: readonly (readonly Tag[])[]
  /** True if former versions of final editions stay in the output. */
  readonly versions?: boolean | undefined
  /** Gates by edition; each edition has one. */
  readonly gates: ReadonlyMap<Tag, Gate>
  /** Findings that a person has accepted as right. */
  readonly ignores: readonly Ignore[]
  /** Document ids, sorted: the folders of `content/`. */
  readonly documents: readonly string[]
  /** Texts in `content/` itself, sorted: files that were likely meant as documents. */
  readonly strays?: readonly string[] | undefined
}

/** Appearance of the publisher’s documents, from `theme:`. */
export interface Look {
  /** File name of the logo beside `publication.yaml`, and the place of the field. */
  readonly logo?: { readonly file: string; readonly position: Position } | undefined
  /** Accent colours as `#rrggbb`. Absent for the default of the styles. */
  readonly accent?: { readonly light: string; readonly dark: string } | undefined
  /** True if covers list the word “language” in all the languages. */
  readonly band: boolean
  /** Typeface of body text. Headings and tables are always sans. */
  readonly text: 'serif' | 'sans'
}

/** An accepted finding: one rule on one text, left out of reports. */
export interface Ignore {
  readonly rule: string
  readonly edition: Tag
  /** Document id, or `site`. */
  readonly document: string
  readonly key: string
  /** Reason why the text is right as it is. */
  readonly reason: string
  /** Place of the entry in `publication.yaml`. */
  readonly position: Position
}

/** The state that an edition must reach to be final, and the outcome below it. */
export interface Gate {
  readonly requires: 'translated' | 'reviewed'
  readonly below: 'draft' | 'skip' | 'fail'
}
