/**
 * The only room that touches files: reading, and what is told of files. What the system refuses is a Failure that names the
 * path. How files are written stands in write.ts.
 */
import { createHash } from 'node:crypto'
import { createReadStream, fstatSync, lstatSync, readdirSync, readFileSync, writeFileSync, type BigIntStats, type Dirent } from 'node:fs'
import { lstat, mkdir, readdir, readFile, realpath, rm, stat, utimes } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { refuseLinks } from './links.ts'
import { notFile, notText, notUtf8, refused } from './file-errors.ts'

/**
 * The text of a file, or nothing where there is none. A byte-order mark is dropped, CRLF and CR become LF.
 * @throws Failure where the file is not UTF-8, as which every text is read, or stands behind a symbolic link
 */
export async function readText(path: string): Promise<string | undefined> {
  const bytes = await readBytes(path)
  return bytes && decode(path, bytes).replaceAll(/\r\n?/g, '\n')
}

/**
 * The text of a file’s bytes, without a byte-order mark, or the two that some editors write.
 * @throws Failure where they are no UTF-8, or no text
 */
export function decode(path: string, bytes: Uint8Array): string {
  const text = utf8(path, bytes)
  if (text.includes('\0')) throw notText(path, text)
  return text.replace(/^\uFEFF+/, '')
}

function utf8(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw notUtf8(path, bytes)
  }
}

/**
 * The bytes of a regular file, or nothing where nothing stands at its place.
 * @throws Failure for a symbolic link, be it the file or a folder above it, and for what is no file, or no folder above it
 */
export async function readBytes(path: string): Promise<Uint8Array | undefined> {
  try {
    await refuseLinks(path)
    const found = await lstat(path)
    if (!found.isFile()) throw notFile(path, found.isDirectory())
    return await readFile(path)
  } catch (error) {
    if (isNothing(error)) return undefined
    throw refused(path, 'read', error)
  }
}

/**
 * Folders, files and symbolic links of a folder, sorted by name; nothing where nothing stands at its place.
 * @throws Failure where the folder is, or stands behind, a symbolic link, and where it is none
 */
export async function list(path: string): Promise<{ files: string[]; folders: string[]; links: string[] } | undefined> {
  let entries: Dirent[]
  try {
    await refuseLinks(path)
    entries = await readdir(path, { withFileTypes: true })
  } catch (error) {
    if (isNothing(error)) return undefined
    throw refused(path, 'read', error)
  }
  const names = (chosen: Dirent[]) => chosen.map((entry) => entry.name).sort()
  return {
    files: names(entries.filter((entry) => entry.isFile())),
    folders: names(entries.filter((entry) => entry.isDirectory())),
    links: names(entries.filter((entry) => entry.isSymbolicLink())),
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

/** The real path of a file or folder, links resolved; of what is not there yet, that of the folders which are. */
export async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    const folder = dirname(path)
    return folder === path ? path : join(await realPath(folder), basename(path))
  }
}

/** The size of a regular file in bytes, or nothing where there is none. */
export async function fileSize(path: string): Promise<number | undefined> {
  const found = await lstat(path).catch(() => undefined)
  return found?.isFile() ? found.size : undefined
}

/** Who may do what with a regular file (chmod(2)), or nothing where there is none. */
export async function rightsOf(path: string): Promise<number | undefined> {
  const found = await lstat(path).catch(() => undefined)
  return found?.isFile() ? found.mode & 0o777 : undefined
}

/**
 * What the system notes of a regular file, in words parted by spaces: rights, size, number, and when bytes and notes last
 * changed, in nanoseconds. Nothing where there is no such file.
 */
export async function stampOf(path: string): Promise<string | undefined> {
  const found = await lstat(path, { bigint: true }).catch(() => undefined)
  return found?.isFile() ? stamp(found) : undefined
}

function stamp({ mode, size, ino, mtimeNs, ctimeNs }: BigIntStats): string {
  return [(mode & 0o7777n).toString(8), size, ino, mtimeNs, ctimeNs].join(' ')
}

/** What is at a path: a file, with its stamp and when it last changed, in milliseconds; something else; or nothing. */
export type Sighting =
  { readonly kind: 'file'; readonly stamp: string; readonly changed: number } | { readonly kind: 'other' } | { readonly kind: 'nothing' }

/** Looks at a path. Of thousands this takes a tenth of the time that asking beside other work does. */
export function lookAt(path: string): Sighting {
  try {
    const found = lstatSync(path, { bigint: true, throwIfNoEntry: false })
    if (!found) return { kind: 'nothing' }
    return found.isFile() ? { kind: 'file', stamp: stamp(found), changed: Number(found.ctimeNs / 1_000_000n) } : { kind: 'other' }
  } catch {
    // What the system refuses is told when it is read.
    return { kind: 'other' }
  }
}

/** The paths of what lies below a folder, sorted, relative to it; links are not followed. Nothing where it cannot be read. */
export function namesBelow(path: string): string[] {
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(path, join(entry.parentPath, entry.name)))
      .sort()
  } catch {
    return []
  }
}

/** The names of the folders in a folder of the program itself, sorted. */
export function foldersNow(path: string): string[] {
  const folders = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return folders.map(({ name }) => name).sort()
}

/** The text of a file of the program itself. */
export function textNow(path: string): string {
  return readFileSync(path, 'utf8')
}

/** The SHA-256 of a file’s bytes in hexadecimal; nothing where it cannot be read. */
export function digestNow(path: string): string | undefined {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex')
  } catch {
    return undefined
  }
}

/** Notes that a file was used just now; where that is refused, it is not noted. */
export async function noteUse(path: string): Promise<void> {
  const now = new Date()
  await utimes(path, now, now).catch(() => undefined)
}

/** The size of a file in bytes, and when its use was last noted, in milliseconds; nothing where there is none. */
export async function lastUse(path: string): Promise<{ readonly size: number; readonly used: number } | undefined> {
  const found = await lstat(path).catch(() => undefined)
  return found?.isFile() ? { size: found.size, used: found.mtimeMs } : undefined
}

/** The SHA-256 of a file’s bytes in hexadecimal, read piece by piece. */
export async function digestFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
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

/** Whether an open file is a regular one: no terminal, pipe or device. */
export function isFile(descriptor: number): boolean {
  return fstatSync(descriptor).isFile()
}

/** Writes a text to an open file, to the last byte or not without an error: a disk that gets full takes the beginning alone. */
export function writeWhole(descriptor: number, text: string): void {
  writeFileSync(descriptor, new TextEncoder().encode(text))
}

function isNothing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT'
}

/** Whether the system says that there is nothing, or a file where a folder above it would be. */
export function isMissing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException
  return code === 'ENOENT' || code === 'ENOTDIR'
}
