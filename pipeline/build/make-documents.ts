import pLimit from 'p-limit'
import { refuseFailed, gateEditions, type GatedEdition } from '../gates/verdicts.ts'
import type { BuildContext } from '../formats/format.ts'
import { FORMATS, type FormatName } from '../formats/registry.ts'
import type { Tag } from '../model/language.ts'
import type { DocumentOutcome, EditionOutcome, PublishedFile } from '../model/outcome.ts'
import type { Publication } from '../model/publication.ts'
import type { Printer } from '../pdf/printer.ts'
import { Failure, plainProblem } from '../problem.ts'
import type { MakeFront } from '../publish/front.ts'
import type { Publishing } from '../publish/output.ts'
import type { Signer } from '../publish/signature.ts'
import { joinBearings, type Bearings } from '../project/bearings.ts'
import { openFront } from '../site/front.ts'
import { makeDocument, type MadeDocument, type MadeEdition, type Wanted } from './make-document.ts'
import type { DocumentRow } from './record.ts'
import type { Standing } from './standing.ts'
import type { Queries } from '../project/queries.ts'

/** Limit of pages in the browser: enough to keep it busy, few enough for its memory. */
const PAGES_AT_ONCE = 3
/** Limit of documents in progress. It keeps the browser busy even with one edition per document. */
const DOCUMENTS_AT_ONCE = 3

/** The documents to make, and the means. */
export interface Order {
  readonly publication: Publication
  /** Requested documents, including those that need not be made. */
  readonly asked: readonly string[]
  readonly documents: readonly string[]
  readonly tags: readonly Tag[]
  readonly formats: readonly FormatName[]
  /** True if there are web pages, of this build or an earlier one. */
  readonly hasPages: boolean
  /** True if the shared files of web pages must be published too. */
  readonly assetsAreMissing: boolean
  readonly strict: boolean
  readonly queries: () => Promise<Queries>
  /** Absent if no PDF is requested. */
  readonly printer: Printer | undefined
  readonly publishing: Publishing
  /** Signs packages. Absent without a key. */
  readonly signer: Signer | undefined
  readonly isPublished: (path: string) => boolean
  readonly standing: Pick<Standing, 'from' | 'editionOf' | 'before'>
  /** Record of a document that stands. Absent for one that is to be made. */
  readonly rowOf: (document: string) => DocumentRow | undefined
  /** Called after each edition. */
  readonly count: () => void
}

/** The record of a new document, still without the digest of its inputs. */
export interface NewRow extends Omit<DocumentRow, 'from'> {
  /** True if all editions were made, so that the record can be reused. */
  readonly isLasting: boolean
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
  /** Editions made by this build. Other editions of these documents stand. */
  readonly editions: readonly string[]
}

/**
 * Makes documents, and stages their files as they are made, so that memory holds only the documents in progress.
 * @throws Failure if shared inputs or all documents cannot be read, or a gate fails the build
 */
export async function makeDocuments(order: Order): Promise<Made> {
  const { publication, documents, publishing, rowOf } = order
  const queries = await order.queries()
  const { shared } = queries
  await refuseBelowGates(order, queries)
  const styles = order.hasPages ? shared.assets() : undefined
  const turns = pLimit(PAGES_AT_ONCE)
  const buildContext: BuildContext = {
    publication,
    theme: shared.theme,
    makers: new Map(await Promise.all(order.formats.map(async (name) => [name, await FORMATS[name].load()] as const))),
    printer: order.printer,
    assets: styles,
    signer: order.signer,
    logo: shared.logo && { picture: shared.logo, address: styles?.logo },
  }
  const remade: string[] = []
  const rows = new Map<string, NewRow>()
  const failures = new Map<string, readonly Failure[]>()
  const gatesOf = createGates(order, queries)
  const skippedOf = async (id: string): Promise<readonly Tag[]> => (await gatesOf(id))?.skipped ?? []
  const { tags, isPublished, standing, count } = order
  const wanted: Wanted = { tags, isPublished, standing, skippedOf, turns, count }
  const make = async (id: string): Promise<void> => {
    try {
      const made = await makeDocument(id, publication, queries, buildContext, wanted)
      remade.push(...made.editions.flatMap((each) => (each.kind === 'made' ? [`${each.built.edition.tag}/${id}`] : [])))
      if (made.unprinted.length > 0) failures.set(id, made.unprinted)
      const editions: EditionOutcome[] = []
      for (const each of made.editions) {
        editions.push(each.kind === 'made' ? await published(each, publishing) : each.outcome)
      }
      const gates = await Promise.all(made.read.bearings.linked.map(gatesOf))
      const bearings = joinBearings([made.read.bearings, ...gates.flatMap((each) => each?.bearings ?? [])])
      rows.set(id, { ...rowFor(id, made, editions, order.tags), bearings, browser: order.printer?.origin ?? standing.before(id)?.browser })
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      failures.set(id, [error])
    }
  }
  const inHand = pLimit(DOCUMENTS_AT_ONCE)
  await Promise.all(documents.map((id) => inHand(() => make(id))))
  if (rows.size === 0 && documents.length > 0 && order.asked.every((id) => !rowOf(id))) throw new Failure(...[...failures.values()].flat().flatMap(({ problems }) => problems)) // prettier-ignore
  const assets = styles && order.assetsAreMissing ? await publishing.add(styles.artifacts) : undefined
  const { problems, failures: failedRules } = await shared.site
  const { movedOn, isToldByGit } = shared.siteTexts
  return {
    rows,
    assets,
    failures,
    editions: remade.sort(),
    front: (outcomes) => openFront({ publication, shared, assets: styles, key: order.signer?.publicKey }, outcomes),
    site: { problems: [...failedRules, ...problems].map(plainProblem), isUnsynced: movedOn, isToldByGit },
  }
}

async function published({ from, built }: MadeEdition, publishing: Publishing): Promise<EditionOutcome> {
  const { edition, facts, artifacts, layout, problems, milliseconds } = built
  const { tag, document, draft } = edition
  return {
    from,
    tag,
    document,
    draft,
    pages: layout?.pages,
    problems: problems.map(plainProblem),
    files: await publishing.add(artifacts),
    facts,
    milliseconds,
  }
}

function rowFor(
  document: string,
  { read: { opened }, gated, problems, failures, statuses, unprinted }: MadeDocument,
  editions: readonly EditionOutcome[],
  tags: readonly Tag[],
): Omit<NewRow, 'bearings' | 'browser'> {
  const skipped = gated.flatMap(({ tag, outcome }) => (outcome === 'skip' && tags.includes(tag) ? [tag] : []))
  const found = [...[...failures, ...problems].map(plainProblem), ...editions.flatMap((each) => each.problems)]
  return {
    outcome: { document, editions, skipped, problems: found, isUnsynced: opened.movedOn },
    statuses,
    isLasting: unprinted.length === 0,
  }
}

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

/** Languages in which gates leave out a document, and the dependencies of that decision. */
interface Gates {
  readonly skipped: readonly Tag[]
  readonly bearings: Bearings
}

/**
 * Creates a lookup of gate decisions for linked documents. It returns nothing if no gate leaves out editions, or the document
 * cannot be read.
 */
function createGates({ publication, rowOf }: Order, queries: Queries): (document: string) => Promise<Gates | undefined> {
  const known = new Map<string, Promise<Gates | undefined>>()
  const assessNow = async (document: string): Promise<Pick<DocumentRow, 'statuses' | 'bearings'>> => {
    const [{ bearings }, { statuses }] = await Promise.all([queries.document(document), queries.assessment(document)])
    return { statuses, bearings }
  }
  const find = async (document: string): Promise<Gates> => {
    const { statuses, bearings } = rowOf(document) ?? (await assessNow(document))
    const gated = gateEditions(publication, document, statuses, false)
    return { skipped: gated.flatMap(({ tag, outcome }) => (outcome === 'skip' ? [tag] : [])), bearings }
  }
  return async (document) => {
    if (![...publication.gates.values()].some(({ below }) => below === 'skip')) return undefined
    const found = known.get(document) ?? find(document).catch(() => undefined)
    known.set(document, found)
    return found
  }
}
