import pLimit from 'p-limit'
import { refuseFailed, gateEditions, type GatedEdition } from '../gates/verdicts.ts'
import type { Workshop } from '../formats/format.ts'
import { FORMATS, isAny, type FormatName } from '../formats/registry.ts'
import type { Tag } from '../model/language.ts'
import type { DocumentOutcome, EditionOutcome, PublishedFile } from '../model/outcome.ts'
import type { Publication } from '../model/publication.ts'
import type { Printer } from '../pdf/printer.ts'
import { Failure, plainProblem } from '../problem.ts'
import type { Publishing } from '../publish/output.ts'
import { joinBearings, type Bearings } from '../project/bearings.ts'
import { makeDocument, type MadeDocument, type MadeEdition, type Wanted } from './make-document.ts'
import type { DocumentRow } from './record.ts'
import type { Standing } from './standing.ts'
import type { Queries } from '../project/queries.ts'

/** Pages that the browser holds at a time: enough to keep it busy, few enough for its memory. */
const PAGES_AT_ONCE = 3
/** Documents in hand at a time: where each has one edition, the browser has something to do all the same. */
const DOCUMENTS_AT_ONCE = 3

/** What is to be made, and what it is made with. */
export interface Order {
  readonly publication: Publication
  /** What the build was asked for; what of it stands need not be made. */
  readonly asked: readonly string[]
  readonly documents: readonly string[]
  readonly tags: readonly Tag[]
  readonly formats: readonly FormatName[]
  /** Whether what web pages share is to be published too. */
  readonly assetsAreMissing: boolean
  readonly strict: boolean
  readonly queries: () => Promise<Queries>
  /** Nothing where no PDF is wanted. */
  readonly printer: Printer | undefined
  readonly publishing: Publishing
  readonly isPublished: (path: string) => boolean
  readonly standing: Pick<Standing, 'from' | 'editionOf' | 'before'>
  /** What stands of a document that is not made; nothing for one that is. */
  readonly rowOf: (document: string) => DocumentRow | undefined
  /** Called with each edition that is made. */
  readonly count: () => void
}

/** A document as it was made, but for the digest of what it was made from. */
export interface NewRow extends Omit<DocumentRow, 'from'> {
  /** Whether all of it was made, so that it need not be made again. */
  readonly isLasting: boolean
}

/** What was made. */
export interface Made {
  readonly rows: ReadonlyMap<string, NewRow>
  readonly assets: readonly PublishedFile[] | undefined
  readonly site: Pick<DocumentOutcome, 'problems' | 'isUnsynced'> & { readonly isToldByGit: boolean }
  /** Why documents could not be read, or single editions not be printed. */
  readonly failures: ReadonlyMap<string, readonly Failure[]>
  /** The editions that were made; others of these documents stand as they were. */
  readonly editions: readonly string[]
}

/**
 * Makes documents, one after the other, and adds what is to be published as it is made: so much is in memory as one takes.
 * @throws Failure where what all share cannot be read, no document can, or a gate lets the build fail
 */
export async function makeDocuments(order: Order): Promise<Made> {
  const { publication, documents, publishing, rowOf } = order
  const queries = await order.queries()
  const { shared } = queries
  await refuseBelowGates(order, queries)
  const styles = isAny(order.formats, 'hasAssets') ? shared.assets() : undefined
  const turns = pLimit(PAGES_AT_ONCE)
  const workshop: Workshop = {
    publication,
    theme: shared.theme,
    makers: new Map(await Promise.all(order.formats.map(async (name) => [name, await FORMATS[name].load()] as const))),
    printer: order.printer,
    stylesheet: styles?.stylesheet,
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
      const made = await makeDocument(id, publication, queries, workshop, wanted)
      remade.push(...made.editions.flatMap((each) => (each.kind === 'made' ? [`${each.built.edition.tag}/${id}`] : [])))
      if (made.unprinted.length > 0) failures.set(id, made.unprinted)
      const editions: EditionOutcome[] = []
      for (const each of made.editions) editions.push(each.kind === 'made' ? await published(each, publishing) : each.outcome)
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
    site: { problems: [...failedRules, ...problems].map(plainProblem), isUnsynced: movedOn, isToldByGit },
  }
}

async function published({ from, built }: MadeEdition, publishing: Publishing): Promise<EditionOutcome> {
  const { edition, artifacts, layout, problems, milliseconds } = built
  const { tag, document, draft } = edition
  return {
    from,
    tag,
    document,
    draft,
    pages: layout?.pages,
    problems: problems.map(plainProblem),
    files: await publishing.add(artifacts),
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
 * Looks at all documents before the first is made, where a gate may let the build fail.
 * @throws Failure naming all editions whose gates let no draft be published
 */
async function refuseBelowGates({ publication, asked, tags, strict, rowOf }: Order, queries: Queries): Promise<void> {
  if (!strict && ![...publication.gates.values()].some(({ below }) => below === 'fail')) return
  const gated: GatedEdition[] = []
  for (const id of asked) {
    // What is wrong with it is reported where it is made.
    const statuses = rowOf(id)?.statuses ?? (await queries.assessment(id).catch(() => undefined))?.statuses
    if (statuses) gated.push(...gateEditions(publication, id, statuses, strict).filter(({ tag }) => tags.includes(tag)))
  }
  refuseFailed(gated)
}

/** In which languages the gates leave out a document, and by what that is told. */
interface Gates {
  readonly skipped: readonly Tag[]
  readonly bearings: Bearings
}

/** Tells what the gates make of a document that another links to; nothing where no gate leaves out any, or it cannot be read. */
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
