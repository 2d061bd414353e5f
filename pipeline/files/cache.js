import { chmodSync, lstatSync, mkdirSync, readdirSync, realpathSync } from 'node:fs'
import { homedir, userInfo } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'

// In JavaScript, since cli/main.js asks it before TypeScript can be loaded in good time.

/** Rights of the group and of others: to write, and any. */
const WRITABLE = 0o022
const OPEN = 0o077

/**
 * The user’s home: that of the account where HOME is empty, or would be another in each folder. Who has no account has none,
 * and can write nothing at the root that stands for it.
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
 * Where the tool keeps what it can make anew (XDG Base Directory Specification, by which a relative path is none).
 * @returns {string}
 */
export function cacheFolder() {
  const chosen = process.env['XDG_CACHE_HOME'] ?? ''
  return join(isAbsolute(chosen) ? chosen : join(homeFolder(), '.cache'), 'editions')
}

/**
 * The cache folder, and why it is not used, in the system’s words or ours: what is in it is run as this program, and tidied
 * away. It is made where it is missing.
 * @typedef {{ readonly folder: string, readonly refused?: undefined } | { readonly folder?: undefined, readonly refused: string }} Cache
 */

/** @type {Cache | undefined} */
let opened

/**
 * Opens the cache, once for the whole run. It is this user’s alone, and nothing in it is a link or another user’s.
 * @returns {Cache}
 */
export function openCache() {
  return (opened ??= open(cacheFolder()))
}

/**
 * Where Node keeps what it makes of the modules, so that a command starts in half the time; nothing without a cache.
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
    // Folders above it may be links.
    return reason === undefined ? { folder: realpathSync(folder) } : { refused: reason }
  } catch (error) {
    return { refused: /** @type {Error} */ (error).message }
  }
}

/**
 * Makes a folder and those above it, each by itself: where a system refuses folders, as below /proc, Node’s own way of
 * making many tries for ever.
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
    // Another command may tidy up meanwhile.
    const found = lstatSync(path, { throwIfNoEntry: false })
    if (!found) continue
    if (found.isSymbolicLink()) return `${path} is a symbolic link`
    if (process.getuid && found.uid !== process.getuid()) return `${path} belongs to another user`
    if (process.getuid && (mode & OPEN) !== 0 && (found.mode & WRITABLE) !== 0) return `${path} can be written by others`
  }
  if (process.getuid && (mode & OPEN) !== 0) chmodSync(folder, 0o700)
  return undefined
}
