import { openReader } from '../catalog/library.ts'
import type { Composed } from '../formats/format.ts'
import { gateEditions } from '../gates/verdicts.ts'
import type { Tag } from '../model/language.ts'
import { anchorsOf, type Anchors } from '../source/anchors.ts'
import { readDocument } from '../source/read.ts'
import type { Draft } from '../model/document.ts'
import { keepAnswers, type Answers } from './answers.ts'
import { assess } from './assess.ts'
import { openComposer } from './composer.ts'
import type { View } from './project.ts'
import { readWithLinks, type ReadDocument } from './read-document.ts'
import { readShared, type Assessment, type Shared } from './shared.ts'

/** What can be asked of a publication, as it was when it was looked at. Each answer is made once. */
export interface Queries {
  readonly shared: Shared
  /** A document with its texts. @throws Failure where a file of it is missing or malformed */
  document(id: string): Promise<ReadDocument>
  /** How far the texts of a document are, and what is wrong with them. @throws Failure as `document` does */
  assessment(id: string): Promise<Assessment>
  /** The languages in which the gates leave out a document. @throws Failure as `document` does */
  skipped(id: string): Promise<readonly Tag[]>
  /** One edition, as a build of all editions composes it. @throws Failure as `document` does */
  edition(id: string, tag: Tag): Promise<Composed>
}

/** So many documents are kept with their texts: those that a person works on, and those that a build has in hand. */
const MOST_DOCUMENTS = 8

/** Answers that outlast the moment at which they were asked for. */
export interface KeptAnswers {
  readonly shared: Answers<Shared>
  readonly sources: Answers<Draft>
  readonly documents: Answers<ReadDocument>
  readonly assessments: Answers<Assessment>
}

export function openKeptAnswers(): KeptAnswers {
  return {
    shared: keepAnswers(1),
    sources: keepAnswers(MOST_DOCUMENTS),
    documents: keepAnswers(MOST_DOCUMENTS),
    assessments: keepAnswers(MOST_DOCUMENTS),
  }
}

/** @throws Failure where what all documents share cannot be read */
export async function openQueries(view: View, kept: KeptAnswers): Promise<Queries> {
  const { publication } = view
  const digests = (when: 'looked at' | 'now') => (when === 'now' ? view.now() : view).digests
  const shared = await kept.shared.ask(
    view,
    'shared',
    () => readShared(publication),
    ({ siteTexts }, when) => digests(when).everything(siteTexts.isToldByGit),
  )
  // What a document is made from is looked at before it is read.
  const lookAt = (id: string): unknown => view.digests.own(id)
  const sourceOf = (id: string): Promise<Draft> =>
    kept.sources.ask(view, id, () => readDocument(publication, id), (_, when) => digests(when).source(id)) // prettier-ignore
  const reader = await openReader(publication, sourceOf, shared.siteTexts)
  // Of a document that links lead to, its places alone are kept.
  const places = new Map<string, Promise<Anchors | undefined>>()
  const anchorsIn = (id: string): Promise<Anchors | undefined> => {
    const known = places.get(id) ?? readAnchors(id)
    places.set(id, known)
    return known
  }
  // What is wrong with it is reported where it is asked for.
  const readAnchors = async (id: string): Promise<Anchors | undefined> => {
    lookAt(id)
    const opened = await reader.read(id).catch(() => undefined)
    return opened && anchorsOf(opened.reconciled.document)
  }
  const queries: Queries = {
    shared,
    document: (id) => {
      lookAt(id)
      return kept.documents.ask(
        view,
        id,
        () => readWithLinks(id, reader, anchorsIn),
        // What may be a document renamed is told by all that there is, which was not looked at.
        ({ bearings }, when) => (bearings.isNew ? when : digests(when).document(id, bearings)),
      )
    },
    assessment: async (id) => {
      const read = await queries.document(id)
      const make = (): Promise<Assessment> => assess(read, publication, shared)
      return kept.assessments.ask(view, id, make, (_, when) => (read.bearings.isNew ? when : digests(when).document(id, read.bearings)))
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
      const compose = await openComposer(read, publication, shared, (other, each) => !skipped.get(other)?.includes(each))
      return compose((await queries.assessment(id)).statuses, (await shared.site).statuses).compose(tag)
    },
  }
  return queries
}
