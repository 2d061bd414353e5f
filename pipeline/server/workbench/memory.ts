import { join } from 'node:path'
import { digestOf } from '../../catalog/ledger.ts'
import { openCache } from '../../files/cache.js'

/**
 * Folder of what the workbench remembers of a publication besides its texts: former texts, and who works where. It is in the
 * cache, because it belongs to no commit. Absent without a cache; the workbench then remembers while it runs.
 */
export function memoryFolder(root: string): string | undefined {
  const { folder } = openCache()
  return folder && join(folder, 'workbench', digestOf(root))
}
