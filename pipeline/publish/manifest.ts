import { createHash } from 'node:crypto'
import * as v from 'valibot'
import type { Artifact } from '../model/edition.ts'
import type { EditionFacts, Editions } from '../model/outcome.ts'
import { shown } from '../files/identifier.ts'
import { Failure, problem, type Position, type Problem } from '../problem.ts'
import { byName } from '../publication/schema.ts'

/** Name of the manifest in the output folder. It marks the folder as this program’s. */
export const MANIFEST = 'manifest.json'
/** Name of the file with the same digests for `sha256sum --check`. */
export const SUMS = 'SHA256SUMS'
/** Name of the signature of that file, as minisign looks for it. */
export const SIGNATURE = 'SHA256SUMS.minisig'
/** Files that say what the others are. A manifest does not list them. */
export const SEALS: readonly string[] = [MANIFEST, SUMS, SIGNATURE]

/** Size of a published file, and its SHA-256 in hexadecimal. */
export interface Published {
  readonly bytes: number
  readonly sha256: string
}

/** What a manifest tells of a former version. */
export interface KeptVersion {
  /** Paths of the shared files that it needs: style sheets, faces and the like. */
  readonly assets: readonly string[]
  /** What its edition told of itself. Absent if the manifest of that time was lost. */
  readonly facts?: EditionFacts | undefined
}

/** Contents of the output folder. While a build writes, `complete` is false, and the named files may be missing. */
export interface Manifest {
  readonly complete: boolean
  readonly files: ReadonlyMap<string, Published>
  readonly facts: Editions
  /** Former versions that are kept, by their folders: `sq/report.2018-06-08`. */
  readonly versions: ReadonlyMap<string, KeptVersion>
  /** Public key of the signature, as minisign writes it. Absent without a signature. */
  readonly publicKey?: string | undefined
}

const textIn = v.object({ text: v.string(), language: v.string() })
/** Its fields in the order in which they are written: a manifest is held against what it would be written as. */
const edition = v.object({
  title: textIn,
  kind: textIn,
  description: textIn,
  date: v.pipe(v.string(), v.isoDate()),
  language: v.string(),
  script: v.string(),
  state: v.picklist(['final', 'draft']),
  origin: v.object({ kind: v.picklist(['original', 'translation', 'transliteration']), from: v.optional(v.string()) }),
  source: v.object({ language: v.string(), sha256: v.string() }),
  texts: v.object({ missing: v.number(), stale: v.number(), translated: v.number(), reviewed: v.number(), sha256: v.optional(v.string()) }),
  version: v.optional(v.pipe(v.string(), v.isoDate())),
  corrected: v.optional(v.array(v.object({ on: v.pipe(v.string(), v.isoDate()), texts: v.number() }))),
  beside: v.optional(v.array(v.string())),
  pages: v.optional(v.number()),
})

const schema = v.object({
  editions: v.literal(1),
  complete: v.boolean(),
  files: byName(
    v.object({ bytes: v.pipe(v.number(), v.safeInteger(), v.minValue(0)), sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) }),
    'files by path',
  ),
  // Older manifests have none, and what is wrong in it makes the folder no less ours.
  facts: v.fallback(byName(edition, 'editions by folder'), () => new Map()),
  versions: v.fallback(
    v.optional(byName(v.object({ assets: v.array(v.string()), facts: v.optional(edition) }), 'versions by folder'), () => ({})),
    () => new Map(),
  ),
  publicKey: v.optional(v.string()),
})

/**
 * Parses a manifest. Returns nothing if the text is not a manifest.
 * @throws Failure for a path out of the folder, or one that no build writes: a build removes files that a manifest names
 */
export function parseManifest(text: string): Manifest | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  const parsed = v.safeParse(schema, value)
  if (!parsed.success) return undefined
  const foreign = [...parsed.output.files.keys()].filter((path) => !isPublishable(path))
  if (foreign.length > 0) throw new Failure(...foreign.map((path) => misleading(path, text)))
  return parsed.output
}

/**
 * A valid part of a published path. It is not empty, hidden, `.` or `..`. It has no control characters, no backslash (a separator
 * on Windows), and no colon (drives and streams there).
 */
const PART = /^(?!\.)[^\p{Cc}/\\:]+$/u

function isPublishable(path: string): boolean {
  return !SEALS.includes(path) && path.split('/').every((part) => PART.test(part))
}

function misleading(path: string, text: string): Problem {
  return problem({
    rule: 'output',
    file: MANIFEST,
    position: positionOf(JSON.stringify(path), text),
    message: 'The manifest of this folder names a file that no build writes; nothing was touched.',
    found: shown(path),
    expected: 'paths of files below the folder, such as sq/report/index.html',
    remedy: 'Somebody else wrote or changed this manifest. Empty the folder after a look at what is in it, and build again.',
  })
}

function positionOf(part: string, text: string): Position {
  const before = text.slice(0, Math.max(0, text.indexOf(part))).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1 }
}

/** Serializes a manifest, sorted by path. */
export function serializeManifest({ complete, publicKey, files, facts, versions }: Manifest): string {
  const kept = versions.size > 0 ? sorted(versions) : undefined
  const contents = { editions: 1, complete, publicKey, facts: sorted(facts), versions: kept, files: sorted(files) }
  return `${JSON.stringify(contents, null, 2)}\n`
}

function sorted<T>(entries: ReadonlyMap<string, T>): Readonly<Record<string, T>> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/**
 * Serializes a manifest’s digests as `SHA256SUMS`.
 * @param own SHA-256 of the manifest, in hexadecimal
 */
export function serializeSums({ files }: Pick<Manifest, 'files'>, own: string): string {
  return [...files, [MANIFEST, { sha256: own }] as const]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, { sha256 }]) => `${sha256}  ${path}\n`)
    .join('')
}

/** Parses `SHA256SUMS`: digests by path, without the manifest’s. Returns nothing if no build wrote the text. */
export function parseSums(text: string): ReadonlyMap<string, string> | undefined {
  const lines = text.split('\n').slice(0, -1)
  const sums = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]))
  const isOurs = sums.delete(MANIFEST) && [...sums].every(([path, sha256]) => /^[0-9a-f]{64}$/.test(sha256) && isPublishable(path))
  return isOurs ? sums : undefined
}

/** Manifest entry of an artifact. */
export function describe({ bytes }: Artifact): Published {
  return { bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') }
}
