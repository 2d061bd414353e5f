import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where the tool keeps what it can make anew (XDG Base Directory Specification). */
export function cacheFolder(): string {
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'editions')
}

/** Where Node keeps what it makes of the modules, so that a command starts in half the time. */
export function moduleCache(): string {
  return join(cacheFolder(), 'modules')
}
