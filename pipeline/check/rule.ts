import type { Library } from '../catalog/library.ts'
import type { Texts } from '../catalog/reconcile.ts'
import type { SiteTexts } from '../catalog/site.ts'
import type { Speller } from '../language/spelling.ts'
import type { Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'
import type { Place, SegmentKind } from '../model/document.ts'
import type { Position, Problem, Severity } from '../problem.ts'
import type { Facts } from './facts-of.ts'
import type { Prose } from './prose.ts'

/** What all rules say of themselves. */
interface Described {
  readonly id: string
  /** `error` closes the gate, `warning` does not, `info` is advice. */
  readonly severity: Severity
  /** What it finds, in one line. */
  readonly meaning: string
  /** Something that it finds fault with, and the same put right. */
  readonly example: { readonly bad: string; readonly good: string }
}

/** A text of one language, English or a translation. */
export interface Text {
  readonly tag: Tag
  /** The document’s id, or `site` for the interface. */
  readonly document: string
  readonly key: string
  /** `message` is an ICU text of the interface; every other is inline Markdown. */
  readonly kind: SegmentKind | 'message'
  readonly prose: Prose
  /** Where a person finds it. */
  readonly place: Place
}

/** A translation beside the English that it answers. */
export interface Translation extends Text {
  readonly english: Prose
  /** Where the English stands. */
  readonly source: Place
  /** The language of that text, which is another in publications whose source is not English. */
  readonly sourceTag: Tag
}

/** What a rule finds in one text. `start` and `end` are offsets in the visible prose; without them the whole text is meant. */
export interface Observation {
  readonly message: string
  readonly found?: string | undefined
  readonly expected?: string | undefined
  /** What to do about it, for someone who is no programmer. */
  readonly remedy: string
  /** Less than the rule’s own, where it may well be right as it is. */
  readonly severity?: 'warning' | 'info' | undefined
  readonly start?: number | undefined
  readonly end?: number | undefined
  /** Where in the text as it is written, for what the visible prose does not have. */
  readonly rawStart?: number
  /** What belongs in the place of `start` to `end`, only where no judgement is needed. */
  readonly mended?: string | undefined
}

/** Looks at one text at a time, in whatever language. */
export interface TextRule extends Described {
  readonly looksAt: 'text'
  readonly find: (text: Text, facts: Facts, english: Prose | undefined) => readonly Observation[]
}

/** Holds one translation against its English. */
export interface TranslationRule extends Described {
  readonly looksAt: 'translation'
  readonly find: (translation: Translation, facts: Facts) => readonly Observation[]
}

/** The texts of documents and, where it is looked at as well, of the interface. */
export interface Examinable extends Pick<Library, 'documents' | 'anchorsOf'> {
  readonly site?: (Texts & Partial<Pick<SiteTexts, 'overridable'>>) | undefined
}

/** What a rule of the whole looks at: texts of the publication, and the editions that are asked about. */
export interface Examined {
  readonly publication: Publication
  readonly library: Examinable
  readonly editions: readonly Tag[]
}

/** Everything that there is to read, for rules that compare texts with each other. */
export interface Reading extends Examined {
  readonly english: readonly Text[]
  readonly translations: readonly Translation[]
  /** What translators added. */
  readonly notes: readonly Text[]
  readonly factsOf: (text: Text) => Facts
  /** By language; nothing stands for one without a dictionary. */
  readonly spellers: ReadonlyMap<Tag, Speller | undefined>
}

/** Looks at the publication as a whole. */
export interface WholeRule extends Described {
  readonly looksAt: 'whole'
  readonly find: (reading: Reading) => readonly Problem[]
}

/** One check of one thing. */
export type Rule = TextRule | TranslationRule | WholeRule

/** What a finding about a text says of it, for rules of the whole; `unit` counts in the visible prose. */
export function about({ tag, document, key, place, prose }: Text, unit = 0): Subject {
  const at = unit === 0 ? 0 : prose.at(unit) + 1
  return { edition: tag, document, key, file: place.file, position: { line: place.line, column: place.column + at } }
}

interface Subject {
  readonly edition: Tag
  readonly document: string
  readonly key: string
  readonly file: string
  readonly position: Position
}
