/** Downloaded programs, and the private folders that hold them. */
import { constants } from 'node:fs'
import { access, chmod, lstat, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Headers } from 'tar-fs'
import { isMissing, makeFolders, removeFolder } from './disk.ts'

/** True if a path is a program that this user may run. */
export async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}

/** Unpacks a tar archive into a folder, with this user as owner. tar-fs refuses names that lead out of the folder. */
export async function unpackTar(archive: Uint8Array, folder: string): Promise<void> {
  // Loaded only here, because a browser is unpacked once.
  const { extract } = await import('tar-fs')
  // Root in a container without privileges cannot give files to other users.
  const own = (header: Headers): Headers => ({ ...header, uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 })
  await pipeline(Readable.from([archive]), extract(folder, { map: own }))
}

/** Writes a program that only this user may run. */
export async function writeProgram(path: string, bytes: Uint8Array): Promise<void> {
  await writeFile(path, bytes, { mode: 0o700, flush: true })
}

/** Makes a new private folder whose name begins with `beginning`. Returns its path. */
export async function makeFolderFor(beginning: string): Promise<string> {
  return mkdtemp(beginning)
}

/** True if a folder has room for the given number of bytes. */
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
 * True if a folder exists and only this user can access it (mode 0700). A folder open to others counts as missing.
 * @throws Error if the path is a link, a file, or another user’s folder, none of which may be removed
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

/** Makes a private folder atomically: it gets its name after `fill` has completed it. An existing folder wins. */
export async function makePrivateFolder(path: string, fill: (folder: string) => Promise<void>): Promise<void> {
  await makeFolders(dirname(path), 0o700)
  const beside = await mkdtemp(`${path}.`)
  try {
    await chmod(beside, 0o700)
    await fill(beside)
    await rename(beside, path).catch(async (error: unknown) => {
      // Another build was faster, and its folder is equivalent.
      if (!(await isPrivateFolder(path))) throw error
    })
  } finally {
    // A failed `fill` may still be writing there.
    await rm(beside, { recursive: true, force: true, maxRetries: 5 })
  }
}
