import { lstat, realpath } from 'node:fs/promises'
import { dirname } from 'node:path'
import { linked } from './file-errors.ts'

/**
 * Refuses a path that leads through a symbolic link, whichever part of it is one, and whether or not anything is there.
 * A root may be reached by links: whoever opens one resolves it first.
 * @throws Failure that names the link: it could lead to any file of the machine
 */
export async function refuseLinks(path: string): Promise<void> {
  const real = await realpath(path).catch(() => undefined)
  if (real === path) return
  // Of what is not there yet, the folder tells.
  if (real === undefined && !(await isThere(path)) && (await realpath(dirname(path)).catch(() => undefined)) === dirname(path)) return
  // A disk that takes other letters for the same name gives its own: what differs need not be a link.
  const link = await linkIn(path)
  if (link !== undefined) throw linked(link)
}

/** Whether anything is at a path, be it a link that leads nowhere. */
async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}

/** The first part of a path, from the top of the disk on, that is a symbolic link. */
async function linkIn(path: string): Promise<string | undefined> {
  const folder = dirname(path)
  const above = folder === path ? undefined : await linkIn(folder)
  if (above !== undefined) return above
  const found = await lstat(path).catch(() => undefined)
  return found?.isSymbolicLink() ? path : undefined
}
