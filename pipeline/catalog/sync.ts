import { join } from 'node:path'
import pLimit from 'p-limit'
import { fileSize, remove, writeIfChanged } from '../disk.ts'
import { SOURCE_TAG, type Catalog, type Publication } from '../model.ts'
import { serializeLedger, type Ledger } from './ledger.ts'
import type { Pending } from './library.ts'
import { serializeCatalog } from './store.ts'

/** Each write waits for the disk. */
const WRITES_AT_ONCE = 8

/**
 * Writes what has moved on since the last sync, and returns the paths that changed. A text stands at each moment in a
 * catalog or in a ledger: first the ledgers take up what leaves the catalogs, and keep what returns to them; then come
 * the catalogs, the English ones last, since they say what the last sync saw; then the ledgers as they are to be.
 */
export async function writePending({ root }: Publication, { catalogs, ledgers, removed }: Pending): Promise<string[]> {
  const written = new Set<string>()
  const limit = pLimit(WRITES_AT_ONCE)
  const write = async (file: string, text: string): Promise<void> => {
    if (await writeIfChanged(join(root, file), text)) written.add(file)
  }
  const isEnglish = ({ tag }: Catalog): boolean => tag === SOURCE_TAG
  const writeCatalog = ({ file, entries, layout }: Catalog): Promise<void> => write(file, serializeCatalog(entries, layout))
  await limit.map(ledgers, async ({ before, after }) => {
    const both = withBoth(before, after)
    if (both) await write(after.file, serializeLedger(both))
  })
  await limit.map(
    catalogs.filter((catalog) => !isEnglish(catalog)),
    writeCatalog,
  )
  await limit.map(catalogs.filter(isEnglish), writeCatalog)
  await limit.map(ledgers, ({ after }) => write(after.file, serializeLedger(after)))
  for (const file of removed) {
    if ((await fileSize(join(root, file))) === undefined) continue
    await remove(join(root, file), join(root, 'locales'))
    written.add(file)
  }
  return [...written].sort()
}

/** The ledger as it was with all that either retires; nothing where nothing is retired or returns. */
function withBoth(before: Ledger, after: Ledger): Ledger | undefined {
  const known = new Set(before.retired.map((each) => JSON.stringify(each)))
  const added = after.retired.filter((each) => !known.has(JSON.stringify(each)))
  const isSame = added.length === 0 && before.retired.length === after.retired.length
  return isSame ? undefined : { ...before, file: after.file, retired: [...before.retired, ...added] }
}

/** The paths that `writePending` would change. */
export function pendingFiles({ catalogs, ledgers, removed }: Pending): string[] {
  return [...new Set([...catalogs.map(({ file }) => file), ...ledgers.map(({ after }) => after.file), ...removed])].sort()
}
