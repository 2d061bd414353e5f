import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where the tool keeps what it can make anew (XDG Base Directory Specification). */
export function cacheFolder(): string {
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'editions')
}
