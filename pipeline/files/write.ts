/** Atomic writing: a file is written beside its place, flushed, and renamed. */
import { open, rename, rm, rmdir, type FileHandle } from 'node:fs/promises'
import { dirname, sep } from 'node:path'
import pLimit from 'p-limit'
import { isMissing, makeFolders, readBytes } from './disk.ts'
import { fileSize, rightsOf } from './sighting.ts'
import { refused } from './file-errors.ts'
import { refuseLinks } from './links.ts'
import { forgetUnderWay, noteUnderWay } from './under-way.ts'
import { besidePath } from './unfinished.ts'

/** Limit of folders that are flushed at once. Each waits for the disk. */
const FLUSHES_AT_ONCE = 4

/** A file that is written beside its place, flushed, and ready to be moved there. */
export interface Staged {
  readonly path: string
  readonly beside: string
  /** Folders to flush after the move, so that a power cut does not undo it: the file’s folder, and the parents of new folders. */
  readonly folders: readonly string[]
}

/** Writes a file beside its place and creates its folders. Returns nothing if the place already holds these bytes. */
export async function stage(path: string, content: string | Uint8Array): Promise<Staged | undefined> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  // A file of another size differs, and need not be read.
  const present = fileSize(path) === bytes.byteLength ? await readBytes(path) : undefined
  if (present && Buffer.compare(present, bytes) === 0) return undefined
  const beside = besidePath(path)
  noteUnderWay(beside)
  try {
    refuseLinks(path)
    const made = await makeFolders(dirname(path))
    const handle = await open(beside, 'wx')
    try {
      await keepRights(path, handle)
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    return { path, beside, folders: foldersUpTo(made === undefined ? dirname(path) : dirname(made), dirname(path)) }
  } catch (error) {
    await removeStaged(beside)
    throw refused(path, 'written', error)
  }
}

/** Copies the permissions of the replaced file, so that a shared file stays shared. */
async function keepRights(path: string, handle: FileHandle): Promise<void> {
  const present = rightsOf(path)
  // Some disks have no permissions, and refuse to change them.
  if (present !== undefined) await handle.chmod(present).catch(() => undefined)
}

/** A folder and its parents up to `top`. */
function foldersUpTo(top: string, folder: string): string[] {
  return folder === top ? [folder] : [folder, ...foldersUpTo(top, dirname(folder))]
}

export async function commit(staged: Staged): Promise<void> {
  try {
    await rename(staged.beside, staged.path)
    forgetUnderWay(staged.beside)
  } catch (error) {
    await discard(staged)
    throw refused(staged.path, 'written', error)
  }
}

export async function discard({ beside }: Staged): Promise<void> {
  await removeStaged(beside)
}

async function removeStaged(beside: string): Promise<void> {
  await rm(beside, { force: true }).catch(() => undefined)
  forgetUnderWay(beside)
}

/**
 * Flushes folders. Without it a power cut may undo renames in them (write-file-atomic#64). Windows cannot flush folders and does
 * not need it.
 */
export async function flushFolders(paths: readonly string[]): Promise<void> {
  if (process.platform === 'win32') return
  const turns = pLimit(FLUSHES_AT_ONCE)
  await Promise.all([...new Set(paths)].map((path) => turns(() => flushFolder(path))))
}

async function flushFolder(path: string): Promise<void> {
  try {
    const handle = await open(path, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    // If a folder was removed, only its parent needs flushing.
    if (!isMissing(error)) throw refused(path, 'written', error)
  }
}

/**
 * Writes a whole file and creates its folders, unless the file already holds these bytes. Returns whether it wrote. The bytes are
 * flushed before the rename, so that a power cut leaves the old file or the new one.
 */
export async function writeIfChanged(path: string, content: string | Uint8Array): Promise<boolean> {
  const staged = await stage(path, content)
  if (!staged) return false
  await commit(staged)
  await flushFolders(staged.folders)
  return true
}

/**
 * Removes a file, and the folders above it that become empty, up to but not including `root`.
 * @returns the remaining folder, which is to be flushed
 */
export async function remove(path: string, root: string): Promise<string> {
  let folder = dirname(path)
  try {
    refuseLinks(folder)
    await rm(path, { force: true })
    for (; folder.startsWith(root + sep); folder = dirname(folder)) {
      try {
        await rmdir(folder)
      } catch (error) {
        // The folder is not empty, or is already gone.
        if (!isMissing(error)) break
      }
    }
  } catch (error) {
    throw refused(path, 'removed', error)
  }
  return folder
}
