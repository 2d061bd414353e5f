import { homedir } from 'node:os'
import { join } from 'node:path'

// In JavaScript, since cli/main.js asks it before TypeScript can be loaded in good time.

/**
 * The user’s home. Who has no account has none, and can write nothing at the root that stands for it.
 * @returns {string}
 */
export function homeFolder() {
  try {
    return homedir()
  } catch {
    return '/'
  }
}

/**
 * Where the tool keeps what it can make anew (XDG Base Directory Specification).
 * @returns {string}
 */
export function cacheFolder() {
  return join(process.env['XDG_CACHE_HOME'] || join(homeFolder(), '.cache'), 'editions')
}

/**
 * Where Node keeps what it makes of the modules, so that a command starts in half the time.
 * @returns {string}
 */
export function moduleCache() {
  return join(cacheFolder(), 'modules')
}
