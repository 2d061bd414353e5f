import { join } from 'node:path'
import { programVersion } from './artifacts/program.ts'
import type { Made } from './build/make-documents.ts'
import { hasRecord, readRecord, writeRecord, type DocumentRow } from './build/record.ts'
import { answersFor, type Scope } from './build/scope.ts'
import { recordAfter } from './build/record-after.ts'
import { twinClaims } from './check/source/former-address.ts'
import { strayProblems } from './check/source/stray-document.ts'
import { readText } from './files/disk.ts'
import { lookAt } from './files/sighting.ts'
import { folderOf } from './html/file-names.ts'
import type { Project } from './project/project.ts'
import { findStanding } from './build/standing.ts'
import { openVersions } from './build/versions.ts'
import { isAny, isPage, withNeeded } from './formats/registry.ts'
import type { FormatName } from './model/format-name.ts'
import { gateEditions, type GatedEdition } from './gates/verdicts.ts'
import type { Tag } from './model/language.ts'
import type { DocumentOutcome, EditionOutcome, PublishedFile } from './model/outcome.ts'
import { Failure, problemFrom, type PlainProblem, type Problem } from './problem.ts'
import { parallelOf, selectDocuments, selectEditions } from './publication/publication.ts'
import { inspectOutput } from './publish/output.ts'
import { openPublishing } from './publish/publishing.ts'
import { KEY_VARIABLE, openSigner } from './publish/signature.ts'
import { unreadFiles } from './source/unread-files.ts'

/** A build request. An empty list means all. `out` is relative to the root, or absolute. */
export interface Request {
  readonly documents: readonly string[]
  readonly editions: readonly string[]
  readonly formats: readonly FormatName[]
  readonly out: string
  /** Treats every gate as failing: if an edition is below its gate, nothing is written. */
  readonly strict: boolean
}

export interface BuildReport {
  readonly folder: string
  /** Address of the site, if it has one. */
  readonly url: string | undefined
  readonly built: readonly EditionOutcome[]
  /** Editions made by this build, as `sq/report`. The others stand from an earlier build. */
  readonly made: readonly string[]
  /** What the editions share: styles and faces, and the pages that lead to them. */
  readonly assets: readonly PublishedFile[]
  /** Editions left out by a gate that skips. */
  readonly skipped: readonly { readonly document: string; readonly tag: Tag }[]
  /** Paths of files that changed since the last build, relative to the folder. */
  readonly written: readonly string[]
  readonly problems: readonly Problem[]
  /** Failures of documents or single editions. Their published files remain. */
  readonly failures: readonly Failure[]
  readonly unsynced: readonly string[]
  /** Origin of the browser, if it was not the pinned one. */
  readonly browser: string | undefined
}

/** Called before each long step, and after each edition. */
export type Progress = (step: string, count?: { readonly made: number; readonly of: number }) => void

/**
 * Builds a publication: read, match, check, compose, render, print, publish. Results of the last build into the folder are kept
 * if their inputs and files are unchanged.
 * @throws Failure for malformed input, having written nothing
 */
export async function build(project: Project, request: Request, progress: Progress): Promise<BuildReport> {
  const { threads, sharing } = project
  const view = await project.look()
  const { publication } = view
  const formats = withNeeded(request.formats.length > 0 ? request.formats : publication.formats)
  const printer = isAny(formats, 'isPrinted') ? project.printer : undefined
  const { root } = publication
  const making = () => import('./build/make-documents.ts')
  const ids = selectDocuments(publication, request.documents)
  const tags = selectEditions(publication, request.editions)
  const signer = openSigner(process.env[KEY_VARIABLE])
  const output = await inspectOutput(publication, request.out)
  progress('reading')
  // Without an earlier build, everything must be made, so that the modules for it are loaded early.
  if (!hasRecord(root, output.folder)) void making()
  const [record, ...versions] = await Promise.all([readRecord(root, output.folder), programVersion(), printer?.browserName()])
  const standing = findStanding(
    { view, documents: ids, tags, formats, output, versions: versions.map(String), publicKey: signer?.publicKey },
    record,
  )
  const rows = new Map(ids.flatMap((id): [string, DocumentRow][] => pairWith(id, standing.rowOf(id))))

  const hasPages = isAny(formats, 'hasAssets') || [...output.published.keys()].some(isPage)
  const toMake = ids.filter((id) => !rows.has(id))
  const toBeMade = new Set(toMake)
  const isFailing = ({ outcome, tag }: GatedEdition): boolean => outcome === 'fail' && tags.includes(tag)
  const isRefused = [...rows].some(([id, { statuses }]) => gateEditions(publication, id, statuses, request.strict).some(isFailing))
  const standsWhole = standing.hasManifest && standing.site && standing.front && (standing.assets || !hasPages)
  const keeper = (outcomes: readonly DocumentOutcome[], shared: readonly PublishedFile[], failed: ReadonlySet<string>) => {
    const made = new Set(outcomes.flatMap(({ editions }) => editions.map(folderOf)))
    const isThere = (path: string): boolean => lookAt(join(output.folder, path)).kind === 'file'
    const scope: Scope = { publication, documents: ids, tags, formats, failed, made, isThere }
    const files = [...outcomes.flatMap((each) => each.editions.flatMap((edition) => edition.files)), ...shared]
    const paths = new Set(files.map(({ path }) => path))
    return (path: string): boolean => paths.has(path) || !answersFor(path, scope)
  }
  const stands = keeper([...rows.values()].map(({ outcome }) => outcome), [...(standing.assets?.outcome ?? []), ...(standing.front?.outcome ?? [])], new Set()) // prettier-ignore
  const ofVersions = new Set([...output.versions.values()].flatMap(({ assets }) => assets))
  const isLeftOver = (path: string): boolean => !stands(path) && !ofVersions.has(path)
  const isMade = toMake.length > 0 || isRefused || !standsWhole || [...output.published.keys()].some(isLeftOver)
  const publishing = openPublishing(output, signer)
  let made: Made | undefined
  if (isMade) {
    if (toMake.length > 0) printer?.prepare()
    const { makeDocuments } = await making()
    const all = toMake.length * (tags.length + parallelOf(publication, tags).length)
    let count = 0
    made = await makeDocuments({
      publication,
      asked: ids,
      documents: toMake,
      tags,
      formats,
      hasPages,
      assetsAreMissing: hasPages && !standing.assets,
      strict: request.strict,
      queries: () => view.queries(),
      printer,
      threads,
      printingHost: sharing?.host,
      forThreads: {
        printing: sharing?.printing,
        publication,
        history: view.history,
        record,
        tags,
        formats,
        versions: versions.map(String),
        publicKey: signer?.publicKey,
        output,
      },
      publishing,
      signer,
      standing,
      isPublished: (path) => output.published.has(path),
      versionsOf: openVersions(publication, output),
      rowOf: (id) => (toBeMade.has(id) ? undefined : standing.rowOf(id)),
      count: () => progress(`${printer ? 'printed' : 'rendered'} ${++count} of ${all} editions`, { made: count, of: all }),
    }).catch(async (error: unknown) => {
      await publishing.discard()
      throw error
    })
    printer?.rest()
  }

  progress('writing')
  const outcomes = ids.flatMap((id) => made?.rows.get(id)?.outcome ?? rows.get(id)?.outcome ?? [])
  const assets = made?.assets ?? (hasPages ? (standing.assets?.outcome ?? []) : [])
  const failed = new Set(made?.failures.keys())
  const { written, front, ...told } = made
    ? await publishing.finish(keeper(outcomes, assets, failed), made.front(outcomes.flatMap(({ editions }) => editions)))
    : { written: [], front: standing.front!.outcome, failures: [] }
  const twins = await twinFailures(root, outcomes)
  const failures = [...ids.flatMap((id) => made?.failures.get(id) ?? []), ...twins, ...told.failures]
  // A front with a failure is made again, so that the next build tells of it as well.
  const lasting = told.failures.length === 0 ? front : undefined
  if (made)
    await writeRecord(root, output.folder, recordAfter({ publication, documents: ids, output, record, standing, made, front: lasting }))

  const { problems, isUnsynced } = made?.site ?? standing.site!.outcome
  const isAskedFor = ({ edition }: PlainProblem): boolean =>
    edition === undefined || edition === publication.source || tags.includes(edition)
  return {
    folder: output.folder,
    url: publication.url,
    built: outcomes.flatMap((each) => each.editions),
    made: made?.editions ?? [],
    assets: [...assets, ...front],
    skipped: outcomes.flatMap(({ document, skipped }) => skipped.map((tag) => ({ document, tag }))),
    written,
    problems: [
      ...[...outcomes.flatMap((each) => each.problems), ...(made?.replaced ?? []), ...problems].filter(isAskedFor).map(problemFrom),
      ...strayProblems(publication.strays ?? [], unreadFiles(root, ids)),
    ],
    failures: eachOnce(failures),
    // Without a translation there is none that could miss its source.
    unsynced: publication.editions.every((tag) => tag === publication.source)
      ? []
      : [...outcomes.flatMap((each) => (each.isUnsynced ? [each.document] : [])), ...(isUnsynced ? ['site'] : [])],
    browser: ids.map((id) => (made?.rows.get(id) ?? rows.get(id))?.browser).find((origin) => origin !== undefined && origin !== 'pinned'),
  }
}

function pairWith(id: string, row: DocumentRow | undefined): [string, DocumentRow][] {
  return row ? [[id, row]] : []
}

/** A failure at each claim of a former name that another document has as well. */
async function twinFailures(root: string, outcomes: readonly DocumentOutcome[]): Promise<Failure[]> {
  const claims = outcomes.flatMap(({ document, formerly }) => (formerly.length > 0 ? [{ document, formerly }] : []))
  const sourceOf = async (id: string): Promise<string> => (await readText(join(root, `content/${id}/document.md`))) ?? ''
  const all = claims.map(async (each) => ({ ...each, source: await sourceOf(each.document) }))
  return twinClaims(await Promise.all(all)).map((each) => new Failure(each))
}

/** Removes equal failures: a fault in a language’s interface stops all its editions. */
function eachOnce(failures: readonly Failure[]): Failure[] {
  const nameOfProblem = ({ file, line, column, message }: Problem): string => [file, line, column, message].join('\n')
  return [...new Map(failures.map((each) => [each.problems.map(nameOfProblem).join('\n'), each])).values()]
}
