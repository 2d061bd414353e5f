import type { TermForms } from '../catalog/glossary.ts'
import type { TextCollection } from '../catalog/text-collection.ts'
import type { Texts } from '../catalog/reconcile.ts'
import type { SiteTexts } from '../catalog/site.ts'
import type { StrayFile } from '../catalog/stray-files.ts'
import type { Vanished } from '../catalog/vanished.ts'
import type { Speller } from '../language/spelling.ts'
import type { Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'
import type { Place, SegmentKind } from '../model/document.ts'
import type { Position, Problem, Severity } from '../problem.ts'
import type { Words } from '../wording.ts'
import type { Prose } from './prose.ts'

/** A person’s or organisation’s name in English, and its settled form in a language. */
export interface SettledName {
  readonly english: string
  readonly settled: string
  readonly person: boolean
}

/** A glossary term in one language, with an expression that finds it in English. */
export interface Term extends TermForms {
  readonly term: string
  readonly english: RegExp
}

/** Facts about one document in one language, for rules on a single text. */
export interface Facts {
  readonly tag: Tag
  readonly terms: readonly Term[]
  readonly names: readonly SettledName[]
  /** Words of all names in lower case, in every known spelling. */
  readonly nameWords: ReadonlySet<string>
  /** The standard of the language that the document follows. */
  readonly dialect: string | undefined
  /** Numbers of occurrences by word, in lower case. */
  readonly vocabulary: ReadonlyMap<string, number>
  /** All translations of the document. */
  readonly translations: readonly Translation[]
}

/** The description of a rule. */
interface Described {
  readonly id: string
  /** `error` makes an edition a draft, `warning` does not, `info` is advice. */
  readonly severity: Severity
  /** One line that says what the rule finds. */
  readonly meaning: string
  /** A faulty text and its correction. */
  readonly example: { readonly bad: string; readonly good: string }
}

/** A text in one language, English or a translation. */
export interface Text {
  readonly tag: Tag
  /** Document id, or `site` for the interface. */
  readonly document: string
  readonly key: string
  /** `message` for an ICU text of the interface; all others are inline Markdown. */
  readonly kind: SegmentKind | 'message'
  readonly prose: Prose
  /** Place for a person to find it. */
  readonly place: Place
}

/** A translation with its English. */
export interface Translation extends Text {
  readonly english: Prose
  /** Place of the English. */
  readonly source: Place
  /** The language of that text, which is another in publications whose source is not English. */
  readonly sourceTag: Tag
}

/** A finding in one text. `start` and `end` are offsets in the visible prose; without them it concerns the whole text. */
export interface Observation {
  readonly message: Words
  readonly found?: Words | undefined
  readonly expected?: Words | undefined
  /** Remedy for people who are not programmers. */
  readonly remedy: Words
  /** A lower severity than the rule’s own, for a finding that may well be right. */
  readonly severity?: 'warning' | 'info' | undefined
  readonly start?: number | undefined
  readonly end?: number | undefined
  /** Offset in the written text, for things that the visible prose lacks. */
  readonly rawStart?: number
  /** Replacement for `start` to `end`, only if it needs no judgement. */
  readonly mended?: string | undefined
}

/** A rule on one text, in any language. */
export interface TextRule extends Described {
  readonly looksAt: 'text'
  readonly find: (text: Text, facts: Facts, english: Prose | undefined) => readonly Observation[]
}

/** A rule that compares a translation with its English. */
export interface TranslationRule extends Described {
  readonly looksAt: 'translation'
  readonly find: (translation: Translation, facts: Facts) => readonly Observation[]
}

/** Texts of documents and, if included, of the interface. */
export interface Examinable extends Pick<TextCollection, 'documents' | 'anchorsOf'> {
  readonly site?: (Texts & Partial<Pick<SiteTexts, 'overridable'>>) | undefined
  /** Files missing from `locales/`. Undefined if nobody looked for them. */
  readonly vanished?: readonly Vanished[]
  /** Files of `locales/` that nothing reads. Undefined if nobody looked for them. */
  readonly strays?: readonly StrayFile[]
  /** Texts in the folders of documents that nothing reads, below `content/`. Undefined if nobody looked for them. */
  readonly unread?: readonly string[]
}

/** Input of a rule on the whole: texts of the publication, and the requested editions. */
export interface Examined {
  readonly publication: Publication
  readonly collection: Examinable
  readonly editions: readonly Tag[]
}

/** All texts, for rules that compare them. */
export interface Reading extends Examined {
  readonly english: readonly Text[]
  readonly translations: readonly Translation[]
  /** Translators’ notes. */
  readonly notes: readonly Text[]
  readonly factsOf: (text: Text) => Facts
  /** Spellers by language; undefined for one without a dictionary. */
  readonly spellers: ReadonlyMap<Tag, Speller | undefined>
}

/** A rule on the whole publication. */
export interface WholeRule extends Described {
  readonly looksAt: 'whole'
  readonly find: (reading: Reading) => readonly Problem[]
}

/** A check. */
export type Rule = TextRule | TranslationRule | WholeRule

/** Subject of a finding about a text, for rules on the whole. `unit` counts in the visible prose. */
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
