import { join } from 'node:path'
import { writeIfChanged } from '../disk.ts'
import type { Publication } from '../model.ts'
import { serializeLedger } from './ledger.ts'
import type { Library } from './library.ts'
import { serializeCatalog } from './store.ts'

/** Writes what has moved on since the last sync: English catalogs, new keys, ledgers. Returns the paths that changed. */
export async function writePending({ root }: Publication, { pending }: Library): Promise<string[]> {
  const written: string[] = []
  // Ledgers first: were the run cut short, a retired text would stand twice, never nowhere.
  const ordered = [...pending].sort((a, b) => Number('entries' in a) - Number('entries' in b))
  for (const each of ordered) {
    const content =
      'entries' in each ? serializeCatalog(new Map([...each.entries].map(([key, { text }]) => [key, text]))) : serializeLedger(each)
    if (await writeIfChanged(join(root, each.file), content)) written.push(each.file)
  }
  return written.sort()
}
