import pLimit from 'p-limit'
import { join } from 'node:path'
import { digestNow, readText, textThere } from '../files/disk.ts'
import { fileSize, lookAt, type Sighting } from '../files/sighting.ts'
import { shown } from '../files/identifier.ts'
import { withLock } from '../files/lock.ts'
import { isAbandoned } from '../files/unfinished.ts'
import { commit, discard, flushFolders, remove, stage, writeIfChanged, type Staged } from '../files/write.ts'
import { versionIn } from '../html/file-names.ts'
import type { Artifact } from '../model/edition.ts'
import type { Editions, PublishedFile } from '../model/outcome.ts'
import { failure, type Failure } from '../problem.ts'
import type { MakeFront } from './front.ts'
import { MANIFEST, SIGNATURE, SUMS, describe, serializeManifest, type Manifest, type Published } from './manifest.ts'
import { LOCK, lookInto, type Held, type Output } from './output.ts'
import { sealOf } from './seal.ts'
import type { Signer } from './signature.ts'
import { versionsAmong } from './versions.ts'

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

/** Limit of parallel writes. Most of their time is waiting for the disk. */
const WRITES_AT_ONCE = 8

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
    // What is made anew in one build stands in the place of what was made before.
    if (made.has(artifact.path)) await withdraw(at(artifact.path))
    const file = await stage(at(artifact.path), artifact.bytes)
    if (file) staged.push(file)
    else standing.set(artifact.path, lookAt(at(artifact.path)))
    made.set(artifact.path, described)
    return { path: artifact.path, ...described }
  }
  const withdraw = async (path: string): Promise<void> => {
    const before = staged.findIndex((each) => each.path === path)
    if (before >= 0) await Promise.all(staged.splice(before, 1).map(discard))
  }
  const addAll = async (artifacts: Iterable<Artifact>): Promise<PublishedFile[]> => {
    const added: PublishedFile[] = []
    const waiting = Iterator.from(artifacts)
    let taken = 0
    const work = async (): Promise<void> => {
      for (const artifact of waiting) {
        const place = taken++
        added[place] = await turns(() => add(artifact))
      }
    }
    const attempts = await Promise.allSettled(Array.from({ length: WRITES_AT_ONCE }, work))
    const failed = attempts.find((attempt) => attempt.status === 'rejected')
    if (failed) throw failed.reason as Error
    return added
  }
  const discardAll = async (): Promise<void> => {
    await Promise.all(staged.splice(0).map(discard))
  }
  return {
    add: addAll,
    finish: async (keep, front = ({ editions }) => ({ artifacts: [], standing: [], editions, failures: [] })) => {
      try {
        return await withLock(join(output.folder, LOCK), output.name, 'build', async () => {
          for (const [path, sighting] of standing) refuseOvertaken(output, path, sighting, made.get(path)!)
          const held = await lookInto(output)
          const kept = new Map([...held.manifest.files].filter(([path]) => !made.has(path) && keep(path)))
          // A build that was cut short names files that it may not have written.
          const before = held.manifest.complete ? held.manifest.files : new Map<string, Published>()
          const isStanding = (path: string): boolean => before.has(path) && fileSize(at(path)) === before.get(path)!.bytes
          const beside = new Map(staged.map((each) => [each.path, each.beside]))
          const textOf = (path: string): string => textThere(beside.get(at(path)) ?? at(path)) ?? ''
          const versions = versionsAmong(new Map([...kept, ...made]), held.manifest, textOf)
          for (const path of [...versions.values()].flatMap(({ assets }) => assets))
            if (!made.has(path) && held.manifest.files.has(path)) kept.set(path, held.manifest.files.get(path)!)
          const files = new Map([...kept, ...made])
          const {
            artifacts,
            standing: stays,
            editions,
            failures,
          } = front({ files, before, isStanding, editions: held.manifest.facts, textOf })
          const added = await addAll(artifacts)
          const stayed = stays.map((path) => ({ path, ...before.get(path)! }))
          for (const { path, ...published } of stayed) made.set(path, published)
          return {
            written: await move(output, held, { kept, made, editions, versions, signer }, staged),
            front: [...added, ...stayed],
            failures,
          }
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
  readonly editions: Editions
  readonly versions: Manifest['versions']
  readonly signer: Signer | undefined
}

async function move(
  { folder }: Output,
  { manifest, unfinished }: Held,
  { kept, made, editions, versions, signer }: Next,
  stagedArtifacts: readonly Staged[],
): Promise<string[]> {
  const files = new Map([...kept, ...made])
  const dropped = [...manifest.files.keys()].filter((path) => !files.has(path))
  const seal = sealOf({ complete: true, files, facts: editions, versions }, signer)
  const underway: Manifest = { complete: false, files: new Map([...manifest.files, ...files]), facts: editions, versions }
  const at = (path: string): string => join(folder, path)
  const finished = seal.manifest
  const marks = [await stage(at(SUMS), seal.sums), seal.signature === undefined ? undefined : await stage(at(SIGNATURE), seal.signature)]
  const ofVersions = new Set([...made.keys()].filter((path) => versionIn(path)).map(at))
  const formers = stagedArtifacts.filter(({ path }) => ofVersions.has(path))
  const staged = [...stagedArtifacts.filter((each) => !formers.includes(each)), ...marks.filter((each) => each !== undefined)]
  if (formers.length > 0) await orDiscard([...formers, ...staged], () => moveVersions(folder, manifest, files, formers))
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

/**
 * Moves former versions to their places, safely before anything of what they are copied from is replaced. Until then the manifest
 * tells of that, so that the next build copies it again.
 */
async function moveVersions(folder: string, before: Manifest, files: Next['kept'], formers: readonly Staged[]): Promise<void> {
  const underway: Manifest = { ...before, complete: false, files: new Map([...files, ...before.files]), publicKey: undefined }
  await writeIfChanged(join(folder, MANIFEST), serializeManifest(underway))
  for (const each of formers) await commit(each)
  await flushFolders(formers.flatMap(({ folders }) => folders))
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
