import { chmodSync, lstatSync, mkdirSync, readdirSync, realpathSync } from 'node:fs'
import { homedir, userInfo } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'

// JavaScript, because cli/main.js needs it before TypeScript can be loaded.

/** Permission bits of group and others: writing, and all. */
const WRITABLE = 0o022
const OPEN = 0o077

/**
 * The user’s home folder. It is the account’s if HOME is empty or relative. Without an account it is the root, where this user
 * can write nothing.
 * @returns {string}
 */
export function homeFolder() {
  try {
    const home = homedir()
    return isAbsolute(home) ? home : userInfo().homedir
  } catch {
    return '/'
  }
}

/**
 * The folder of the program’s cache (XDG Base Directory Specification, which ignores relative paths).
 * @returns {string}
 */
export function cacheFolder() {
  const chosen = process.env['XDG_CACHE_HOME'] ?? ''
  return join(isAbsolute(chosen) ? chosen : join(homeFolder(), '.cache'), 'editions')
}

/**
 * The cache folder, or the reason why it is refused. The folder must be safe, because files in it are executed and removed.
 * @typedef {{ readonly folder: string, readonly refused?: undefined } | { readonly folder?: undefined, readonly refused: string }} Cache
 */

/** @type {Cache | undefined} */
let opened

/**
 * Opens the cache once per run, and creates it if it is missing. The folder must be this user’s alone, without links or files of
 * other users.
 * @returns {Cache}
 */
export function openCache() {
  return (opened ??= open(cacheFolder()))
}

/**
 * The folder of Node’s compile cache, which halves the start time of a command. Absent without a cache.
 * @returns {string | undefined}
 */
export function moduleCache() {
  const { folder } = openCache()
  return folder && join(folder, 'modules')
}

/**
 * @param {string} folder
 * @returns {Cache}
 */
function open(folder) {
  try {
    makeFolder(folder)
    const reason = whatIsWrong(folder)
    // Folders above may be links.
    return reason === undefined ? { folder: realpathSync(folder) } : { refused: reason }
  } catch (error) {
    return { refused: /** @type {Error} */ (error).message }
  }
}

/**
 * Makes a folder and its parents one by one. Node’s recursive `mkdir` never returns where the system refuses folders, as below
 * /proc.
 * @param {string} folder
 */
function makeFolder(folder) {
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error)
    if (code === 'EEXIST') return
    if (code !== 'ENOENT' || dirname(folder) === folder) throw error
    makeFolder(dirname(folder))
    mkdirSync(folder, { mode: 0o700 })
  }
}

/**
 * @param {string} folder
 * @returns {string | undefined} why a cache is not used
 */
function whatIsWrong(folder) {
  const { mode } = lstatSync(folder)
  const own = [folder, ...readdirSync(folder).map((name) => join(folder, name))]
  for (const path of own) {
    // Another command may remove files meanwhile.
    const found = lstatSync(path, { throwIfNoEntry: false })
    if (!found) continue
    if (found.isSymbolicLink()) return `${path} is a symbolic link`
    if (process.getuid && found.uid !== process.getuid()) return `${path} belongs to another user`
    if (process.getuid && (mode & OPEN) !== 0 && (found.mode & WRITABLE) !== 0) return `${path} can be written by others`
  }
  if (process.getuid && (mode & OPEN) !== 0) chmodSync(folder, 0o700)
  return undefined
}
