import { lstatSync, realpathSync } from 'node:fs'
import { dirname } from 'node:path'
import { linked } from './file-errors.ts'

/**
 * Refuses a path with a symbolic link in any part, whether or not the path exists. A root may be reached through links, because
 * opening a publication resolves them first. Synchronous, because each file that is read is looked at.
 * @throws Failure that names the link, which could lead to any file on the machine
 */
export function refuseLinks(path: string): void {
  const folder = dirname(path)
  // For a path that does not exist, checking its folder suffices.
  if (found(path) === undefined && folder !== path) return refuseLinks(folder)
  if (realPathNow(path) === path) return
  // A case-insensitive disk returns its own spelling of a name, so that a difference need not be a link.
  const link = linkIn(path)
  if (link !== undefined) throw linked(link)
}

function realPathNow(path: string): string | undefined {
  try {
    return realpathSync.native(path)
  } catch {
    return undefined
  }
}

/** The first part of a path, from the root of the disk, that is a symbolic link. */
function linkIn(path: string): string | undefined {
  const folder = dirname(path)
  const above = folder === path ? undefined : linkIn(folder)
  return above ?? (found(path)?.isSymbolicLink() ? path : undefined)
}

/** What stands at a path, even a broken link. */
function found(path: string): ReturnType<typeof lstatSync> {
  try {
    return lstatSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}
