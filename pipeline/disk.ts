/**
 * The only room that touches files. Everything written is whole or not there: written beside, flushed, renamed. What the
 * system refuses is a Failure that names the path.
 */
import { createHash, randomBytes } from 'node:crypto'
import { constants, createReadStream, fstatSync, writeFileSync, type Dirent } from 'node:fs'
import { access, chmod, lstat, mkdir, mkdtemp, open, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Headers } from 'tar-fs'
import { linked, notUtf8, refused } from './refusal.ts'

/** The text of a file, or nothing where there is none. A byte-order mark is dropped, CRLF becomes LF. */
export async function readText(path: string): Promise<string | undefined> {
  return (await readRawText(path))?.replaceAll('\r\n', '\n')
}

/**
 * The text of a file with the line ends that it has, or nothing where there is none. A byte-order mark is dropped.
 * @throws Failure where the file is not UTF-8, as which every text is read, or is a symbolic link
 */
export async function readRawText(path: string): Promise<string | undefined> {
  const bytes = await readBytes(path)
  if (bytes === undefined) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw notUtf8(path, bytes)
  }
}

/**
 * The bytes of a regular file, or nothing where there is none.
 * @throws Failure for a symbolic link, which could lead to any file of the machine
 */
export async function readBytes(path: string): Promise<Uint8Array | undefined> {
  try {
    const found = await lstat(path)
    if (found.isSymbolicLink()) throw linked(path)
    return found.isFile() ? await readFile(path) : undefined
  } catch (error) {
    if (isMissing(error)) return undefined
    throw refused(path, 'read', error)
  }
}

/** Folders, files and symbolic links of a folder, sorted by name; nothing where there is none. */
export async function list(path: string): Promise<{ files: string[]; folders: string[]; links: string[] } | undefined> {
  let entries: Dirent[]
  try {
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
  const beside = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}`)
  try {
    await makeFolders(dirname(path))
    const handle = await open(beside, 'wx')
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined)
    throw refused(path, 'written', error)
  }
  return { path, beside }
}

/** Moves a staged file to its place. */
export async function commit({ path, beside }: Staged): Promise<void> {
  try {
    await rename(beside, path)
  } catch (error) {
    await discard({ path, beside })
    throw refused(path, 'written', error)
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
  await flushFolders([dirname(path)])
  return true
}

/** Removes a file, and then the folders above it that this leaves empty, up to but without `root`. */
export async function remove(path: string, root: string): Promise<void> {
  try {
    await rm(path, { force: true })
    for (let folder = dirname(path); folder.startsWith(`${root}/`); folder = dirname(folder)) {
      const left = await readdir(folder).catch(() => ['?'])
      if (left.length > 0) return
      await rm(folder, { recursive: true })
    }
  } catch (error) {
    throw refused(path, 'removed', error)
  }
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

/** Whether a file's name is that of a write that was cut short: a text beside its place, never taken for the text itself. */
export function isUnfinished(path: string): boolean {
  return /^\..+\.[0-9a-f]{12}$/.test(basename(path))
}

/** The real path of a folder, links resolved, or the path itself where nothing is there yet. */
export async function realPath(path: string): Promise<string> {
  return realpath(path).catch(() => path)
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
 */
export async function makeFolders(path: string, mode = 0o777): Promise<void> {
  try {
    await mkdir(path, { mode })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST' && (await stat(path)).isDirectory()) return
    if (code !== 'ENOENT' || dirname(path) === path) throw error
    await makeFolders(dirname(path), mode)
    await mkdir(path, { mode }).catch((again: NodeJS.ErrnoException) => {
      if (again.code !== 'EEXIST') throw again
    })
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
