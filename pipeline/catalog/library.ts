import { LANGUAGES } from '../language/languages.ts'
import { SOURCE_TAG, type Catalog, type Publication, type Tag } from '../model.ts'
import { Failure } from '../problem.ts'
import { readDocument } from '../source/read.ts'
import { readLedger } from './ledger.ts'
import { reconcile, type Reconciled } from './reconcile.ts'
import { SITE, readCatalog } from './store.ts'

/** Documents with keys and all their texts, as they are after a sync. */
export interface Library {
  readonly documents: readonly Reconciled[]
  readonly site: { readonly english: Catalog; readonly translations: readonly Catalog[] }
  /** Why documents could not be read; the others are whole. */
  readonly failures: readonly Failure[]
  /** Ids of documents whose content or locales have moved on since the last sync. */
  readonly unsynced: readonly string[]
  /** What `sync` would write, by path relative to the root. */
  readonly pending: readonly (Catalog | Reconciled['ledgers'][number])[]
}

/** The locales that hold the texts of a publication's editions, English aside: those written by people, and those that override a derived text. */
function localesOf({ editions }: Publication): Tag[] {
  const needed = editions.flatMap((tag) => [tag, LANGUAGES[tag].derivedFrom ?? tag])
  return [...new Set(needed)].filter((tag) => tag !== SOURCE_TAG)
}

/** Whether a locale's files list every key: a derived one holds overrides alone. */
function isComplete(tag: Tag): boolean {
  return LANGUAGES[tag].derivedFrom === undefined
}

/**
 * Reads documents, locales and ledgers, and brings them up to date with each other. Writes nothing.
 * @throws Failure where the interface texts cannot be read, or no document can
 */
export async function readLibrary(publication: Publication, ids: readonly string[]): Promise<Library> {
  const locales = localesOf(publication)
  const [attempts, english, translations] = await Promise.all([
    Promise.all(ids.map((id) => readReconciled(publication, id, locales).catch(asFailure))),
    readCatalog(publication, SOURCE_TAG, SITE),
    Promise.all(locales.map((tag) => readCatalog(publication, tag, SITE))),
  ])
  const failures = attempts.filter((attempt) => attempt instanceof Failure)
  const documents = attempts.flatMap((attempt) => (attempt instanceof Failure ? [] : [attempt]))
  if (documents.length === 0 && failures.length > 0) throw new Failure(...failures.flatMap(({ problems }) => problems))
  const completed = translations.map((catalog) => (isComplete(catalog.tag) ? withKeysOf(english, catalog) : catalog))
  const unsynced = documents.filter(({ changed }) => changed.length > 0)
  return {
    documents: documents.map(({ reconciled }) => reconciled),
    site: { english, translations: completed },
    failures,
    unsynced: unsynced.map(({ reconciled }) => reconciled.document.id),
    pending: [
      ...documents.flatMap(({ changed }) => changed),
      ...completed.filter((catalog, index) => !sameTexts(catalog, translations[index]!)),
    ],
  }
}

function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error
  throw error
}

async function readReconciled(
  publication: Publication,
  id: string,
  locales: readonly Tag[],
): Promise<{ reconciled: Reconciled; changed: Library['pending'] }> {
  const [draft, english, translations, ledgers] = await Promise.all([
    readDocument(publication, id),
    readCatalog(publication, SOURCE_TAG, id),
    Promise.all(locales.map((tag) => readCatalog(publication, tag, id))),
    Promise.all(locales.map((tag) => readLedger(publication, tag, id))),
  ])
  const reconciled = reconcile(draft, { english, translations, ledgers }, isComplete)
  const changed = [
    ...(sameTexts(reconciled.english, english, 'in order') ? [] : [reconciled.english]),
    ...reconciled.translations.filter((catalog, index) => !sameTexts(catalog, translations[index]!)),
    ...reconciled.ledgers.filter((ledger, index) => JSON.stringify(ledger.retired) !== JSON.stringify(ledgers[index]!.retired)),
  ]
  return { reconciled, changed }
}

/** The interface texts of a locale in English order, empty where untranslated; keys that English lacks stay at the end, for `check` to name. */
function withKeysOf(english: Catalog, catalog: Catalog): Catalog {
  const known = [...english.entries.keys()].map(
    (key) => [key, catalog.entries.get(key) ?? { text: '', position: { line: 1, column: 1 } }] as const,
  )
  return { ...catalog, entries: new Map([...known, ...catalog.entries]) }
}

/** A file that a person put in another order, or re-indented, is left as it is. */
function sameTexts(a: Catalog, b: Catalog, order?: 'in order'): boolean {
  if (a.entries.size !== b.entries.size) return false
  if (order && [...a.entries.keys()].join('\n') !== [...b.entries.keys()].join('\n')) return false
  return [...a.entries].every(([key, { text }]) => b.entries.get(key)?.text === text)
}
