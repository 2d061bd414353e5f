import { lstat, realpath } from 'node:fs/promises'
import { dirname } from 'node:path'
import { linked } from './file-errors.ts'

/**
 * Refuses a path with a symbolic link in any part, whether or not the path exists. A root may be reached through links, because
 * opening a publication resolves them first.
 * @throws Failure that names the link, which could lead to any file on the machine
 */
export async function refuseLinks(path: string): Promise<void> {
  const real = await realpath(path).catch(() => undefined)
  if (real === path) return
  // For a path that does not exist, checking its folder suffices.
  if (real === undefined && !(await isThere(path)) && (await realpath(dirname(path)).catch(() => undefined)) === dirname(path)) return
  // A case-insensitive disk returns its own spelling of a name, so that a difference need not be a link.
  const link = await linkIn(path)
  if (link !== undefined) throw linked(link)
}

/** True if a path exists, even as a broken link. */
async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}

/** The first part of a path, from the root of the disk, that is a symbolic link. */
async function linkIn(path: string): Promise<string | undefined> {
  const folder = dirname(path)
  const above = folder === path ? undefined : await linkIn(folder)
  if (above !== undefined) return above
  const found = await lstat(path).catch(() => undefined)
  return found?.isSymbolicLink() ? path : undefined
}
