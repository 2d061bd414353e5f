import type { LimitFunction } from 'p-limit'
import type { Reconciled } from '../catalog/reconcile.ts'
import type { DocumentContext, Workshop } from '../formats/format.ts'
import { makeEdition, type Built, type Turn } from '../formats/make-edition.ts'
import { pagePath } from '../formats/registry.ts'
import { statusOfDocument, type Statuses } from '../gates/status.ts'
import type { GatedEdition } from '../gates/verdicts.ts'
import type { Hyphenation } from '../html/typography.ts'
import { loadHyphenation } from '../language/hyphenation.ts'
import { originOf } from '../language/registry.ts'
import type { Tag } from '../model/language.ts'
import type { EditionOutcome } from '../model/outcome.ts'
import type { Publication } from '../model/publication.ts'
import { Failure } from '../problem.ts'
import { openComposer, type Composer, type Stands } from '../project/composer.ts'
import type { Queries } from '../project/queries.ts'
import type { ReadDocument } from '../project/read-document.ts'
import type { Assessment } from '../project/shared.ts'
import type { Standing } from './standing.ts'

/** What is wanted of each document. */
export interface Wanted {
  readonly tags: readonly Tag[]
  /** Whether a path stands published already. */
  readonly isPublished: (path: string) => boolean
  /** The languages in which the gates leave out a document. */
  readonly skippedOf: (document: string) => Promise<readonly Tag[]>
  readonly standing: Pick<Standing, 'from' | 'editionOf' | 'before'>
  /** Lets so many editions be in hand at a time. */
  readonly turns: LimitFunction
  /** Called with each edition that is made. */
  readonly count: () => void
}

/** An edition that was made. */
export interface MadeEdition {
  readonly kind: 'made'
  /** The digest of all that it is made from. */
  readonly from: string
  readonly built: Built
}

/** An edition that stands as an earlier build made it from the same. */
interface StandingEdition {
  readonly kind: 'standing'
  readonly outcome: EditionOutcome
}

/** A document as it was made. */
export interface MadeDocument extends Assessment {
  readonly read: ReadDocument
  readonly editions: readonly (MadeEdition | StandingEdition)[]
  /** Why single editions could not be printed. */
  readonly unprinted: readonly Failure[]
  readonly gated: readonly GatedEdition[]
}

/**
 * Makes the editions of a document that its gates let pass. Errors are rare: they are made as if there were none, and the checks
 * look at the texts while the browser prints. Where there are some, the editions are made anew, as the drafts that they are;
 * where there were some at the last build, the checks come first.
 * @returns when all are printed and finished
 * @throws Failure where a file of the document is missing or malformed
 */
export async function makeDocument(
  id: string,
  publication: Publication,
  queries: Queries,
  workshop: Workshop,
  wanted: Wanted,
): Promise<MadeDocument> {
  const { shared } = queries
  const read = await queries.document(id)
  const compose = await openComposer(read, publication, shared, await standing(read, wanted))
  const make = await createMaker(read, compose, workshop, wanted)
  const asIfRight = (): Promise<Turns> =>
    make(
      statusOfDocument(publication, read.opened.reconciled, shared.siteStatuses, () => 0),
      shared.siteStatuses,
    )
  const wasWrong = Object.values(wanted.standing.before(id)?.statuses ?? {}).some((status) => status.wrong > 0)
  const unchecked = wasWrong ? undefined : asIfRight()
  unchecked?.catch(() => undefined)
  const assessment = await queries.assessment(id)
  const first = await unchecked
  const { gated, finished } = first && !assessment.hasErrors ? first : await make(assessment.statuses, (await shared.site).statuses)
  const made = await finished
  return {
    ...assessment,
    read,
    gated,
    editions: made.flatMap((each) => (each instanceof Failure ? [] : [each])),
    unprinted: made.filter((each) => each instanceof Failure),
  }
}

/** Tells which editions there are: where some languages alone are built, those that no earlier build has published are not. */
async function standing({ bearings }: ReadDocument, { tags, isPublished, skippedOf }: Wanted): Promise<Stands> {
  const skipped = new Map(await Promise.all(bearings.linked.map(async (other) => [other, await skippedOf(other)] as const)))
  return (document, tag) => !skipped.get(document)?.includes(tag) && (tags.includes(tag) || isPublished(pagePath({ document, tag })))
}

/** Editions that are printed. */
interface Turns {
  readonly gated: readonly GatedEdition[]
  /** What keeps a single edition from being printed is a Failure. */
  readonly finished: Promise<readonly (MadeEdition | StandingEdition | Failure)[]>
}

/** What makes the editions of a document from how far they are. Each is composed when its turn comes: the browser has the first in hand meanwhile. */
async function createMaker(
  { opened: { reconciled }, bearings }: ReadDocument,
  editionsOf: Composer,
  workshop: Workshop,
  { tags, standing: { from, editionOf }, turns, count }: Wanted,
): Promise<(statuses: Statuses, site: Statuses) => Promise<Turns>> {
  const { id } = reconciled.document
  const hyphenation = workshop.printer ? await loadHyphenations(tags, reconciled) : NO_HYPHENATION
  return async (statuses, site) => {
    const { gated, siblings, circumstances, compose } = editionsOf(statuses, site)
    const context: DocumentContext = { siblings, hyphenation }
    const isLeftOut = (tag: Tag): boolean => gated.some((each) => each.tag === tag && each.outcome === 'skip')
    const make = async (tag: Tag): Promise<Turn<MadeEdition | StandingEdition | Failure>> => {
      const madeFrom = from.edition(id, bearings, tag, circumstances(tag))
      // What may be another document, renamed, is told by more than its own files.
      const outcome = bearings.isNew ? undefined : editionOf(id, tag, madeFrom)
      if (outcome) return { finished: Promise.resolve({ kind: 'standing', outcome }) }
      const { finished } = await makeEdition({ tag, document: id }, () => compose(tag), context, workshop, turns)
      return { finished: finished.then((built) => (built instanceof Failure ? built : { kind: 'made', from: madeFrom, built })) }
    }
    const turnsOver = await Promise.all(tags.filter((tag) => !isLeftOut(tag)).map(make))
    for (const { finished } of turnsOver) finished.then(count, () => undefined)
    return { gated, finished: Promise.all(turnsOver.map(({ finished }) => finished)) }
  }
}

const NO_HYPHENATION: Hyphenation = new Map()

/** What hyphenates the editions, and the English in them. */
async function loadHyphenations(tags: readonly Tag[], { english, translations }: Reconciled): Promise<Hyphenation> {
  const textsOf = (tag: Tag | undefined): string[] =>
    [english, ...translations].flatMap((each) => (each.tag === tag ? [...each.entries.values()].map(({ text }) => text) : []))
  const wanted = [...new Set<Tag>([...tags, english.tag])]
  return new Map(await Promise.all(wanted.map(async (tag) => [tag, await loadHyphenation(tag, textsOf(originOf(tag)))] as const)))
}
