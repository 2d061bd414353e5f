import { openHistory, type History } from '../history/witness.ts'
import type { Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'
import type { Document, ParsedDocument, Picture } from '../model/document.ts'
import type { Catalog } from '../model/catalog.ts'
import { Failure } from '../problem.ts'
import { anchorsOf, type Anchors } from '../source/anchors.ts'
import type { KeyReport } from './keys.ts'
import { readLogo } from '../source/logo.ts'
import { readDocument } from '../source/read.ts'
import { isComplete, localesOf } from './locales.ts'
import { lostIn, type Lost } from './lost.ts'
import { readLedger, type Ledger, type RetiredTranslation } from './ledger.ts'
import { settle } from './interim.ts'
import { formerIds, listOrphans } from './orphans.ts'
import { isEmpty, joined, pendingOf, type Move, type Pending } from './pending.ts'
import { reconcile, type Reconciled, type Texts } from './reconcile.ts'
import { carryQuestions } from './carry-questions.ts'
import type { QuestionFile } from './questions.ts'
import { readSite, type Site, type SiteTexts } from './site.ts'
import { readCatalog } from './store.ts'
import { tellApart } from './twins.ts'
import { findWitnesses } from './witnesses.ts'

/** Documents with keys and all their texts, in the state after a sync. */
export interface TextCollection {
  readonly documents: readonly Reconciled[]
  /** Interface texts. A sync never writes their English. */
  readonly site: SiteTexts
  /** Changes of interface keys since the last sync. Absent before the first. */
  readonly siteReport?: KeyReport | undefined
  /** The publisher’s logo. */
  readonly logo?: Picture | undefined
  /** Failures of documents in reading. The other documents are complete. */
  readonly failures: readonly Failure[]
  /** Ids of documents whose English or keys changed since the last sync; `site` for the interface. */
  readonly unsynced: readonly string[]
  /** Renamed documents: their former and present ids. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[]
  /** New keys of texts that shared a key after a merge, with the shared keys. */
  readonly shared: readonly { readonly document: string; readonly key: string; readonly from: string }[]
  /** Translations that disappeared from locale files since the last sync. */
  readonly lost: readonly Lost[]
  /** Ids with texts in `locales/` but without a folder in `content/`. */
  readonly orphans: readonly string[]
  /** Questions by document id, or `site`, at the present keys. Those of damaged files are missing. */
  readonly questions: ReadonlyMap<string, QuestionFile>
  /** Pending changes of a sync. */
  readonly pending: Pending
  /** Anchors of a document that links may lead into. Absent if it could not be read. */
  readonly anchorsOf: (document: string) => Anchors | undefined
}

/** A reader of a publication’s texts, one document at a time. */
export interface Reader {
  readonly site: Site
  /** Ids with texts in `locales/` but without a folder in `content/`, including former ids of renamed documents. */
  readonly orphans: readonly string[]
  /**
   * Reads a document with all its texts and reconciles them. Writes nothing.
   * @throws Failure for a missing or malformed file
   */
  readonly read: (id: string) => Promise<Opened>
}

/**
 * Opens the texts of a publication, beginning with the interface.
 * @param sourceOf reads the source of a document
 * @param known the interface, if it was read before and is unchanged
 * @throws Failure if the interface texts cannot be read
 */
export async function openReader(
  publication: Publication,
  sourceOf = (id: string): Promise<ParsedDocument> => readDocument(publication, id),
  known?: Site,
): Promise<Reader> {
  const locales = localesOf(publication, publication.source)
  const orphans = await listOrphans(publication)
  const formerIdOf = formerIds(publication, orphans)
  const history = openHistory(publication.root)
  const site = known ?? (await readSite(publication, locales, history))
  return {
    site,
    orphans,
    read: async (id) => openDocument(publication, await sourceOf(id), orphans.length > 0 ? formerIdOf : undefined, history),
  }
}

/**
 * Reads documents, locales and ledgers, and reconciles them. Writes nothing.
 * @param sourceOf reads the source of a document
 * @throws Failure if the interface texts, the logo, or all documents cannot be read
 */
export async function readTextCollection(
  publication: Publication,
  ids: readonly string[],
  sourceOf?: (id: string) => Promise<ParsedDocument>,
): Promise<TextCollection> {
  const [{ site, orphans, read }, logo] = await Promise.all([openReader(publication, sourceOf), readLogo(publication)])
  const attempts: (Failure | Opened)[] = []
  // One at a time, because a large publication might not fit into memory. Reading takes little time.
  for (const id of ids) attempts.push(await read(id).catch(asFailure))
  const failures = attempts.filter((attempt) => attempt instanceof Failure)
  const opened = attempts.flatMap((attempt) => (attempt instanceof Failure ? [] : [attempt]))
  if (opened.length === 0 && failures.length > 0) throw new Failure(...failures.flatMap(({ problems }) => problems))
  const { questions, changes, failures: damaged } = await carryQuestions(publication, opened)
  const changed = [...opened, site].filter(({ pending }) => !isEmpty(pending))
  const renamed = opened.flatMap(({ id, from }) => (from === undefined ? [] : [{ from, to: id }]))
  return {
    documents: opened.map(({ reconciled }) => reconciled),
    site: site.texts,
    siteReport: site.report,
    logo,
    failures: [...failures, ...damaged],
    unsynced: [...opened, site].filter(({ movedOn }) => movedOn).map(({ id }) => id),
    renamed,
    lost: [...opened, site].flatMap(({ lost }) => lost),
    shared: opened.flatMap(({ id, shared }) => [...shared].map(([key, from]) => ({ document: id, key, from }))),
    orphans: orphans.filter((id) => !renamed.some(({ from }) => from === id)),
    questions,
    pending: { ...joined(changed.map(({ pending }) => pending)), questions: changes },
    anchorsOf: await collectAnchors(
      opened.map(({ reconciled }) => reconciled.document),
      read,
    ),
  }
}

/**
 * Collects the anchors of documents, and of the documents that they link into.
 * @param read reads a document that was not requested
 */
async function collectAnchors(known: readonly Document[], read: Reader['read']): Promise<TextCollection['anchorsOf']> {
  const documents = new Map(known.map((document) => [document.id, document]))
  for (const id of known.flatMap(documentsLinkedInto)) {
    if (documents.has(id)) continue
    // Its problems are reported when it is requested.
    const other = await read(id).catch(() => undefined)
    if (other) documents.set(id, other.reconciled.document)
  }
  const anchors = new Map<string, Anchors>()
  return (id) => {
    const document = documents.get(id)
    if (!anchors.has(id) && document) anchors.set(id, anchorsOf(document))
    return anchors.get(id)
  }
}

/** Documents that a document links into, at a place in them. */
function documentsLinkedInto({ links }: Document): string[] {
  return [...links.values()].flatMap((target) => (target.kind === 'place' && target.fragment !== '' ? [target.document] : []))
}

/** A document with all its texts, in the state after a sync. */
export interface Opened {
  readonly id: string
  readonly reconciled: Reconciled
  readonly shared: ReadonlyMap<string, string>
  readonly lost: readonly Lost[]
  readonly from: string | undefined
  /** True if the English or the keys changed since the last sync. */
  readonly movedOn: boolean
  /** True if git was asked about the writers of translations. */
  readonly isToldByGit: boolean
  /** True if no sync has seen the document. It may be a renamed one, with texts under another id. */
  readonly isNew: boolean
  readonly pending: Pending
}

function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error
  throw error
}

async function openDocument(
  publication: Publication,
  draft: ParsedDocument,
  formerIdOf: ((id: string) => Promise<string | undefined>) | undefined,
  history: History,
): Promise<Opened> {
  const { id, front } = draft
  const source = front.language ?? publication.source
  const own = await readAll(publication, id, source)
  const formerId = own.english.layout ? undefined : await formerIdOf?.(id)
  const former = formerId === undefined ? undefined : await readAll(publication, formerId, source)
  const { texts: present, shared } = tellApart(own)
  const texts = former ? moved(tellApart(former).texts, present) : present
  const { witnessOf, isAsked } = await findWitnesses(history, texts, formerId === undefined ? [id] : [id, formerId], shared)
  const reconciled = reconcile(draft, texts, isComplete, witnessOf)
  const pending = pendingOf(former ? texts : own, reconciled, former && moveOf(former, own))
  return {
    id,
    reconciled,
    shared,
    lost: lostIn(reconciled.document.segments, reconciled.translations, texts.ledgers),
    from: formerId,
    movedOn: pending.catalogs.length > 0,
    isToldByGit: isAsked,
    isNew: own.english.layout === undefined,
    pending,
  }
}

async function readAll(publication: Publication, id: string, source: Tag): Promise<Texts> {
  const english = await readCatalog(publication, source, id)
  const translations: Catalog[] = []
  const ledgers: Ledger[] = []
  // One at a time, so that memory holds one long file’s text.
  for (const tag of localesOf(publication, source)) {
    const translation = await readCatalog(publication, tag, id)
    const textOf = (key: string): string => translation.entries.get(key)?.text ?? ''
    translations.push(translation)
    ledgers.push(settle(await readLedger(publication, tag, id, textOf), translation))
  }
  return { english, translations, ledgers }
}

function moveOf(former: Texts, own: Texts): Move {
  return { english: { from: former.english, to: own.english }, removed: [...former.ledgers, ...former.translations] }
}

/**
 * The texts of a renamed document under its present id. Texts that an interrupted sync already wrote there stay; edits made since
 * at the former place are retired.
 */
function moved(former: Texts, own: Texts): Texts {
  const at = (catalog: Catalog, place: Catalog): Catalog => ({
    ...catalog,
    namespace: place.namespace,
    file: place.file,
    layout: catalog.layout ?? place.layout,
    digest: place.digest,
    entries: new Map([...catalog.entries, ...[...place.entries].filter(([, { text }]) => text !== '')]),
  })
  const translations = former.translations.map((catalog, index) => at(catalog, own.translations[index]!))
  return {
    english: at(former.english, own.english),
    translations,
    ledgers: former.ledgers.map((ledger, index) => {
      const { file, digest, answers, retired } = own.ledgers[index]!
      const overwritten = replacedTexts(former.translations[index]!, own.translations[index]!, former.english)
      const both = { ...ledger, file, digest, retired: [...ledger.retired, ...retired, ...overwritten], replaced: answers }
      return { ...settle(both, translations[index]!), replaced: undefined }
    }),
  }
}

/** Texts of the former catalog that differ in the present one. */
function replacedTexts(former: Catalog, own: Catalog, english: Catalog): RetiredTranslation[] {
  return [...former.entries].flatMap(([key, { text }]) => {
    const present = own.entries.get(key)?.text ?? ''
    return text === '' || present === '' || present === text ? [] : [{ key, basis: english.entries.get(key)?.text ?? '', text }]
  })
}
