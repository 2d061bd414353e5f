/** What a publication says of itself. */
import type { Position } from '../problem.ts'
import type { Tag } from './language.ts'

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
  /** Whom to ask, where a document does not say it itself. */
  readonly contact?: string | undefined
  /** Whose views a report gives, and who answers for them. */
  readonly disclaimer?: string | undefined
  /** What the logo says, where it is not the publisher’s name alone. */
  readonly logoWords?: string | undefined
  readonly look: Look
  /** Where the file says something, by the field’s name. */
  readonly places: ReadonlyMap<string, Position>
  readonly paper: PaperName
  /** The language of documents that do not name their own, and of what is said here. */
  readonly source: Tag
  readonly editions: readonly Tag[]
  /** One for each edition. */
  readonly gates: ReadonlyMap<Tag, Gate>
  /** Findings that a person has looked at and found right. */
  readonly ignores: readonly Ignore[]
  /** Ids of the documents, sorted: the folders of `content/`. */
  readonly documents: readonly string[]
}

/** How a publisher’s documents look: what `theme:` says. */
export interface Look {
  /** The name of a file beside `publication.yaml`, and where that says so. */
  readonly logo?: { readonly file: string; readonly position: Position } | undefined
  /** `#rrggbb`; where nothing is said, that of the styles. */
  readonly accent?: { readonly light: string; readonly dark: string } | undefined
  /** Whether the languages’ own words for “language” stand on covers. */
  readonly band: boolean
  /** The face that texts are set in; headings and tables have none but sans. */
  readonly text: 'serif' | 'sans'
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

/** What an edition must have reached before it is final, and what happens to it below that. */
export interface Gate {
  readonly requires: 'translated' | 'reviewed'
  readonly below: 'draft' | 'skip' | 'fail'
}
