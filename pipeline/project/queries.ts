import { openReader } from '../catalog/text-collection.ts'
import type { Reconciled } from '../catalog/reconcile.ts'
import type { Composed } from '../formats/format.ts'
import { gateEditions } from '../gates/verdicts.ts'
import type { Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'
import { anchorsOf, type Anchors } from '../source/anchors.ts'
import { readDocument } from '../source/read.ts'
import type { ParsedDocument } from '../model/document.ts'
import { keepAnswers, type Answers } from './answers.ts'
import { assess } from './assess.ts'
import type { Bearings } from './bearings.ts'
import type { Digests } from './digests.ts'
import { readWithLinks, type ReadDocument } from './read-document.ts'
import { readShared, type Assessment, type Shared } from './shared.ts'

/** A publication at one moment, as far as answers depend on it. */
export interface Moment {
  readonly publication: Publication
  /** Digests that also change if a file was written and has its former content again. */
  readonly stamps: Digests
}

/** Queries about a publication at one moment. Each answer is made once. */
export interface Queries {
  readonly shared: Shared
  /**
   * A document with its texts.
   * @throws Failure for a missing or malformed file
   */
  document(id: string): Promise<ReadDocument>
  /**
   * The source of a document, as it was parsed.
   * @throws Failure as `document` does
   */
  source(id: string): Promise<ParsedDocument>
  /**
   * A document with its texts, of which nothing is kept: for a look at all documents, which would take the place of those that a
   * person works on.
   * @throws Failure as `document` does
   */
  glance(id: string): Promise<Reconciled>
  /**
   * Status of a document’s texts, and their problems.
   * @throws Failure as `document` does
   */
  assessment(id: string): Promise<Assessment>
  /**
   * Languages in which gates leave out a document.
   * @throws Failure as `document` does
   */
  skipped(id: string): Promise<readonly Tag[]>
  /**
   * One edition, composed as in a build of all editions.
   * @throws Failure as `document` does
   */
  edition(id: string, tag: Tag): Promise<Composed>
}

/** Limit of documents kept with their texts: those that a person works on, and those in progress in a build. */
const MOST_DOCUMENTS = 8

/** Answers that are kept from one moment to the next. */
export interface KeptAnswers {
  readonly shared: Answers<Moment, Shared>
  readonly sources: Answers<Moment, ParsedDocument>
  readonly documents: Answers<Moment, ReadDocument>
  readonly assessments: Answers<Moment, Assessment>
}

export function openKeptAnswers(): KeptAnswers {
  return {
    shared: keepAnswers(1),
    sources: keepAnswers(MOST_DOCUMENTS),
    documents: keepAnswers(MOST_DOCUMENTS),
    assessments: keepAnswers(MOST_DOCUMENTS),
  }
}

/**
 * Opens the queries.
 * @throws Failure if shared files cannot be read
 */
export async function openQueries(moment: Moment, kept: KeptAnswers): Promise<Queries> {
  const { publication } = moment
  // Inputs are looked at before they are read.
  moment.stamps.everything(false)
  const lookAt = (id: string): unknown => moment.stamps.own(id)
  const shared = await kept.shared.ask(moment, 'shared', () => readShared(publication), fromShared)
  const sourceOf = (id: string): Promise<ParsedDocument> =>
    kept.sources.ask(moment, id, () => readDocument(publication, id), (_, { stamps }) => stamps.source(id)) // prettier-ignore
  const reader = await openReader(publication, sourceOf, shared.siteTexts)
  let passing: ReturnType<typeof openReader> | undefined
  // For a linked document, only its anchors are kept.
  const places = new Map<string, Promise<Anchors | undefined>>()
  const anchorsIn = (id: string): Promise<Anchors | undefined> => {
    const known = places.get(id) ?? readAnchors(id)
    places.set(id, known)
    return known
  }
  // A linked document’s problems are reported when it is itself requested.
  const readAnchors = async (id: string): Promise<Anchors | undefined> => {
    lookAt(id)
    const opened = await reader.read(id).catch(() => undefined)
    return opened && anchorsOf(opened.reconciled.document)
  }
  const queries: Queries = {
    shared,
    source: sourceOf,
    glance: async (id) => (await (await (passing ??= openReader(publication, undefined, shared.siteTexts))).read(id)).reconciled,
    document: (id) => {
      lookAt(id)
      return kept.documents.ask(
        moment,
        id,
        () => readWithLinks(id, reader, anchorsIn),
        ({ bearings }, at) => fromDocument(id, bearings, at),
      )
    },
    assessment: async (id) => {
      const read = await queries.document(id)
      const make = (): Promise<Assessment> => assess(read, publication, shared)
      return kept.assessments.ask(moment, id, make, (_, at) => fromDocument(id, read.bearings, at))
    },
    skipped: async (id) => {
      const { statuses } = await queries.assessment(id)
      return gateEditions(publication, id, statuses, false).flatMap(({ tag, outcome }) => (outcome === 'skip' ? [tag] : []))
    },
    edition: async (id, tag) => {
      const read = await queries.document(id)
      const skipped = new Map(
        await Promise.all(
          read.bearings.linked.map(async (other) => [other, await queries.skipped(other).catch((): readonly Tag[] => [])] as const),
        ),
      )
      const { openComposer } = await import('./composer.ts')
      const compose = await openComposer(read, publication, shared, (other, each) => !skipped.get(other)?.includes(each))
      return compose((await queries.assessment(id)).statuses, (await shared.site()).statuses).compose(tag)
    },
  }
  return queries
}

function fromShared({ siteTexts }: Shared, { stamps }: Moment): string {
  return stamps.everything(siteTexts.isToldByGit)
}

/** Digest of a document’s inputs. A possibly renamed document depends on all documents, which were not looked at. */
function fromDocument(id: string, bearings: Bearings, { stamps }: Moment): string | undefined {
  return bearings.isNew ? undefined : stamps.document(id, bearings)
}
