import { createHash } from 'node:crypto'
import * as v from 'valibot'
import type { Artifact } from '../model.ts'
import { byName } from '../schema.ts'

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
  files: byName(v.object({ bytes: v.pipe(v.number(), v.safeInteger(), v.minValue(0)), sha256: v.string() }), 'files by path'),
})

/** Parses a manifest; nothing where the text is none of ours. */
export function parseManifest(text: string): Manifest | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  const parsed = v.safeParse(schema, value)
  return parsed.success ? { complete: parsed.output.complete, files: parsed.output.files } : undefined
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
