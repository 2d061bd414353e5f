import { join } from 'node:path'
import { lookAt } from '../files/sighting.ts'
import { digestOf, removeRead, replace } from '../files/swap.ts'
import { Failure, problem } from '../problem.ts'

/**
 * Writes files where there are none: all of them, or none.
 * @param files path relative to the root → bytes
 * @param remedy what to do where something stands there already
 * @returns the paths, in their order
 * @throws Failure with every file that there is already; nothing is written then
 */
export async function writeNew(root: string, files: ReadonlyMap<string, Uint8Array>, remedy: string): Promise<string[]> {
  const taken = [...files.keys()].filter((path) => lookAt(join(root, path)).kind !== 'nothing')
  if (taken.length > 0) {
    throw new Failure(
      ...taken.map((file) => problem({ rule: 'exists', file, message: 'This file is there already, and is never written over.', remedy })),
    )
  }
  const written = new Map<string, string>()
  try {
    for (const [path, bytes] of files) {
      await replace(join(root, path), bytes, undefined)
      written.set(path, digestOf(bytes))
    }
  } catch (error) {
    for (const [path, digest] of written) await removeRead(join(root, path), digest, root).catch(() => false)
    throw error
  }
  return [...files.keys()]
}
