import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { cacheWithBrowser } from '../browser-cache.ts'

const cache = cacheWithBrowser()
afterAll(cache.remove)

const PRINT = `
import { openBrowserPool } from '${resolve('pipeline/pdf/browser-pool.ts')}'
const pool = await openBrowserPool()
const { byteLength } = await pool.withPage('<!doctype html><html lang="en"><title>t</title><p>x</p>', (sheet) => sheet.print())
await pool.close()
console.log(pool.origin, byteLength > 1000)`

/** Runs the print where the system has no libnss3: an empty file lies over each that it has. */
const PREPARE = `for library in $(/sbin/ldconfig -p | sed -n 's/.*libnss3.so.* => //p'); do mount --bind /dev/null "$library" || exit 9; done; exec "$@"`

test('where libnss3 is missing, or goes missing later, the pinned browser starts with the libraries of its package', () => {
  const environment = { ...process.env, XDG_CACHE_HOME: cache.folder }
  const bare = ['--map-root-user', '--mount', 'sh', '-c', PREPARE, 'sh']
  const node = ['node', '--input-type=module', '-e', PRINT]
  for (const [program, args] of [
    ['unshare', [...bare, ...node]],
    [node[0]!, node.slice(1)],
    ['unshare', [...bare, ...node]],
  ] as const) {
    const { stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', env: environment })
    expect([stdout.trim(), stderr]).toEqual(['pinned true', ''])
  }
})
