import { homedir } from 'node:os'
import { join } from 'node:path'

// In JavaScript, as the command’s beginning is: see there.

/**
 * Where the tool keeps what it can make anew (XDG Base Directory Specification).
 * @returns {string}
 */
export function cacheFolder() {
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'editions')
}

/**
 * Where Node keeps what it makes of the modules, so that a command starts in half the time.
 * @returns {string}
 */
export function moduleCache() {
  return join(cacheFolder(), 'modules')
}
