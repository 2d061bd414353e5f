import type { Catalog } from '../model/catalog.ts'
import type { CarriedFile } from './authored-file.ts'
import type { Ledger } from './ledger.ts'
import { sameLedger } from './ledger-form.ts'
import type { QuestionFile } from './questions.ts'
import type { Texts } from './reconcile.ts'

/** A file of questions to write, and the one of a renamed document’s former id to remove. */
export interface QuestionChange {
  readonly after: QuestionFile
  readonly removed?: QuestionFile | undefined
}

/** Pending changes since the last sync, with the digests of the files as they were read. Paths are relative to the root. */
export interface Pending {
  readonly catalogs: readonly Catalog[]
  /** Those of them that hold sources. */
  readonly sources?: ReadonlySet<Catalog> | undefined
  readonly ledgers: readonly { readonly before: Ledger; readonly after: Ledger }[]
  /** Renamed documents. */
  readonly moved: readonly Move[]
  /** Questions whose keys or documents were renamed, or whose file is half merged. */
  readonly questions?: readonly QuestionChange[] | undefined
}

/** The files of a renamed document. The English catalog and `carried` are moved, the other files are removed. */
export interface Move {
  readonly english: { readonly from: Catalog; readonly to: Catalog }
  readonly removed: readonly (Catalog | Ledger)[]
  readonly carried: readonly CarriedFile[]
}

/**
 * The changes that a sync would make to a document’s texts.
 * @param move for a renamed document
 */
export function pendingOf(before: Texts, after: Texts, move: Move | undefined): Pending {
  const renamed = move !== undefined
  const isSourceNew = renamed || !sameTexts(after.english, before.english)
  return {
    sources: new Set(isSourceNew ? [after.english] : []),
    catalogs: [
      ...after.translations.filter(
        (catalog, index) => (renamed && catalog.entries.size > 0) || !sameTexts(catalog, before.translations[index]!),
      ),
      ...(isSourceNew ? [after.english] : []),
    ],
    ledgers: after.ledgers.flatMap((ledger, index) => {
      const known = before.ledgers[index]!
      const isToMove = renamed && ledger.answers.size + ledger.retired.length > 0
      return sameLedger(ledger, known) && !isToMove && !known.halfMerged ? [] : [{ before: known, after: ledger }]
    }),
    moved: move ? [move] : [],
  }
}

function sameTexts(a: Catalog, b: Catalog): boolean {
  if (a.entries.size !== b.entries.size) return false
  const others = [...b.entries]
  return [...a.entries].every(([key, { text }], at) => others[at]![0] === key && others[at]![1].text === text)
}

export function isEmpty({ catalogs, ledgers, moved: moves, questions = [] }: Pending): boolean {
  return catalogs.length + ledgers.length + moves.length + questions.length === 0
}

/** Joins the pending changes of several documents. */
export function joined(all: readonly Pending[]): Pending {
  return {
    catalogs: all.flatMap(({ catalogs }) => catalogs),
    sources: new Set(all.flatMap(({ sources = [] }) => [...sources])),
    ledgers: all.flatMap(({ ledgers }) => ledgers),
    moved: all.flatMap(({ moved: moves }) => moves),
    questions: all.flatMap(({ questions = [] }) => questions),
  }
}
