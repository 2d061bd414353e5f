import { join } from 'node:path'
import { readText } from '../files/disk.ts'
import { refuseFailed, gateEditions, type GatedEdition } from '../gates/verdicts.ts'
import type { Tag } from '../model/language.ts'
import type { DocumentOutcome, EditionOutcome, PublishedFile } from '../model/outcome.ts'
import type { PrintingHost } from '../jobs/printing-host.ts'
import { PAGES_AT_ONCE, type Printer } from '../pdf/printer.ts'
import { Failure, plainProblem, problemFrom, type PlainProblem } from '../problem.ts'
import type { MakeFront } from '../publish/front.ts'
import type { Publishing } from '../publish/publishing.ts'
import type { Signer } from '../publish/signature.ts'
import { pagePath, folderOf } from '../html/file-names.ts'
import { openFront } from '../site/front.ts'
import type { Queries } from '../project/queries.ts'
import { openMaker, type DocumentMaker, type MakerOrder, type NewDocument, type NewEdition, type NewRow } from './document-maker.ts'
import { versionFiles, type VersionFiles } from './keep-versions.ts'
import { notKept, underOneDay } from './versions.ts'
import type { ToldToThread } from './maker-thread.ts'
import { openThreads, threadsFor } from './maker-threads.ts'

/** The documents to make, and the means. */
export interface Order extends MakerOrder {
  /** Requested documents, including those that need not be made. */
  readonly asked: readonly string[]
  readonly documents: readonly string[]
  /** True if the shared files of web pages must be published too. */
  readonly assetsAreMissing: boolean
  readonly strict: boolean
  readonly queries: () => Promise<Queries>
  /** Absent if no PDF is requested. */
  readonly printer: Printer | undefined
  /** Number of further threads that make documents, if not as many as pay. */
  readonly threads: number | undefined
  /** What further threads are told. */
  readonly forThreads: Omit<ToldToThread, 'hasPages' | 'toMake'>
  /** What further threads have done for their printing. Absent where they do not print. */
  readonly printingHost: PrintingHost | undefined
  readonly publishing: Publishing
  /** Signs packages. Absent without a key. */
  readonly signer: Signer | undefined
  /** Called after each edition. */
  readonly count: () => void
}

/** The result of making documents. */
export interface Made {
  readonly rows: ReadonlyMap<string, NewRow>
  readonly assets: readonly PublishedFile[] | undefined
  readonly site: Pick<DocumentOutcome, 'problems' | 'isUnsynced'> & { readonly isToldByGit: boolean }
  /** Creates the pages that lead to all editions of the output. */
  readonly front: (outcomes: readonly EditionOutcome[]) => MakeFront
  /** Failures of documents in reading, or of single editions in printing. */
  readonly failures: ReadonlyMap<string, readonly Failure[]>
  /** Warnings of editions that were replaced and are not kept. They are told once. */
  readonly replaced: readonly PlainProblem[]
  /** Editions made by this build. Other editions of these documents stand. */
  readonly editions: readonly string[]
}

/**
 * Makes documents, and stages their files as they are made, so that memory holds only the documents in progress.
 * @throws Failure if shared inputs or all documents cannot be read, or a gate fails the build
 */
export async function makeDocuments(order: Order): Promise<Made> {
  const { publication, documents, tags, publishing, printer, count, rowOf, versionsOf } = order
  const queries = await order.queries()
  const { shared } = queries
  await refuseBelowGates(order, queries)
  const styles = order.hasPages ? await shared.assets() : undefined
  const remade = new Set<string>()
  const rows = new Map<string, NewRow>()
  const failures = new Map<string, readonly Failure[]>()
  const publish = async (id: string, { row, editions, failures: unprinted }: NewDocument): Promise<void> => {
    if (unprinted.length > 0) failures.set(id, unprinted.map((problems) => new Failure(...problems.map(problemFrom)))) // prettier-ignore
    const outcomes: EditionOutcome[] = []
    for (const each of editions) {
      if ('artifacts' in each) remade.add(folderOf({ tag: each.outcome.tag, document: id }))
      outcomes.push('artifacts' in each ? await stageEdition(each, row.outcome.formerly) : each)
    }
    // A copy: a few words of a locale file would keep the whole file in memory.
    rows.set(id, structuredClone({ ...row, outcome: { ...row.outcome, editions: outcomes } }))
  }
  const theme = await shared.theme()
  /** By edition or document: of one that is made twice it is told once. */
  const replaced = new Map<string, PlainProblem>()
  const stageEdition = async ({ outcome, artifacts }: NewEdition, formerly: readonly string[]): Promise<EditionOutcome> => {
    const { output } = order.forThreads
    const { all, changed, overwritten } = versionsOf(outcome, formerly, outcome.facts)
    const former = all.length > 0 ? await versionFiles(all, output, shared.wordsOf(outcome.tag), theme) : NONE
    if (changed !== undefined) replaced.set(folderOf(outcome), plainProblem(notKept(changed, output.name)))
    if (overwritten !== undefined && !replaced.has(outcome.document)) {
      const source = await readText(join(publication.root, `content/${outcome.document}/document.md`))
      replaced.set(outcome.document, plainProblem(underOneDay(outcome.document, overwritten, source ?? '')))
    }
    return { ...outcome, files: [...(await publishing.add([...artifacts, ...former.artifacts])), ...former.standing] }
  }
  const attempt = async (id: string, make: DocumentMaker): Promise<void> => {
    try {
      await publish(id, await make(id))
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      failures.set(id, [error])
    }
  }
  const makeHere = await openMaker(order, queries, order, count)
  // The browser is what printing on this machine waits for.
  const most = printer && !order.printingHost ? 0 : (order.threads ?? threadsFor(documents.length))
  const told = { ...order.forThreads, hasPages: order.hasPages, toMake: new Set(documents), printing: printer && order.forThreads.printing }
  const threads = openThreads(most, told, order.printingHost, makeHere)
  const waiting = documents.toReversed()
  // Documents in progress keep the printer busy, even with some of their editions skipped.
  const documentsAtOnce = Math.max(PAGES_AT_ONCE, Math.ceil((printer?.pagesAtOnce ?? 0) / tags.length))
  const work = async (make: DocumentMaker): Promise<void> => {
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) await attempt(id, make)
  }
  const counted =
    (make: DocumentMaker): DocumentMaker =>
    async (id) => {
      const made = await make(id)
      made.editions.forEach(count)
      return made
    }
  try {
    const makers = [makeHere, ...threads.makers.map(counted)]
    await Promise.all(makers.flatMap((make) => Array.from({ length: documentsAtOnce }, () => work(make))))
  } finally {
    waiting.length = 0
    await threads.end()
  }
  const lost = lostPages(order, rows, failures)
  if (lost.size > 0) {
    const makeWithout = await openMaker(order, queries, order, () => undefined, (path) => lost.has(path)) // prettier-ignore
    for (const [id, { bearings }] of rows)
      if (bearings.linked.some((other) => other !== id && failures.has(other))) {
        await attempt(id, makeWithout)
        // Once the edition is there, links lead to it again.
        rows.set(id, { ...rows.get(id)!, isLasting: false })
      }
  }
  if (rows.size === 0 && documents.length > 0 && order.asked.every((id) => !rowOf(id))) throw new Failure(...[...failures.values()].flat().flatMap(({ problems }) => problems)) // prettier-ignore
  const assets = styles && order.assetsAreMissing ? await publishing.add(styles.artifacts) : undefined
  const { problems, failures: failedRules } = await shared.site()
  const { movedOn, isToldByGit } = shared.siteTexts
  return {
    rows,
    assets,
    failures,
    editions: [...remade].sort(),
    replaced: [...replaced.values()],
    front: (outcomes) => openFront({ publication, theme, shared, assets: styles, key: order.signer?.publicKey }, outcomes),
    site: { problems: [...failedRules, ...problems].map(plainProblem), isUnsynced: movedOn, isToldByGit },
  }
}

/** The pages of editions that could not be made, and are not there from an earlier build either: links of other documents lead to them. */
function lostPages(
  { documents, tags, isPublished }: Order,
  rows: ReadonlyMap<string, NewRow>,
  failures: ReadonlyMap<string, readonly Failure[]>,
): ReadonlySet<string> {
  const isMade = (document: string, tag: Tag): boolean => rows.get(document)?.outcome.editions.some((each) => each.tag === tag) ?? false
  const failed = documents.filter((id) => failures.has(id))
  return new Set(
    failed.flatMap((document) =>
      tags
        .filter((tag) => !isMade(document, tag))
        .map((tag) => pagePath({ document, tag }))
        .filter((path) => !isPublished(path)),
    ),
  )
}

const NONE: VersionFiles = { artifacts: [], standing: [] }

/**
 * Checks the gates of all documents before the first is made, if a gate may fail the build.
 * @throws Failure that names all editions below such a gate
 */
async function refuseBelowGates({ publication, asked, tags, strict, rowOf }: Order, queries: Queries): Promise<void> {
  if (!strict && ![...publication.gates.values()].some(({ below }) => below === 'fail')) return
  const gated: GatedEdition[] = []
  for (const id of asked) {
    // Problems of a document are reported when it is made.
    const statuses = rowOf(id)?.statuses ?? (await queries.assessment(id).catch(() => undefined))?.statuses
    if (statuses) gated.push(...gateEditions(publication, id, statuses, strict).filter(({ tag }) => tags.includes(tag)))
  }
  refuseFailed(gated)
}
