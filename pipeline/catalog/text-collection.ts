import { openHistory } from '../history/witness.ts'
import type { Document, ParsedDocument, Picture } from '../model/document.ts'
import type { Publication } from '../model/publication.ts'
import { Failure } from '../problem.ts'
import { anchorsOf, type Anchors } from '../source/anchors.ts'
import { readLogo } from '../source/logo.ts'
import { readDocument } from '../source/read.ts'
import { transferTranslations, type Transfer, type GoneDocument } from './between-documents.ts'
import { carryQuestions } from './carry-questions.ts'
import type { KeyReport } from './keys.ts'
import { localesOf } from './locales.ts'
import type { Lost } from './lost.ts'
import { openDocument, readTexts, type Opened } from './open-document.ts'
import { formerIds, listOrphans } from './orphans.ts'
import { isEmpty, joined, type Pending } from './pending.ts'
import type { QuestionFile } from './questions.ts'
import type { Reconciled } from './reconcile.ts'
import { readSite, type Site, type SiteTexts } from './site.ts'

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
  /** Texts that came from another document with their translations. Only a reading of all documents tells of them. */
  readonly transfers: readonly Transfer[]
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
  const [{ site, orphans, read: readOne }, logo] = await Promise.all([openReader(publication, sourceOf), readLogo(publication)])
  const attempts: (Failure | Opened)[] = []
  // One at a time, because a large publication might not fit into memory. Reading takes little time.
  for (const id of ids) attempts.push(await readOne(id).catch(asFailure))
  const failures = attempts.filter((attempt) => attempt instanceof Failure)
  const read = attempts.flatMap((attempt) => (attempt instanceof Failure ? [] : [attempt]))
  if (read.length === 0 && failures.length > 0) throw new Failure(...failures.flatMap(({ problems }) => problems))
  const isWhole = publication.documents.every((id) => ids.includes(id))
  const { opened, transfers } = isWhole
    ? transferTranslations(read, await goneOf(publication, orphans, read))
    : { opened: read, transfers: [] }
  const { questions, changes, failures: damaged } = await carryQuestions(publication, opened, transfers)
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
    transfers,
    lost: [...opened, site].flatMap(({ lost }) => lost),
    shared: opened.flatMap(({ id, shared }) => [...shared].map(([key, from]) => ({ document: id, key, from }))),
    orphans: orphans.filter((id) => !renamed.some(({ from }) => from === id)),
    questions,
    pending: { ...joined(changed.map(({ pending }) => pending)), questions: changes },
    anchorsOf: await collectAnchors(
      opened.map(({ reconciled }) => reconciled.document),
      readOne,
    ),
  }
}

/** The texts of documents whose folder is gone, and has not only another name. A malformed file gives none. */
async function goneOf(publication: Publication, orphans: readonly string[], read: readonly Opened[]): Promise<GoneDocument[]> {
  const renamed = new Set(read.map(({ from }) => from))
  const gone: GoneDocument[] = []
  for (const id of orphans.filter((each) => !renamed.has(each))) {
    const texts = await readTexts(publication, id, publication.source).catch(asFailure)
    if (!(texts instanceof Failure)) gone.push({ id, texts })
  }
  return gone
}

function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error
  throw error
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
