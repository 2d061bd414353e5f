import pLimit from 'p-limit'
import { join, resolve, sep } from 'node:path'
import { homeFolder } from '../files/cache.js'
import { digestNow, fileSize, lookAt, readText, realPath, walk, type Sighting } from '../files/disk.ts'
import { commit, discard, flushFolders, remove, stage, writeIfChanged, type Staged } from '../files/write.ts'
import { withLock } from '../files/lock.ts'
import { isAbandoned, isUnfinished } from '../files/unfinished.ts'
import { shown } from '../files/identifier.ts'
import type { Publication } from '../model/publication.ts'
import type { Artifact } from '../model/edition.ts'
import type { Library, PublishedFile } from '../model/outcome.ts'
import { Failure, failure, problem } from '../problem.ts'
import type { MakeFront } from './front.ts'
import {
  MANIFEST,
  SEALS,
  SIGNATURE,
  SUMS,
  describe,
  parseManifest,
  parseSums,
  serializeManifest,
  type Manifest,
  type Published,
} from './manifest.ts'
import { sealOf } from './seal.ts'
import type { Signer } from './signature.ts'

/** An output folder that may be written. */
export interface Output {
  readonly folder: string
  /** Name for messages. */
  readonly name: string
  /** Files published by an earlier build, by path. */
  readonly published: ReadonlyMap<string, Published>
  /** True if that build was completed. */
  readonly isComplete: boolean
  /** Public key of its signature. Absent without one. */
  readonly publicKey: string | undefined
}

/** A publication of artifacts in progress. */
export interface Publishing {
  /**
   * Writes artifacts beside their places, so that a full disk is found before anything changes. Skips artifacts that are
   * already there.
   */
  add(artifacts: readonly Artifact[]): Promise<readonly PublishedFile[]>
  /**
   * Moves all artifacts to their places, the manifest last. Meanwhile the manifest is marked as incomplete and lists old and
   * new files, so that the next build can repair the folder after an interruption.
   * @param keep tells whether a published file stays that was not added, as after a partial build
   * @param front creates the pages that lead to all files of the folder
   * @returns the paths that were written, and the files of the front
   * @throws Failure for disk errors, or if another build holds the folder too long. The former state remains unless moving had
   * begun
   */
  finish(keep: (path: string) => boolean, front?: MakeFront): Promise<Finished>
  /** Removes the files that were written beside their places. */
  discard(): Promise<void>
}

/** The result of a publication. */
export interface Finished {
  readonly written: readonly string[]
  readonly front: readonly PublishedFile[]
  /** Failures of the front. */
  readonly failures: readonly Failure[]
}

/** Contents of an output folder. */
interface Held {
  /** Manifest of an earlier build. */
  readonly manifest: Manifest
  /** Staged files, whether in progress or abandoned. */
  readonly unfinished: readonly string[]
}

/** Files that keep an output folder in git. They may be there without being published. */
const KEPT = ['.gitkeep', '.gitignore']
/** Name of the lock. It lies in the folder itself, so that builds of other users and machines see it. */
const LOCK = '.publishing'
/** Limit of parallel writes. Most of their time is waiting for the disk. */
const WRITES_AT_ONCE = 8
const SOURCES = ['content', 'languages', 'locales', 'templates']

/**
 * Inspects an output folder before a build. It must be new, empty, or written by an earlier build.
 * @throws Failure if it contains other files, which are never deleted, or lies among the sources
 */
export async function inspectOutput({ root }: Publication, out: string): Promise<Output> {
  const folder = await realPath(resolve(root, out))
  if (SOURCES.some((source) => `${folder}${sep}`.startsWith(join(root, source) + sep))) {
    throw failure({
      rule: 'output',
      file: shown(out),
      message: 'The output cannot lie among the sources of the publication.',
      found: folder,
      expected: 'a folder outside content/, languages/, locales/ and templates/',
      remedy: 'Name another folder with --out.',
    })
  }
  // Refused at once, because listing such a folder would take minutes.
  const holds = (place: string): boolean => `${place}${sep}`.startsWith(folder === sep ? sep : `${folder}${sep}`)
  if (holds(root) || holds(homeFolder())) {
    throw failure({
      rule: 'output',
      file: shown(out),
      message: 'The output needs a folder of its own; nothing was touched.',
      found: `${folder}, which holds ${holds(root) ? 'the publication' : 'the user’s home'}`,
      expected: 'an empty folder, or one that an earlier build wrote',
      remedy: 'Name another folder with --out.',
    })
  }
  const { manifest } = await lookInto({ folder, name: shown(out) })
  return { folder, name: shown(out), published: manifest.files, isComplete: manifest.complete, publicKey: manifest.publicKey }
}

/**
 * Lists the contents of an output folder.
 * @throws Failure if the folder contains other files
 */
async function lookInto({ folder, name }: Pick<Output, 'folder' | 'name'>): Promise<Held> {
  const readManifest = async (): Promise<Manifest | undefined> =>
    parseManifest((await readText(join(folder, MANIFEST))) ?? '') ?? (await manifestFromSums(folder))
  // Another build may publish meanwhile. Files that it removes are in the manifest before, and files that it adds in the one
  // after.
  const before = await readManifest()
  const { files, others } = await walk(folder)
  const manifest = await readManifest()
  const ours = new Set([
    ...(before?.files.keys() ?? []),
    ...(manifest?.files.keys() ?? []),
    // These belong to the program even if the manifest names no files, as after a build that could print nothing.
    ...(manifest ? SEALS : []),
    ...KEPT,
    LOCK,
  ])
  const foreign = [...files.filter((file) => !ours.has(file) && !isUnfinished(file)), ...others]
  if (foreign.length > 0) {
    throw new Failure(
      problem({
        rule: 'output',
        file: name,
        message: 'The output folder holds files that this tool did not write; nothing was touched.',
        found: `${foreign.slice(0, 5).map(shown).join(', ')}${foreign.length > 5 ? ` and ${foreign.length - 5} more` : ''}`,
        expected: 'an empty folder, or one that an earlier build wrote',
        remedy: 'Move these files elsewhere, or name another folder with --out.',
      }),
    )
  }
  return { manifest: manifest ?? { complete: true, files: new Map(), library: new Map() }, unfinished: files.filter(isUnfinished) }
}

/**
 * What a folder without a manifest still tells of itself by its digests: somebody deleted the manifest alone. A file that has
 * changed since is not the program’s.
 */
async function manifestFromSums(folder: string): Promise<Manifest | undefined> {
  if (lookAt(join(folder, MANIFEST)).kind !== 'nothing') return undefined
  const sums = parseSums((await readText(join(folder, SUMS))) ?? '')
  if (!sums) return undefined
  const files = new Map<string, Published>()
  for (const [path, sha256] of sums) {
    const bytes = fileSize(join(folder, path))
    if (bytes !== undefined && digestNow(join(folder, path)) === sha256) files.set(path, { bytes, sha256 })
  }
  return { complete: false, files, library: new Map() }
}

/**
 * Begins a publication. Builds publish one after the other, each on the results of the former, and each leaves the folder
 * complete.
 * @param signer signs what is published; absent without a key
 */
export function openPublishing(output: Output, signer?: Signer): Publishing {
  const turns = pLimit(WRITES_AT_ONCE)
  const made = new Map<string, Published>()
  const staged: Staged[] = []
  /** Artifacts that were already there, with their stamps. */
  const standing = new Map<string, Sighting>()
  const at = (path: string): string => join(output.folder, path)
  const add = async (artifact: Artifact): Promise<PublishedFile> => {
    const described = describe(artifact)
    const file = await stage(at(artifact.path), artifact.bytes)
    if (file) staged.push(file)
    else standing.set(artifact.path, lookAt(at(artifact.path)))
    made.set(artifact.path, described)
    return { path: artifact.path, ...described }
  }
  const addAll = async (artifacts: readonly Artifact[]): Promise<PublishedFile[]> => {
    const attempts = await Promise.allSettled(artifacts.map((artifact) => turns(() => add(artifact))))
    const failed = attempts.find((attempt) => attempt.status === 'rejected')
    if (failed) throw failed.reason as Error
    return attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []))
  }
  const discardAll = async (): Promise<void> => {
    await Promise.all(staged.splice(0).map(discard))
  }
  return {
    add: addAll,
    finish: async (keep, front = (_, library) => ({ artifacts: [], library, failures: [] })) => {
      try {
        return await withLock(join(output.folder, LOCK), output.name, 'build', async () => {
          for (const [path, sighting] of standing) refuseOvertaken(output, path, sighting, made.get(path)!)
          const held = await lookInto(output)
          const kept = new Map([...held.manifest.files].filter(([path]) => !made.has(path) && keep(path)))
          const { artifacts, library, failures } = front(new Map([...kept, ...made]), held.manifest.library)
          const added = await addAll(artifacts)
          return { written: await move(output, held, { kept, made, library, signer }, staged), front: added, failures }
        })
      } catch (error) {
        await discardAll()
        throw error
      }
    },
    discard: discardAll,
  }
}

/**
 * Fails if a file that was already there has changed.
 * @throws Failure
 */
function refuseOvertaken({ folder, name }: Output, path: string, before: Sighting, { sha256 }: Published): void {
  const now = lookAt(join(folder, path))
  if (now.kind === 'file' && before.kind === 'file' && now.stamp === before.stamp) return
  if (digestNow(join(folder, path)) === sha256) return
  throw failure({
    rule: 'output',
    file: `${name}/${shown(path)}`,
    message: 'Another program has changed this file while the build was at work; nothing was touched.',
    expected: 'the file as it was when the build looked at it',
    remedy: 'Build again.',
  })
}

/** What an output folder is to hold. */
interface Next {
  readonly kept: ReadonlyMap<string, Published>
  readonly made: ReadonlyMap<string, Published>
  readonly library: Library
  readonly signer: Signer | undefined
}

async function move(
  { folder }: Output,
  { manifest, unfinished }: Held,
  { kept, made, library, signer }: Next,
  stagedArtifacts: readonly Staged[],
): Promise<string[]> {
  const files = new Map([...kept, ...made])
  const dropped = [...manifest.files.keys()].filter((path) => !files.has(path))
  const seal = sealOf({ complete: true, files, library }, signer)
  const underway: Manifest = { complete: false, files: new Map([...manifest.files, ...files]), library }
  const at = (path: string): string => join(folder, path)
  const finished = seal.manifest
  const marks = [await stage(at(SUMS), seal.sums), seal.signature === undefined ? undefined : await stage(at(SIGNATURE), seal.signature)]
  const staged = [...stagedArtifacts, ...marks.filter((each) => each !== undefined)]
  if (staged.length > 0 || dropped.length > 0 || (await readText(at(MANIFEST))) !== finished) {
    await orDiscard(staged, async () => void (await writeIfChanged(at(MANIFEST), serializeManifest(underway))))
  }
  await orDiscard(staged, async () => {
    for (const each of staged) await commit(each)
  })
  const left: string[] = []
  for (const path of dropped) left.push(await remove(at(path), folder))
  if (seal.signature === undefined && lookAt(at(SIGNATURE)).kind === 'file') left.push(await remove(at(SIGNATURE), folder))
  for (const path of unfinished) if (await isAbandoned(at(path))) await remove(at(path), folder)
  await flushFolders([...staged.flatMap(({ folders }) => folders), ...left])
  await writeIfChanged(at(MANIFEST), finished)
  const anew = new Set(stagedArtifacts.map(({ path }) => path))
  return [...made.keys()].filter((path) => anew.has(at(path)))
}

/** Runs a step, and removes all staged files if it fails. */
async function orDiscard(staged: readonly Staged[], step: () => Promise<void>): Promise<void> {
  try {
    await step()
  } catch (error) {
    await Promise.all(staged.map(discard))
    throw error
  }
}
