import { asCalled } from '../files/called.ts'
import { problem, type Problem } from '../problem.ts'
import {
  MANIFEST,
  SEALS,
  SIGNATURE,
  SUMS,
  describe,
  serializeManifest,
  serializeSums,
  type Manifest,
  type Published,
} from '../publish/manifest.ts'
import { isSignedBy } from '../publish/signature.ts'

/** What is to be held against a manifest: the files of a folder or of a package. */
export interface Contents {
  readonly paths: ReadonlySet<string>
  read(path: string): Promise<Uint8Array | undefined>
}

/** The files that match the manifest, and problems of the others. */
export interface Held {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly problems: readonly Problem[]
}

export const publishAgain = (): string => `Publish again with ${asCalled('build')}, and copy the folder whole.`

/** Holds files against their manifest: the size and SHA-256 of every file that it lists, and none besides. */
export async function holdFiles(contents: Contents, manifest: Manifest): Promise<Held> {
  const files = new Map<string, Uint8Array>()
  const problems: Problem[] = manifest.complete
    ? []
    : [problem({ rule: 'published', file: MANIFEST, message: 'A build was cut short here.', remedy: publishAgain() })]
  for (const [path, said] of manifest.files) {
    const bytes = contents.paths.has(path) ? await contents.read(path) : undefined
    if (bytes && isSame(bytes, said)) files.set(path, bytes)
    else problems.push(otherFile(path, bytes, said))
  }
  for (const path of contents.paths) {
    // Hidden files belong to who serves the folder.
    if (manifest.files.has(path) || SEALS.includes(path) || path.split('/').some((part) => part.startsWith('.'))) continue
    problems.push(
      problem({
        rule: 'published',
        file: path,
        message: 'This file was not published: the manifest does not list it.',
        remedy: 'Somebody has put it there. Take it away, or publish it with a document, which links to it.',
      }),
    )
  }
  return { files, problems }
}

/** True if bytes have the size and the digest that a manifest says. */
export function isSame(bytes: Uint8Array, said: Published): boolean {
  const found = describe({ path: '', bytes })
  return found.bytes === said.bytes && found.sha256 === said.sha256
}

/** The problem of a file that is another than was published, or none. */
export function otherFile(path: string, bytes: Uint8Array | undefined, said: Published): Problem {
  const found = bytes && describe({ path, bytes })
  const what = !found
    ? 'This file is missing.'
    : found.bytes < said.bytes
      ? 'This file is not the one that was published: it is shorter, as after a download that was cut off.'
      : 'This file is not the one that was published.'
  return problem({
    rule: 'published',
    file: path,
    message: what,
    found: found && `${found.bytes} bytes, SHA-256 ${found.sha256}`,
    expected: `${said.bytes} bytes, SHA-256 ${said.sha256}`,
    remedy: publishAgain(),
  })
}

/**
 * Holds the manifest against the digests, and those against their signature.
 * @param text of the manifest
 * @param key that the publisher is known to sign with, as minisign writes it; nothing to take the manifest’s own
 */
export async function holdSeal(contents: Contents, text: string, manifest: Manifest, key: string | undefined): Promise<Problem[]> {
  const changed = (file: string, message: string): Problem[] => [problem({ rule: 'published', file, message, remedy: publishAgain() })]
  if (text !== serializeManifest(manifest)) return changed(MANIFEST, 'Somebody has changed the manifest since it was published.')
  const sums = await contents.read(SUMS)
  if (!sums) return changed(SUMS, 'This file is missing.')
  const own = describe({ path: MANIFEST, bytes: new TextEncoder().encode(text) }).sha256
  if (Buffer.from(sums).toString('utf8') !== serializeSums(manifest, own))
    return changed(SUMS, `This file and ${MANIFEST} tell different digests: one of them was changed after it was published.`)
  if (key !== undefined && manifest.publicKey !== key) {
    const found = manifest.publicKey === undefined ? 'no signature' : `a signature by ${manifest.publicKey}`
    return [
      problem({
        rule: 'published',
        file: SIGNATURE,
        message: 'This was not signed with the key that you named.',
        found,
        expected: `a signature by ${key}`,
        remedy: 'Do not rely on it. Ask the publisher which key is theirs.',
      }),
    ]
  }
  if (manifest.publicKey === undefined) return []
  const signature = await contents.read(SIGNATURE)
  if (!signature) return changed(SIGNATURE, 'The signature is missing.')
  const isRight = isSignedBy(manifest.publicKey, Buffer.from(signature).toString('utf8'), sums, SUMS)
  return isRight ? [] : changed(SIGNATURE, 'The signature does not fit: it, or what it signs, was changed.')
}
