/**
 * Changes of files that people edit too, by compare-and-swap: a file is replaced or removed only while it is the one that
 * was read. What an editor saves meanwhile is not lost: the change begins anew with it.
 */
import { hash } from 'node:crypto'
import { rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { decode, readBytes } from './disk.ts'
import { commit, discard, flushFolders, remove, stage } from './write.ts'
import { refused } from './file-errors.ts'

/** A text as it stood when it was read, and the digest of its bytes by which it is known again. */
export interface Revision {
  /** With the line ends that it has, without a byte-order mark. */
  readonly text: string
  readonly digest: string
}

/** A file is no longer the one that was read: somebody saved it meanwhile. */
export class Overtaken extends Error {
  readonly path: string

  constructor(path: string) {
    super(`${path} was changed by another program.`)
    this.name = 'Overtaken'
    this.path = path
  }
}

/**
 * Reads a text that is to be changed; nothing where there is none.
 * @throws Failure where the file is not UTF-8, or stands behind a symbolic link
 */
export async function readRevision(path: string): Promise<Revision | undefined> {
  const bytes = await readBytes(path)
  return bytes && { text: decode(path, bytes), digest: digestOf(bytes) }
}

/** Names the bytes of a file. */
export function digestOf(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex')
}

/**
 * Writes a file whole, creating its folders, unless it holds these bytes already.
 * @param digest of the file as it was read; nothing where there was none
 * @returns whether it wrote
 * @throws Overtaken where another file stands there by now; nothing is written then
 */
export async function replace(path: string, bytes: Uint8Array, digest: string | undefined): Promise<boolean> {
  const staged = await stage(path, bytes)
  if (!staged) return false
  try {
    // As late as can be: between this and the move there is nothing to wait for.
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
 * Removes a file, and the folders up to but without `root` that this leaves empty.
 * @returns whether there was one
 * @throws Overtaken where it is another than the one that was read
 */
export async function removeRead(path: string, digest: string | undefined, root: string): Promise<boolean> {
  await expect(path, digest)
  if (digest === undefined) return false
  await flushFolders([await remove(path, root)])
  return true
}

/**
 * Moves a file to a place where there is none.
 * @throws Overtaken where it is another than the one that was read, or a file stands at that place by now
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
