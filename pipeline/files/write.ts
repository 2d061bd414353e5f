/** Files are written whole or not at all: beside their place, flushed, and then renamed. */
import { open, rename, rm, rmdir, type FileHandle } from 'node:fs/promises'
import { dirname, sep } from 'node:path'
import { fileSize, isMissing, makeFolders, readBytes, rightsOf } from './disk.ts'
import { refused } from './file-errors.ts'
import { refuseLinks } from './links.ts'
import { forgetUnderWay, noteUnderWay } from './under-way.ts'
import { besidePath } from './unfinished.ts'

/** A file that is written beside its place, flushed, and waits to be moved there. */
export interface Staged {
  readonly path: string
  readonly beside: string
  /** To be flushed when it is moved, so that a power cut does not undo that: its folder and, where that is new, those above. */
  readonly folders: readonly string[]
}

/**
 * Writes a file beside its place, creating its folders, unless the place holds these bytes already.
 * @returns nothing where there is nothing to write
 */
export async function stage(path: string, content: string | Uint8Array): Promise<Staged | undefined> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  // What has another size is another text, and need not be read.
  const present = (await fileSize(path)) === bytes.byteLength ? await readBytes(path) : undefined
  if (present && Buffer.compare(present, bytes) === 0) return undefined
  const beside = besidePath(path)
  noteUnderWay(beside)
  try {
    await refuseLinks(path)
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

/** Gives a file the rights of the one that it replaces: who shares a folder with others goes on sharing what is in it. */
async function keepRights(path: string, handle: FileHandle): Promise<void> {
  const present = await rightsOf(path)
  // Some disks know no rights, and refuse to change them.
  if (present !== undefined) await handle.chmod(present).catch(() => undefined)
}

/** A folder and those above it, up to one of them. */
function foldersUpTo(top: string, folder: string): string[] {
  return folder === top ? [folder] : [folder, ...foldersUpTo(top, dirname(folder))]
}

/** Moves a staged file to its place. */
export async function commit(staged: Staged): Promise<void> {
  try {
    await rename(staged.beside, staged.path)
    forgetUnderWay(staged.beside)
  } catch (error) {
    await discard(staged)
    throw refused(staged.path, 'written', error)
  }
}

/** Drops a staged file. */
export async function discard({ beside }: Staged): Promise<void> {
  await removeStaged(beside)
}

async function removeStaged(beside: string): Promise<void> {
  await rm(beside, { force: true }).catch(() => undefined)
  forgetUnderWay(beside)
}

/**
 * Flushes folders, without which a power cut may undo what was renamed in them (write-file-atomic#64).
 * Windows flushes none, and needs none.
 */
export async function flushFolders(paths: readonly string[]): Promise<void> {
  if (process.platform === 'win32') return
  for (const path of new Set(paths)) {
    try {
      const handle = await open(path, 'r')
      try {
        await handle.sync()
      } finally {
        await handle.close()
      }
    } catch (error) {
      // One that has gone since leaves nothing to flush but the folder above it.
      if (!isMissing(error)) throw refused(path, 'written', error)
    }
  }
}

/**
 * Writes a file whole, creating its folders, unless it holds these bytes already.
 * Returns whether it wrote. The bytes are flushed before the rename, so that a power cut leaves the old file or the new.
 */
export async function writeIfChanged(path: string, content: string | Uint8Array): Promise<boolean> {
  const staged = await stage(path, content)
  if (!staged) return false
  await commit(staged)
  await flushFolders(staged.folders)
  return true
}

/**
 * Removes a file, and then the folders above it that this leaves empty, up to but without `root`.
 * @returns the folder that is left, which is to be flushed
 */
export async function remove(path: string, root: string): Promise<string> {
  let folder = dirname(path)
  try {
    await refuseLinks(folder)
    await rm(path, { force: true })
    for (; folder.startsWith(root + sep); folder = dirname(folder)) {
      try {
        await rmdir(folder)
      } catch (error) {
        // It is not empty, or has something in it meanwhile, or is gone already.
        if (!isMissing(error)) break
      }
    }
  } catch (error) {
    throw refused(path, 'removed', error)
  }
  return folder
}
