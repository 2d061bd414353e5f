import type { Catalog } from '../model/catalog.ts'
import type { ParsedDocument } from '../model/document.ts'
import type { Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'
import { failure, type Failure } from '../problem.ts'
import { changeLocales } from './alone.ts'
import { UNKNOWN, digestOf, emptiedAt, type Answer, type Ledger, type Origin, type RetiredTranslation, type Review } from './ledger.ts'
import { readTextCollection, type TextCollection } from './text-collection.ts'
import { keepOrder } from './order.ts'
import { joined, type Pending } from './pending.ts'
import { questionsOfEdits, type QuestionEdit } from './edit-questions.ts'
import type { Texts } from './reconcile.ts'
import { Retired, retiredOf } from './retired.ts'
import { SITE, catalogFile } from './store.ts'
import { writePending } from './sync.ts'

/** A change of one text in a locale file. */
export interface TextChange {
  readonly key: string
  /** The former text, empty if there was none. The change applies only while it stands there. */
  readonly before: string
  readonly after: string
  /** Source text that the new text answers. Absent if the basis and the review stay. */
  readonly answers?: string | undefined
  /** A person if absent. */
  readonly origin?: Origin | undefined
  /** Of a former text that returns. */
  readonly review?: Review | undefined
}

/** A change to one document’s texts in one language. It is the only way in which the program sets texts of people. */
export interface Edit extends QuestionEdit {
  readonly tag: Tag
  readonly changes: readonly TextChange[]
  /** Translations of texts that the document no longer has, for their return. */
  readonly kept?: readonly RetiredTranslation[] | undefined
}

/** A change that no longer applies, because the text was changed meanwhile. */
export interface Conflict {
  readonly change: TextChange
  /** The present text. */
  readonly present: string
}

/** Result of an edit: either all of it is written, or nothing. */
export type Applied =
  { readonly kind: 'applied'; readonly files: readonly string[] } | { readonly kind: 'conflict'; readonly conflicts: readonly Conflict[] }

/** Reads the source of a document, where it was parsed before and stands unchanged. */
export type SourceOf = (id: string) => Promise<ParsedDocument>

/**
 * Writes an edit together with the pending changes of a sync, so that the ledger knows what other texts answer. If a file is
 * saved meanwhile, the edit is applied to the new text, or refused if it no longer applies.
 * @param command name for the message to others
 * @throws Failure if another command holds the lock, a file cannot be read, or a key is unknown
 */
export function applyEdit(publication: Publication, edit: Edit, command: string, sourceOf?: SourceOf): Promise<Applied> {
  return applyEdits(publication, [edit], command, sourceOf)
}

/**
 * Writes several edits as one step: all of them or none. Otherwise as `applyEdit`.
 * @param edits one for each document and language
 */
export async function applyEdits(publication: Publication, edits: readonly Edit[], command: string, sourceOf?: SourceOf): Promise<Applied> {
  return changeLocales(publication, command, async () => {
    const documents = [...new Set(edits.map(({ document }) => document))].filter((id) => id !== SITE)
    const collection = await readTextCollection(publication, documents, sourceOf)
    const all = edits.map((edit) => ({ edit, texts: textsOf(collection, edit) }))
    const conflicts = all.flatMap(({ edit, texts }) => conflictsOf(texts, edit))
    if (conflicts.length > 0) return { kind: 'conflict', conflicts }
    const own = joined(all.map(({ edit, texts }) => pendingOfEdit(texts, edit)))
    const questions = questionsOfEdits(edits, collection)
    return { kind: 'applied', files: await writePending(publication, collection.pending, { ...own, questions }) }
  })
}

/**
 * Selects the texts of an edit.
 * @throws Failure for an unknown key or language
 */
function textsOf({ documents, site, failures }: TextCollection, { tag, document, changes }: Edit): Texts {
  const texts = document === SITE ? site : documents.find((each) => each.document.id === document)
  if (!texts) throw failures[0]!
  const isUnknown = ({ key }: TextChange): boolean => !texts.english.entries.has(key)
  if (changes.some(isUnknown) || !texts.translations.some((catalog) => catalog.tag === tag)) throw unknown(tag, document, changes.filter(isUnknown)) // prettier-ignore
  return texts
}

/** The changes that no longer apply: the present text is neither the former nor the new one. */
function conflictsOf({ translations }: Pick<Texts, 'translations'>, { tag, changes }: Edit): Conflict[] {
  const catalog = translations.find((each) => each.tag === tag)
  return changes.flatMap((change) => {
    const present = catalog?.entries.get(change.key)?.text ?? ''
    return present === change.before || present === change.after ? [] : [{ change, present }]
  })
}

/**
 * The pending changes of an edit without conflicts, based on the texts after a sync. Pure. Law: every former text is afterwards
 * in its catalog or, if it was removed, retired in the ledger.
 */
export function pendingOfEdit({ english, translations, ledgers }: Texts, { tag, changes, kept }: Edit): Pending {
  const index = translations.findIndex((catalog) => catalog.tag === tag)
  const [catalog, before] = [translations[index]!, ledgers[index]!]
  return {
    catalogs: [withTexts(catalog, english, changes)],
    ledgers: [{ before, after: withAnswers(before, english, changes, kept) }],
    moved: [],
  }
}

function withTexts(catalog: Catalog, english: Catalog, changes: readonly TextChange[]): Catalog {
  const entries = new Map(catalog.entries)
  for (const { key, after } of changes) {
    const known = entries.get(key)
    entries.set(key, known ? { ...known, text: after, written: undefined } : { text: after, position: { line: 1, column: 1 } })
  }
  const keys = [...english.entries.keys()]
  return { ...catalog, entries: keepOrder(entries, { document: keys, previous: keys, file: [...catalog.entries.keys()] }) }
}

function withAnswers(ledger: Ledger, english: Catalog, changes: readonly TextChange[], kept: readonly RetiredTranslation[] = []): Ledger {
  const answers = new Map(ledger.answers)
  const retired = new Retired([...ledger.retired, ...kept])
  for (const { key, before, after, answers: basis, origin, review } of changes) {
    const known = answers.get(key)
    if (after === '') {
      answers.set(key, emptiedAt(english.entries.get(key)!.text))
      retired.add(known ? retiredOf(key, before, known) : { key, basis: UNKNOWN, text: before })
    } else {
      const answer = answerTo(after, known, basis, origin, review)
      if (!answer) continue
      answers.set(key, answer)
      retired.forget(key, answer, after)
    }
  }
  return { ...ledger, answers, retired: retired.list() }
}

/** The ledger’s answer for a new text. Absent if its basis is unknown; the next sync finds it. */
function answerTo(
  text: string,
  known: Answer | undefined,
  basis: string | undefined,
  origin: Origin = 'person',
  review?: Review,
): Answer | undefined {
  const digest = digestOf(text)
  if (basis !== undefined) return { basis, digest, origin, ...(review && { review }) }
  return known && { ...known, digest }
}

function unknown(tag: Tag, document: string, changes: readonly TextChange[]): Failure {
  return failure({
    rule: 'unknown-key',
    file: catalogFile(tag, document),
    message: changes.length > 0 ? 'There is no text with this key.' : 'This document has no translation into this language.',
    found: changes.map(({ key }) => key).join(', '),
    expected: 'keys of the document, as they are now',
    remedy: 'Read the document again: its source may have changed meanwhile.',
  })
}
