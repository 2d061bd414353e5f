import { gateEditions } from '../gates/verdicts.ts'
import type { BuildContext } from '../formats/format.ts'
import { FORMATS } from '../formats/registry.ts'
import type { FormatName } from '../model/format-name.ts'
import type { Artifact } from '../model/edition.ts'
import type { Tag } from '../model/language.ts'
import type { DocumentOutcome, EditionOutcome } from '../model/outcome.ts'
import type { Publication } from '../model/publication.ts'
import { PAGES_AT_ONCE, type Printer } from '../pdf/printer.ts'
import { plainProblem, type PlainProblem } from '../problem.ts'
import { joinBearings, type Bearings } from '../project/bearings.ts'
import type { Queries } from '../project/queries.ts'
import type { Signer } from '../publish/signature.ts'
import pLimit from 'p-limit'
import { makeDocument, type MadeDocument, type MadeEdition, type Wanted } from './make-document.ts'
import type { DocumentRow } from './record.ts'
import type { Standing } from './standing.ts'
import type { VersionsOf } from './versions.ts'

/** What a maker of documents is told besides their names. */
export interface MakerOrder {
  readonly publication: Publication
  readonly tags: readonly Tag[]
  readonly formats: readonly FormatName[]
  /** True if there are web pages, of this build or an earlier one. */
  readonly hasPages: boolean
  readonly isPublished: (path: string) => boolean
  readonly standing: Pick<Standing, 'from' | 'editionOf' | 'before'>
  readonly versionsOf: VersionsOf
  /** Record of a document that stands. Absent for one that is to be made. */
  readonly rowOf: (document: string) => DocumentRow | undefined
}

/** The record of a new document, still without the digest of its inputs. */
export interface NewRow extends Omit<DocumentRow, 'from'> {
  /** True if all editions were made, so that the record can be reused. */
  readonly isLasting: boolean
}

/** A new edition, and its files that are to be published. */
export interface NewEdition {
  readonly outcome: Omit<EditionOutcome, 'files'>
  readonly artifacts: readonly Artifact[]
}

/** A new document as plain data, which may come from another thread. */
export interface NewDocument {
  /** Its record, still without its editions. */
  readonly row: Omit<NewRow, 'outcome'> & { readonly outcome: Omit<DocumentOutcome, 'editions'> }
  /** New editions, and those that stand. */
  readonly editions: readonly (NewEdition | EditionOutcome)[]
  /** Problems of each edition that could not be made. */
  readonly failures: readonly (readonly PlainProblem[])[]
}

/** Makes a document. @throws Failure for a missing or malformed file of the document */
export type DocumentMaker = (id: string) => Promise<NewDocument>

/** The means of a thread. */
export interface Means {
  /** Absent if no PDF is requested. */
  readonly printer: Printer | undefined
  /** Signs packages. Absent without a key. */
  readonly signer: Signer | undefined
}

/**
 * Opens a maker of documents.
 * @param count called after each edition
 * @param isLost true for the path of a page that is published nowhere, since its edition could not be made
 */
export async function openMaker(
  order: MakerOrder,
  queries: Queries,
  { printer, signer }: Means,
  count: () => void,
  isLost: (path: string) => boolean = () => false,
): Promise<DocumentMaker> {
  const { publication, tags, formats, isPublished, standing } = order
  const { shared } = queries
  const assets = order.hasPages ? await shared.assets() : undefined
  const buildContext: BuildContext = {
    publication,
    theme: await shared.theme(),
    makers: new Map(await Promise.all(formats.map(async (name) => [name, await FORMATS[name].load()] as const))),
    printer,
    assets,
    versionsOf: (...of) => order.versionsOf(...of).all,
    signer,
    logo: shared.logo && { picture: shared.logo, address: assets?.logo },
  }
  const gatesOf = createGates(order, queries)
  const skippedOf = async (id: string): Promise<readonly Tag[]> => (await gatesOf(id))?.skipped ?? []
  const turns = pLimit(printer?.pagesAtOnce ?? PAGES_AT_ONCE)
  const wanted: Wanted = { tags, isPublished, isLost, standing, skippedOf, turns, count }
  return async (id) => {
    const made = await makeDocument(id, publication, queries, buildContext, wanted)
    const gates = await Promise.all(made.read.bearings.linked.map(gatesOf))
    return {
      row: {
        ...rowFor(id, made, tags),
        bearings: joinBearings([made.read.bearings, ...gates.flatMap((each) => each?.bearings ?? [])]),
        browser: printer?.origin ?? standing.before(id)?.browser,
      },
      editions: made.editions.map((each) => (each.kind === 'made' ? newEdition(each) : each.outcome)),
      failures: made.unprinted.map(({ problems }) => problems.map(plainProblem)),
    }
  }
}

function newEdition({ from, built }: MadeEdition): NewEdition {
  const { of, edition, facts, artifacts, layout, problems, milliseconds } = built
  const { tag, document } = of
  const { draft } = edition
  const pages = layout?.pages
  return { outcome: { from, tag, document, draft, pages, problems: problems.map(plainProblem), facts, milliseconds }, artifacts }
}

function rowFor(
  document: string,
  { read: { opened }, gated, problems, failures, statuses, unprinted, editions }: MadeDocument,
  tags: readonly Tag[],
): Omit<NewDocument['row'], 'bearings' | 'browser'> {
  const skipped = gated.flatMap(({ tag, outcome }) => (outcome === 'skip' && tags.includes(tag) ? [tag] : []))
  const inEditions = editions.flatMap((each) => (each.kind === 'made' ? each.built.problems.map(plainProblem) : each.outcome.problems))
  const found = [...[...failures, ...problems].map(plainProblem), ...inEditions]
  const formerly = opened.reconciled.document.front.formerly ?? []
  const outcome = { document, skipped, problems: found, formerly, isUnsynced: opened.movedOn }
  return { outcome, statuses, isLasting: unprinted.length === 0 }
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
function createGates({ publication, rowOf }: MakerOrder, queries: Queries): (document: string) => Promise<Gates | undefined> {
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
