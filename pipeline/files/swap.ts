/**
 * Compare-and-swap for files that people edit too. A file is replaced or removed only while it is the one that was read. If an
 * editor saves it meanwhile, the change starts again from the new text.
 */
import { hash } from 'node:crypto'
import { rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { decode, readBytes } from './disk.ts'
import { commit, discard, flushFolders, remove, stage } from './write.ts'
import { refused } from './file-errors.ts'

/** A text as it was read, with the digest of its bytes. */
export interface Revision {
  /** The text with its original line ends, without byte-order mark. */
  readonly text: string
  readonly digest: string
}

/** Thrown when a file has changed since it was read. */
export class Overtaken extends Error {
  readonly path: string

  constructor(path: string) {
    super(`${path} was changed by another program.`)
    this.name = 'Overtaken'
    this.path = path
  }
}

/**
 * Reads a text that is to be changed. Returns nothing if the file does not exist.
 * @throws Failure for a file that is not UTF-8, and for a symbolic link in the path
 */
export async function readRevision(path: string): Promise<Revision | undefined> {
  const bytes = await readBytes(path)
  return bytes && { text: decode(path, bytes), digest: digestOf(bytes) }
}

/** SHA-256 of bytes in hexadecimal. */
export function digestOf(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex')
}

/**
 * Writes a whole file and creates its folders, unless the file already holds these bytes.
 * @param digest of the file as it was read; absent if it did not exist
 * @returns whether it wrote
 * @throws Overtaken, having written nothing, if the file has changed since
 */
export async function replace(path: string, bytes: Uint8Array, digest: string | undefined): Promise<boolean> {
  const staged = await stage(path, bytes)
  if (!staged) return false
  try {
    // Checked last, so that almost no time is left before the move.
    await expect(path, digest)
  } catch (error) {
    await discard(staged)
    throw error
  }
  await commit(staged)
  await flushFolders(staged.folders)
  return true
}

/**
 * Removes a file, and the folders above it that become empty, up to but not including `root`.
 * @returns whether the file existed
 * @throws Overtaken if the file has changed since it was read
 */
export async function removeRead(path: string, digest: string | undefined, root: string): Promise<boolean> {
  await expect(path, digest)
  if (digest === undefined) return false
  await flushFolders([await remove(path, root)])
  return true
}

/**
 * Moves a file to a free place.
 * @throws Overtaken if the file has changed since it was read, or the place is taken by now
 */
export async function moveRead(path: string, digest: string | undefined, to: string): Promise<void> {
  await expect(path, digest)
  await expect(to, undefined)
  try {
    await rename(path, to)
  } catch (error) {
    throw refused(path, 'written', error)
  }
  await flushFolders([dirname(path), dirname(to)])
}

async function expect(path: string, digest: string | undefined): Promise<void> {
  const bytes = await readBytes(path)
  if ((bytes && digestOf(bytes)) !== digest) throw new Overtaken(path)
}
