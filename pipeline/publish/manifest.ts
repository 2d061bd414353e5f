import { createHash } from 'node:crypto'
import * as v from 'valibot'
import type { Artifact } from '../model/edition.ts'
import { shown } from '../files/identifier.ts'
import { Failure, problem, type Position, type Problem } from '../problem.ts'
import { byName } from '../publication/schema.ts'

/** Where the manifest lies in the output folder: what makes the folder ours. */
export const MANIFEST = 'manifest.json'
/** The same digests for `sha256sum --check`. */
export const SUMS = 'SHA256SUMS'

/** A published file: its size, and the SHA-256 of its bytes in hexadecimal. */
export interface Published {
  readonly bytes: number
  readonly sha256: string
}

/** What the output folder holds. While a build is writing, `complete` is false: the files named may be there or not yet. */
export interface Manifest {
  readonly complete: boolean
  readonly files: ReadonlyMap<string, Published>
}

const schema = v.object({
  editions: v.literal(1),
  complete: v.boolean(),
  files: byName(
    v.object({ bytes: v.pipe(v.number(), v.safeInteger(), v.minValue(0)), sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) }),
    'files by path',
  ),
})

/**
 * Parses a manifest; nothing where the text is none of ours.
 * @throws Failure where a path leads out of the folder, or to what no build writes: a build removes what a manifest names
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
  const { complete, files } = parsed.output
  const foreign = [...files.keys()].filter((path) => !isPublishable(path))
  if (foreign.length > 0) throw new Failure(...foreign.map((path) => misleading(path, text)))
  return { complete, files }
}

/**
 * A part of a path that a build writes: it is neither empty nor hidden, nor `.` or `..`, and has no control characters, no
 * backslash, which parts folders on Windows, and no colon, which names its drives and streams.
 */
const PART = /^(?!\.)[^\p{Cc}/\\:]+$/u

function isPublishable(path: string): boolean {
  return path !== MANIFEST && path !== SUMS && path.split('/').every((part) => PART.test(part))
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

/** The bytes of a manifest, sorted by path. */
export function serializeManifest({ complete, files }: Manifest): string {
  const sorted = Object.fromEntries([...files].sort(([a], [b]) => (a < b ? -1 : 1)))
  return `${JSON.stringify({ editions: 1, complete, files: sorted }, null, 2)}\n`
}

/** The lines of `SHA256SUMS`. */
export function serializeSums({ files }: Manifest): string {
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, { sha256 }]) => `${sha256}  ${path}\n`)
    .join('')
}

/** What the manifest says of an artifact. */
export function describe({ bytes }: Artifact): Published {
  return { bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') }
}
