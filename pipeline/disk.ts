/**
 * The only room that touches files. Everything written is whole or not there: written beside, flushed, renamed. What the
 * system refuses is a Failure that names the path.
 */
import { createHash } from 'node:crypto'
import { constants, createReadStream, fstatSync, writeFileSync, type Dirent } from 'node:fs'
import { access, chmod, lstat, mkdir, mkdtemp, open, readdir, readFile, realpath, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises' // prettier-ignore
import { basename, dirname, join, relative, sep } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Headers } from 'tar-fs'
import { refuseLinks } from './disk/links.ts'
import { besidePath } from './disk/unfinished.ts'
import { notUtf8, refused } from './refusal.ts'

/**
 * The text of a file, or nothing where there is none. A byte-order mark is dropped, CRLF becomes LF.
 * @throws Failure where the file is not UTF-8, as which every text is read, or stands behind a symbolic link
 */
export async function readText(path: string): Promise<string | undefined> {
  const bytes = await readBytes(path)
  return bytes && decode(path, bytes).replaceAll('\r\n', '\n')
}

/**
 * The text of a file’s bytes, without a byte-order mark.
 * @throws Failure where they are no UTF-8
 */
export function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw notUtf8(path, bytes)
  }
}

/**
 * The bytes of a regular file, or nothing where there is none.
 * @throws Failure for a symbolic link, be it the file or a folder above it
 */
export async function readBytes(path: string): Promise<Uint8Array | undefined> {
  try {
    await refuseLinks(path)
    return (await lstat(path)).isFile() ? await readFile(path) : undefined
  } catch (error) {
    if (isMissing(error)) return undefined
    throw refused(path, 'read', error)
  }
}

/**
 * Folders, files and symbolic links of a folder, sorted by name; nothing where there is none.
 * @throws Failure where the folder is, or stands behind, a symbolic link
 */
export async function list(path: string): Promise<{ files: string[]; folders: string[]; links: string[] } | undefined> {
  let entries: Dirent[]
  try {
    await refuseLinks(path)
    entries = await readdir(path, { withFileTypes: true })
  } catch (error) {
    if (isMissing(error)) return undefined
    throw refused(path, 'read', error)
  }
  const names = (chosen: Dirent[]) => chosen.map((entry) => entry.name).sort()
  return {
    files: names(entries.filter((entry) => entry.isFile())),
    folders: names(entries.filter((entry) => entry.isDirectory())),
    links: names(entries.filter((entry) => entry.isSymbolicLink())),
  }
}

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
  try {
    await refuseLinks(path)
    const made = await makeFolders(dirname(path))
    const handle = await open(beside, 'wx')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    return { path, beside, folders: foldersUpTo(made === undefined ? dirname(path) : dirname(made), dirname(path)) }
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined)
    throw refused(path, 'written', error)
  }
}

/** A folder and those above it, up to one of them. */
function foldersUpTo(top: string, folder: string): string[] {
  return folder === top ? [folder] : [folder, ...foldersUpTo(top, dirname(folder))]
}

/** Moves a staged file to its place. */
export async function commit(staged: Staged): Promise<void> {
  try {
    await rename(staged.beside, staged.path)
  } catch (error) {
    await discard(staged)
    throw refused(staged.path, 'written', error)
  }
}

/** Drops a staged file. */
export async function discard({ beside }: Staged): Promise<void> {
  await rm(beside, { force: true }).catch(() => undefined)
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
      throw refused(path, 'written', error)
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

/** What lies below a folder, as paths relative to it; nothing is followed. `others` are links, sockets and the like. */
export async function walk(path: string): Promise<{ files: string[]; others: string[] }> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw refused(path, 'read', error)
  })
  const below = (chosen: Dirent[]) => chosen.map((entry) => relative(path, join(entry.parentPath, entry.name))).sort()
  return {
    files: below(entries.filter((entry) => entry.isFile())),
    others: below(entries.filter((entry) => !entry.isFile() && !entry.isDirectory())),
  }
}

/** The real path of a file or folder, links resolved; of what is not there yet, that of the folders which are. */
export async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    const folder = dirname(path)
    return folder === path ? path : join(await realPath(folder), basename(path))
  }
}

/** Whether a path is a program that this user may run. */
export async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}

/** The size of a regular file in bytes, or nothing where there is none. */
export async function fileSize(path: string): Promise<number | undefined> {
  const found = await lstat(path).catch(() => undefined)
  return found?.isFile() ? found.size : undefined
}

/**
 * What the system notes of a regular file, in words parted by spaces: rights, size, number, and when bytes and notes last
 * changed, in nanoseconds. Nothing where there is no such file.
 */
export async function stampOf(path: string): Promise<string | undefined> {
  const found = await lstat(path, { bigint: true }).catch(() => undefined)
  if (!found?.isFile()) return undefined
  return [(found.mode & 0o7777n).toString(8), found.size, found.ino, found.mtimeNs, found.ctimeNs].join(' ')
}

/** The SHA-256 of a file’s bytes in hexadecimal, read piece by piece. */
export async function digestFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
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

/**
 * Makes a folder and those above it where they are missing, each by itself: where a system refuses folders, as below /proc,
 * Node’s own way of making many tries for ever.
 * @returns the highest of those that it made
 */
export async function makeFolders(path: string, mode = 0o777): Promise<string | undefined> {
  try {
    await mkdir(path, { mode })
    return path
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST' && (await stat(path)).isDirectory()) return undefined
    if (code !== 'ENOENT' || dirname(path) === path) throw error
    const highest = await makeFolders(dirname(path), mode)
    await mkdir(path, { mode }).catch((again: NodeJS.ErrnoException) => {
      if (again.code !== 'EEXIST') throw again
    })
    return highest ?? path
  }
}

/** Removes a folder with all that is in it. */
export async function removeFolder(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true })
}

/**
 * Whether a folder is there that only this user can read or write (mode 0700).
 * @throws Error where something stands there that is another user's, or open to others
 */
export async function isPrivateFolder(path: string): Promise<boolean> {
  try {
    const found = await lstat(path)
    if (found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o077) === 0) return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
  throw new Error(`${path} is not a folder of this user's alone (mode 0700). Remove it.`)
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

/** Whether an open file is a regular one: no terminal, pipe or device. */
export function isFile(descriptor: number): boolean {
  return fstatSync(descriptor).isFile()
}

/** Writes a text to an open file, to the last byte or not without an error: a disk that gets full takes the beginning alone. */
export function writeWhole(descriptor: number, text: string): void {
  writeFileSync(descriptor, new TextEncoder().encode(text))
}

function isMissing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException
  return code === 'ENOENT' || code === 'ENOTDIR'
}
