import { dirname, join } from 'node:path'
import { openCache } from '../files/cache.js'
import { readBytes, walk } from '../files/disk.ts'
import { lastUse, lookAt, noteUse } from '../files/sighting.ts'
import { clearAbandoned } from '../files/unfinished.ts'
import { remove, writeIfChanged } from '../files/write.ts'
import { pack, unpack, type Stored } from './stored.ts'

/**
 * A store of expensive results for later runs, by the digest of their inputs. A digest protects each entry, so that damaged ones
 * are never returned.
 */
export interface Store {
  get(name: string): Promise<Stored | undefined>
  /** Writes an entry in the background. Errors are ignored. */
  put(name: string, stored: Stored): void
  /** Waits for all writes. Removes the least recently used entries if the store is too large. */
  close(): Promise<void>
  /** Number of damaged entries that were found. */
  readonly damaged: number
}

/** Default size limit in bytes, for about ten thousand PDFs. */
const MOST_BYTES = 1 << 30

/**
 * Opens the store in the user’s cache folder. Without a cache folder it stores nothing.
 * @param most size limit in bytes
 */
export function openStore(most = MOST_BYTES): Store {
  const { folder: cache } = openCache()
  if (cache === undefined) return { get: async () => undefined, put: () => undefined, close: async () => undefined, damaged: 0 }
  const folder = join(cache, 'store')
  const placeOf = (name: string): string => join(folder, name.slice(0, 2), name)
  const writes: Promise<unknown>[] = []
  let damaged = 0
  return {
    get damaged() {
      return damaged
    },
    async get(name) {
      const path = placeOf(name)
      // Most often nothing is there: that is known at once, and what is to be made need not wait for other work.
      if (lookAt(path).kind !== 'file') return undefined
      const file = await readBytes(path).catch(() => undefined)
      if (!file) return undefined
      const stored = unpack(name, file)
      if (stored) await noteUse(path)
      else {
        damaged++
        await remove(path, folder).catch(() => undefined)
      }
      return stored
    },
    put(name, stored) {
      writes.push(writeIfChanged(placeOf(name), pack(name, stored)).catch(() => undefined))
    },
    async close() {
      const isLarger = writes.length > 0
      await Promise.all(writes.splice(0))
      if (isLarger) await trim(folder, most).catch(() => undefined)
    },
  }
}

/** Removes the least recently used entries until a tenth of the limit is free. */
async function trim(folder: string, most: number): Promise<void> {
  const { files } = walk(folder)
  await clearAbandoned([...new Set(files.map((name) => dirname(join(folder, name))))])
  const entries: { path: string; size: number; used: number }[] = []
  for (const path of files.map((name) => join(folder, name))) {
    const found = await lastUse(path)
    if (found) entries.push({ path, ...found })
  }
  let bytes = entries.reduce((sum, { size }) => sum + size, 0)
  if (bytes <= most) return
  for (const { path, size } of entries.sort((a, b) => a.used - b.used)) {
    if (bytes <= most * 0.9) return
    await remove(path, folder)
    bytes -= size
  }
}
