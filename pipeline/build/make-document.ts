import type { LimitFunction } from 'p-limit'
import type { Reconciled } from '../catalog/reconcile.ts'
import { nameOf } from '../artifacts/stored.ts'
import type { Composed, DocumentContext, BuildContext } from '../formats/format.ts'
import { makeEdition, type Built, type Turn } from '../formats/make-edition.ts'
import { composeParallel, parallelMakers } from '../formats/parallel.ts'
import type { Statuses } from '../gates/status.ts'
import type { GatedEdition } from '../gates/verdicts.ts'
import { pagePath, parallelTag } from '../html/file-names.ts'
import type { Hyphenation } from '../html/typography.ts'
import { loadHyphenation } from '../language/hyphenation.ts'
import { originOf } from '../language/registry.ts'
import type { Tag } from '../model/language.ts'
import type { EditionOutcome } from '../model/outcome.ts'
import type { Publication } from '../model/publication.ts'
import { parallelOf } from '../publication/publication.ts'
import { Failure } from '../problem.ts'
import { openComposer, type Composer, type Stands } from '../project/composer.ts'
import type { Queries } from '../project/queries.ts'
import type { ReadDocument } from '../project/read-document.ts'
import type { Assessment } from '../project/shared.ts'
import type { Standing } from './standing.ts'

/** The options that apply to each document. */
export interface Wanted {
  readonly tags: readonly Tag[]
  /** True for a path that is already published. */
  readonly isPublished: (path: string) => boolean
  /** True for the path of a page that is published nowhere, since its edition could not be made. */
  readonly isLost: (path: string) => boolean
  /** Languages in which gates leave out a document. */
  readonly skippedOf: (document: string) => Promise<readonly Tag[]>
  readonly standing: Pick<Standing, 'from' | 'editionOf'>
  /** Limit of editions in progress. */
  readonly turns: LimitFunction
  /** Called after each edition. */
  readonly count: () => void
}

/** An edition that this build made. */
export interface MadeEdition {
  readonly kind: 'made'
  /** Digest of all inputs. */
  readonly from: string
  readonly built: Built
}

/** An edition that an earlier build made from the same inputs. */
interface StandingEdition {
  readonly kind: 'standing'
  readonly outcome: EditionOutcome
}

/** The result for a document. */
export interface MadeDocument extends Assessment {
  readonly read: ReadDocument
  readonly editions: readonly (MadeEdition | StandingEdition)[]
  /** Failures of single editions in printing. */
  readonly unprinted: readonly Failure[]
  readonly gated: readonly GatedEdition[]
}

/**
 * Makes the editions of a document that its gates let pass, once its texts are checked.
 * @returns after all editions are printed and finished
 * @throws Failure for a missing or malformed file of the document
 */
export async function makeDocument(
  id: string,
  publication: Publication,
  queries: Queries,
  buildContext: BuildContext,
  wanted: Wanted,
): Promise<MadeDocument> {
  const { shared } = queries
  const read = await queries.document(id)
  const compose = await openComposer(read, publication, shared, await standing(read, wanted))
  const makerOf = await createMaker(read, compose, buildContext, wanted)
  const assessment = await queries.assessment(id)
  const make = makerOf(assessment.statuses, (await shared.site()).statuses)
  return { ...assessment, read, ...(await makeAll(make, (name) => isAbsent(id, name, wanted))) }
}

/** Editions that could not be printed, by their names. */
type Unprinted = ReadonlyMap<string, Failure>

/**
 * Makes editions, and where one could not be printed the others again, so that none leads to it.
 * @param absent tells whether an edition that could not be printed is not in the output either
 */
async function makeAll(
  make: (failed: Unprinted) => Promise<Turns>,
  absent: (name: string) => boolean,
): Promise<Pick<MadeDocument, 'gated' | 'editions' | 'unprinted'>> {
  const failed = new Map<string, Failure>()
  for (;;) {
    const { gated, finished } = await make(failed)
    const { editions, unprinted } = await finished
    for (const [name, failure] of unprinted) failed.set(name, failure)
    if (![...unprinted.keys()].some(absent)) return { gated, editions, unprinted: [...failed.values()] }
  }
}

/** Whether there is no page of an edition, be it from an earlier build. */
function isAbsent(document: string, tag: string, { isPublished }: Pick<Wanted, 'isPublished'>): boolean {
  return !isPublished(pagePath({ document, tag }))
}

/** Tells which editions exist. In a partial build, an edition outside it exists only if an earlier build published it. */
async function standing({ bearings }: ReadDocument, { tags, isPublished, isLost, skippedOf }: Wanted): Promise<Stands> {
  const skipped = new Map(await Promise.all(bearings.linked.map(async (other) => [other, await skippedOf(other)] as const)))
  return (document, tag) => {
    const page = pagePath({ document, tag })
    return !skipped.get(document)?.includes(tag) && !isLost(page) && (tags.includes(tag) || isPublished(page))
  }
}

/** Editions whose turns are over. */
interface Turns {
  readonly gated: readonly GatedEdition[]
  readonly finished: Promise<{ readonly editions: MadeDocument['editions']; readonly unprinted: Unprinted }>
}

/**
 * Creates the function that makes a document’s editions from their status. Each edition is composed in its turn, while the
 * browser prints the former ones. Those that are known to fail are not made, and no other leads to them.
 */
async function createMaker(
  { opened: { reconciled }, bearings }: ReadDocument,
  editionsOf: Composer,
  buildContext: BuildContext,
  wanted: Wanted,
): Promise<(statuses: Statuses, site: Statuses) => (failed: Unprinted) => Promise<Turns>> {
  const {
    tags,
    standing: { from, editionOf },
    turns,
  } = wanted
  const { id } = reconciled.document
  const parallel = parallelOf(buildContext.publication, tags)
  const languages = new Set([...tags, ...parallel.flat()])
  const hyphenation = buildContext.printer ? await loadHyphenations([...languages], reconciled) : NO_HYPHENATION
  const parallelContext: BuildContext = { ...buildContext, makers: parallelMakers(buildContext.makers) }
  return (statuses, site) => async (failed) => {
    const { gated, siblings: all, circumstances, compose } = editionsOf(statuses, site)
    const absent = [...failed.keys()].filter((name) => isAbsent(id, name, wanted))
    const siblings = all.filter((tag) => !absent.includes(tag))
    const beside = buildContext.publication.parallel.filter(
      (columns) => columns.every((tag) => siblings.includes(tag)) && !absent.includes(parallelTag(columns)),
    )
    const context: DocumentContext = { siblings, beside, hyphenation }
    const isLeftOut = (tag: Tag): boolean => gated.some((each) => each.tag === tag && each.outcome === 'skip')
    const without = absent.length > 0 ? JSON.stringify(absent) : ''
    const fromOf = (tag: Tag): string => from.edition(id, bearings, tag, circumstances(tag) + without)
    const count = failed.size > 0 ? () => undefined : wanted.count
    const makeFrom = async (tag: string, madeFrom: string, composed: () => Composed, means: BuildContext): Promise<EditionTurn> => {
      // A possibly renamed document depends on more than its own files.
      const outcome = bearings.isNew ? undefined : editionOf(id, tag, madeFrom)
      if (outcome) {
        count()
        return { finished: Promise.resolve({ kind: 'standing', outcome }) }
      }
      const { finished } = await makeEdition({ tag, document: id }, composed, context, means, turns)
      const ended = finished.then((built) =>
        built instanceof Failure
          ? { kind: 'failed' as const, name: tag, failure: built }
          : { kind: 'made' as const, from: madeFrom, built },
      )
      ended.then(count, () => undefined)
      return { finished: ended }
    }
    const make = (tag: Tag): Promise<EditionTurn> => makeFrom(tag, fromOf(tag), () => compose(tag), buildContext)
    const makeParallel = (columns: readonly Tag[]): Promise<EditionTurn> => {
      const composed = () => composeParallel(columns.map(compose))
      return makeFrom(parallelTag(columns), nameOf(...columns.map(fromOf)), composed, parallelContext)
    }
    const isMade = (columns: readonly Tag[]): boolean => beside.includes(columns) && !failed.has(parallelTag(columns))
    const turnsOver = await Promise.all([
      ...tags.filter((tag) => !isLeftOut(tag) && !failed.has(tag)).map(make),
      ...parallel.filter(isMade).map(makeParallel),
    ])
    const finished = Promise.all(turnsOver.map((each) => each.finished)).then((made) => ({
      editions: made.filter((each) => each.kind !== 'failed'),
      unprinted: new Map(made.flatMap((each) => (each.kind === 'failed' ? [[each.name, each.failure] as const] : []))),
    }))
    // Errors wait until the checks are done.
    finished.catch(() => undefined)
    return { gated, finished }
  }
}

/** An edition, or several side by side, that could not be printed. */
interface FailedEdition {
  readonly kind: 'failed'
  readonly name: string
  readonly failure: Failure
}

/** An edition, or several side by side, whose turn is over. */
type EditionTurn = Turn<MadeEdition | StandingEdition | FailedEdition>

const NO_HYPHENATION: Hyphenation = new Map()

/** Loads hyphenation for the editions and for English text in them. */
async function loadHyphenations(tags: readonly Tag[], { english, translations }: Reconciled): Promise<Hyphenation> {
  const textsOf = (tag: Tag | undefined): string[] =>
    [english, ...translations].flatMap((each) => (each.tag === tag ? [...each.entries.values()].map(({ text }) => text) : []))
  const wanted = [...new Set<Tag>([...tags, english.tag])]
  return new Map(await Promise.all(wanted.map(async (tag) => [tag, await loadHyphenation(tag, textsOf(originOf(tag)))] as const)))
}
