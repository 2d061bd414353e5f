/**
 * Reading of files; sighting.ts tells of them without reading, write.ts writes. All disk access is in this room. System errors
 * become Failures that name the path.
 */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, fstatSync, lstatSync, readdirSync, readFileSync, writeFileSync, type Dirent } from 'node:fs'
import { chmod, mkdir, readdir, readFile, realpath, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { refuseLinks } from './links.ts'
import { Failure } from '../problem.ts'
import { notFile, notText, notUtf8, refused } from './file-errors.ts'

/**
 * Reads a text file. Drops a byte-order mark and turns CRLF and CR into LF. Returns nothing if the file does not exist.
 * @throws Failure for a file that is not UTF-8, and for a symbolic link in the path
 */
export async function readText(path: string): Promise<string | undefined> {
  const bytes = await readBytes(path)
  return bytes && decode(path, bytes).replaceAll(/\r\n?/g, '\n')
}

/**
 * Decodes the bytes of a file as UTF-8. Drops one or more byte-order marks: some editors write two.
 * @throws Failure for bytes that are not UTF-8, or not text
 */
export function decode(path: string, bytes: Uint8Array): string {
  const text = utf8(path, bytes)
  if (text.includes('\0')) throw notText(path, text)
  return text.replace(/^\uFEFF+/, '')
}

const UTF8 = new TextDecoder('utf-8', { fatal: true })

function utf8(path: string, bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes)
  } catch {
    throw notUtf8(path, bytes)
  }
}

/** Size in bytes above which other work goes on while a file is read. */
const LARGE = 1 << 20

/**
 * Reads a regular file. Returns nothing if the path does not exist.
 * @throws Failure for a symbolic link in the path, for anything but a file, and for a parent that is not a folder
 */
export async function readBytes(path: string): Promise<Uint8Array | undefined> {
  try {
    refuseLinks(path)
    const found = lstatSync(path)
    if (!found.isFile()) throw notFile(path, found.isDirectory())
    // A small file is read in less time than it takes to wait for it.
    return found.size > LARGE ? await readFile(path) : readFileSync(path)
  } catch (error) {
    if (isNothing(error)) return undefined
    throw refused(path, 'read', error)
  }
}

/**
 * Lists the files, folders and symbolic links in a folder, sorted by name; `others` are pipes, sockets and devices. Returns nothing if
 * the folder does not exist.
 * @throws Failure for a symbolic link in the path, and for anything but a folder
 */
export async function list(path: string): Promise<Record<'files' | 'folders' | 'links' | 'others', string[]> | undefined> {
  let entries: Dirent[]
  try {
    refuseLinks(path)
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
    others: names(entries.filter((entry) => !entry.isFile() && !entry.isDirectory() && !entry.isSymbolicLink())),
  }
}

/**
 * Lists everything below a folder, as relative paths. Links are not followed. `others` are links, sockets and the like.
 * @throws Failure for a folder that cannot be read
 */
export function walk(path: string): { files: string[]; others: string[] } {
  const entries = entriesBelow(path)
  const below = (chosen: Dirent[]) => chosen.map((entry) => relative(path, join(entry.parentPath, entry.name))).sort()
  return {
    files: below(entries.filter((entry) => entry.isFile())),
    others: below(entries.filter((entry) => !entry.isFile() && !entry.isDirectory())),
  }
}

/**
 * What stands in a folder and in its folders. Node’s own recursion follows links where it is synchronous, and takes four times as long
 * over thousands of folders where it is not.
 */
function entriesBelow(path: string): Dirent[] {
  try {
    const entries = readdirSync(path, { withFileTypes: true })
    return entries.flatMap((entry) => (entry.isDirectory() ? [entry, ...entriesBelow(join(path, entry.name))] : [entry]))
  } catch (error) {
    if (isMissing(error)) return []
    throw error instanceof Failure ? error : refused(path, 'read', error)
  }
}

/** Resolves the links in a path. For a path that does not exist, resolves the folders that do. */
export async function realPath(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    const folder = dirname(path)
    return folder === path ? path : join(await realPath(folder), basename(path))
  }
}

/** Whether something with one of the names stands in a folder, or in one above it. */
export function isAtOrAbove(folder: string, names: readonly string[]): boolean {
  if (names.some((name) => existsSync(join(folder, name)))) return true
  return folder !== dirname(folder) && isAtOrAbove(dirname(folder), names)
}

/**
 * Lists the files below a folder as sorted relative paths. Links are not followed. Returns an empty list if the folder cannot be
 * read.
 */
export function namesBelow(path: string): string[] {
  try {
    return entriesBelow(path)
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(path, join(entry.parentPath, entry.name)))
      .sort()
  } catch {
    return []
  }
}

/** Lists the folders in one of the program’s own folders, sorted. */
export function foldersNow(path: string): string[] {
  const folders = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return folders.map(({ name }) => name).sort()
}

/** Reads one of the program’s own text files. */
export function textNow(path: string): string {
  return readFileSync(path, 'utf8')
}

/** Reads a text file. Absent if it cannot be read. */
export function textThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** SHA-256 of a file in hexadecimal. Absent if the file cannot be read. */
export function digestNow(path: string): string | undefined {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex')
  } catch {
    return undefined
  }
}

/** SHA-256 of a file in hexadecimal, read as a stream. */
export async function digestFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/**
 * Makes a folder and its parents one by one. Node’s recursive `mkdir` never returns where the system refuses folders, as below
 * /proc.
 * @returns the topmost folder that was made; nothing if all existed
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

/**
 * Makes a folder below another with the permissions of that one: who may write in the one may write in the other. Errors are
 * ignored; what is written there next meets them.
 */
export async function makeFoldersLike(top: string, path: string): Promise<void> {
  const highest = await makeFolders(path).catch(() => undefined)
  if (highest === undefined) return
  const { mode } = await stat(top)
  for (let folder = path; folder.length >= highest.length; folder = dirname(folder))
    await chmod(folder, mode & 0o7777).catch(() => undefined)
}

export async function removeFolder(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true })
}

/** True if an open file is a regular one, and not a terminal, pipe or device. */
export function isFile(descriptor: number): boolean {
  return fstatSync(descriptor).isFile()
}

/** Writes a text to an open file completely, or throws. A single write to a nearly full disk would store only the beginning. */
export function writeWhole(descriptor: number, text: string): void {
  writeFileSync(descriptor, new TextEncoder().encode(text))
}

function isNothing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT'
}

/** True if an error means that the path, or a folder in it, does not exist. */
export function isMissing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException
  return code === 'ENOENT' || code === 'ENOTDIR'
}
