import { hash } from 'node:crypto'
import type { Artifact } from '../model/edition.ts'
import { MANIFEST, SIGNATURE, SUMS, serializeManifest, serializeSums, type Manifest } from './manifest.ts'
import type { Signer } from './signature.ts'

/** What says of files that they are those that were published: the manifest, the digests, and their signature. */
export interface Seal {
  readonly manifest: string
  readonly sums: string
  /** Absent without a key. */
  readonly signature: string | undefined
}

/** Seals the files that a manifest lists. The digests cover the manifest, and the signature covers the digests. */
export function sealOf(contents: Omit<Manifest, 'publicKey'>, signer: Signer | undefined): Seal {
  const manifest = serializeManifest({ ...contents, publicKey: signer?.publicKey })
  const sums = serializeSums(contents, hash('sha256', manifest))
  return { manifest, sums, signature: signer?.sign(Buffer.from(sums), SUMS) }
}

/** The files of a seal, the manifest last. */
export function sealFiles({ manifest, sums, signature }: Seal): Artifact[] {
  const file = (path: string, text: string): Artifact => ({ path, bytes: new TextEncoder().encode(text) })
  return [file(SUMS, sums), ...(signature === undefined ? [] : [file(SIGNATURE, signature)]), file(MANIFEST, manifest)]
}
