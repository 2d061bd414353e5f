import { join } from 'node:path'
import pLimit from 'p-limit'
import { fileSize, remove, writeIfChanged } from '../disk.ts'
import { SOURCE_TAG, type Catalog, type Publication } from '../model.ts'
import { serializeLedger, type Ledger } from './ledger.ts'
import type { Pending } from './library.ts'
import { serializeCatalog } from './store.ts'

/** Each write waits for the disk; Node has four threads for that, and more texts at once would only take memory. */
const WRITES_AT_ONCE = 4

/** A file to write, or to remove where it gives no text. */
export interface Step {
  readonly file: string
  readonly text: (() => string) | undefined
}

/**
 * What is to be written, in stages; the steps of one may be taken in any order. A text stands at each moment in a catalog
 * or in a ledger: first the ledgers take up what leaves the catalogs, and keep what returns to them; then come the
 * catalogs, the English ones after the others, since they say what the last sync saw; then the ledgers as they are to be.
 */
export function stagesOf({ catalogs, ledgers, removed }: Pending): Step[][] {
  const isEnglish = ({ tag }: Catalog): boolean => tag === SOURCE_TAG
  const stepOf = ({ file, entries, layout }: Catalog): Step => ({ file, text: () => serializeCatalog(entries, layout) })
  return [
    ledgers.flatMap(({ before, after }) => {
      const both = withBoth(before, after)
      return both ? [{ file: after.file, text: () => serializeLedger(both) }] : []
    }),
    catalogs.filter((catalog) => !isEnglish(catalog)).map(stepOf),
    catalogs.filter(isEnglish).map(stepOf),
    ledgers.map(({ after }) => ({ file: after.file, text: () => serializeLedger(after) })),
    removed.map((file) => ({ file, text: undefined })),
  ]
}

/** Writes what has moved on since the last sync, and returns the paths that changed. */
export async function writePending({ root }: Publication, pending: Pending): Promise<string[]> {
  const written = new Set<string>()
  const limit = pLimit(WRITES_AT_ONCE)
  for (const stage of stagesOf(pending)) await limit.map(stage, async (step) => void ((await take(root, step)) && written.add(step.file)))
  return [...written].sort()
}

/** Takes a step. Returns whether anything changed. */
export async function take(root: string, { file, text }: Step): Promise<boolean> {
  const path = join(root, file)
  if (text) return writeIfChanged(path, text())
  if ((await fileSize(path)) === undefined) return false
  await remove(path, join(root, 'locales'))
  return true
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
