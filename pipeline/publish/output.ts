import { join, resolve, sep } from 'node:path'
import { homeFolder } from '../files/cache.js'
import { digestNow, readText, realPath, walk } from '../files/disk.ts'
import { fileSize, lookAt } from '../files/sighting.ts'
import { shown } from '../files/identifier.ts'
import { isUnfinished } from '../files/unfinished.ts'
import type { Publication } from '../model/publication.ts'
import { Failure, failure, problem } from '../problem.ts'
import { MANIFEST, SEALS, SUMS, parseManifest, parseSums, type Manifest, type Published } from './manifest.ts'

/** An output folder that may be written. */
export interface Output {
  readonly folder: string
  /** Name for messages. */
  readonly name: string
  /** Files published by an earlier build, by path. */
  readonly published: ReadonlyMap<string, Published>
  /** What that build told of its editions, and of former versions. */
  readonly facts: Manifest['facts']
  readonly versions: Manifest['versions']
  /** True if that build was completed. */
  readonly isComplete: boolean
  /** Public key of its signature. Absent without one. */
  readonly publicKey: string | undefined
}

/** Contents of an output folder. */
export interface Held {
  /** Manifest of an earlier build. */
  readonly manifest: Manifest
  /** Staged files, whether in progress or abandoned. */
  readonly unfinished: readonly string[]
}

/** Files that keep an output folder in git. They may be there without being published. */
const KEPT = ['.gitkeep', '.gitignore']
/** Name of the lock. It lies in the folder itself, so that builds of other users and machines see it. */
export const LOCK = '.publishing'
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
  const { files: published, complete: isComplete, facts, versions, publicKey } = manifest
  return { folder, name: shown(out), published, facts, versions, isComplete, publicKey }
}

/**
 * Lists the contents of an output folder.
 * @throws Failure if the folder contains other files
 */
export async function lookInto({ folder, name }: Pick<Output, 'folder' | 'name'>): Promise<Held> {
  const readManifest = async (): Promise<Manifest | undefined> =>
    manifestIn((await readText(join(folder, MANIFEST))) ?? '') ?? (await manifestFromSums(folder))
  // Another build may publish meanwhile. Files that it removes are in the manifest before, and files that it adds in the one
  // after.
  const before = await readManifest()
  const { files, others } = walk(folder)
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
  return {
    manifest: manifest ?? { complete: true, files: new Map(), facts: new Map(), versions: new Map() },
    unfinished: files.filter(isUnfinished),
  }
}

/** The manifest that was parsed last. A build reads it before and after it lists the files, twice, and it is mostly the same. */
let last: { readonly text: string; readonly manifest: Manifest | undefined } | undefined

function manifestIn(text: string): Manifest | undefined {
  if (last?.text !== text) last = { text, manifest: parseManifest(text) }
  return last.manifest
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
  return { complete: false, files, facts: new Map(), versions: new Map() }
}
