/** Programs that are fetched and run, and the folders of their user’s alone that they stand in. */
import { constants } from 'node:fs'
import { access, chmod, lstat, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Headers } from 'tar-fs'
import { isMissing, makeFolders, removeFolder } from './disk.ts'

/** Whether a path is a program that this user may run. */
export async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}

/** Unpacks a tar archive into a folder, as the user’s own files; names that lead out of it are refused by tar-fs. */
export async function unpackTar(archive: Uint8Array, folder: string): Promise<void> {
  // A browser is unpacked once: no other command waits for what does it.
  const { extract } = await import('tar-fs')
  // The root of a container without privileges has no other users to give files to.
  const own = (header: Headers): Headers => ({ ...header, uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 })
  await pipeline(Readable.from([archive]), extract(folder, { map: own }))
}

/** Writes a program that its user alone may run. */
export async function writeProgram(path: string, bytes: Uint8Array): Promise<void> {
  await writeFile(path, bytes, { mode: 0o700, flush: true })
}

/** Makes a folder of this user's alone in one that is there, whose name begins as given and is new. Returns its path. */
export async function makeFolderFor(beginning: string): Promise<string> {
  return mkdtemp(beginning)
}

/** Whether files of so many bytes can be made in a folder. */
export async function hasRoom(folder: string, bytes: number): Promise<boolean> {
  const trial = await makeFolderFor(join(folder, 'editions-')).catch(() => undefined)
  if (trial === undefined) return false
  try {
    await writeFile(join(trial, 'trial'), new Uint8Array(bytes))
    return true
  } catch {
    return false
  } finally {
    await removeFolder(trial)
  }
}

/**
 * Whether a folder is there that only this user can read or write (mode 0700). What others could have written in is as none.
 * @throws Error where something stands there that is no folder, or another user's: it is not ours to remove
 */
export async function isPrivateFolder(path: string): Promise<boolean> {
  const found = await lstat(path).catch((error: unknown) => {
    if (isMissing(error)) return undefined
    throw error
  })
  if (!found) return false
  if (found.isSymbolicLink()) throw new Error(`${path} is a symbolic link`)
  if (found.uid !== process.getuid?.()) throw new Error(`${path} belongs to another user`)
  if (!found.isDirectory()) throw new Error(`ENOTDIR: ${path} is no folder`)
  return (found.mode & 0o077) === 0
}

/** Makes a private folder in one step: it appears under its name when `fill` has completed it, and one that is already there wins. */
export async function makePrivateFolder(path: string, fill: (folder: string) => Promise<void>): Promise<void> {
  await makeFolders(dirname(path), 0o700)
  const beside = await mkdtemp(`${path}.`)
  try {
    await chmod(beside, 0o700)
    await fill(beside)
    await rename(beside, path).catch(async (error: unknown) => {
      // Another build got there first: its folder is as good as ours.
      if (!(await isPrivateFolder(path))) throw error
    })
  } finally {
    // What failed may still be writing there.
    await rm(beside, { recursive: true, force: true, maxRetries: 5 })
  }
}
