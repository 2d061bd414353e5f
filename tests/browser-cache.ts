import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cacheFolder } from '../pipeline/files/cache.js'

/**
 * Makes a cache of its own, for XDG_CACHE_HOME, with nothing in it but the browser: to unpack one takes as long as printing some
 * documents. Where this machine has none yet, the first command unpacks it.
 */
export function cacheWithBrowser(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'editions-cache-'))
  const own = join(folder, 'editions')
  mkdirSync(own, { mode: 0o700 })
  const usual = cacheFolder()
  const browsers = existsSync(usual) ? readdirSync(usual).filter((name) => /^chromium-[0-9a-f]+$/.test(name)) : []
  for (const name of browsers) cpSync(join(usual, name), join(own, name), { recursive: true, preserveTimestamps: true })
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
