import { join } from 'node:path'
import { list } from '../disk.ts'
import { SOURCE_TAG, type Catalog, type Draft, type Publication } from '../model.ts'
import { matchTexts } from '../source/matching.ts'
import { SITE } from './store.ts'

/** How much of a document must be an orphan's English, as it is or edited, for it to be the same one, renamed. */
const SAME_DOCUMENT = 0.5

/**
 * The ids of documents with texts in `locales/` that are gone from `content/`, or have another name now: the orphans, which
 * their English catalogs tell.
 */
export async function listOrphans({ root, documents }: Publication): Promise<string[]> {
  const known = new Set([SITE, ...documents])
  const files = (await list(join(root, 'locales', SOURCE_TAG)))?.files ?? []
  const ids = files.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length))
  return ids.filter((id) => !known.has(id))
}

/**
 * The orphan that a document without texts was before its folder was renamed: the one that shares most of its English,
 * equal or edited, if that is half of it or more, by characters.
 */
export async function findRenamed(
  draft: Draft,
  orphans: readonly string[],
  read: (id: string) => Promise<Catalog>,
): Promise<string | undefined> {
  const texts = draft.passages.map(({ text }) => text)
  const total = texts.reduce((sum, { length }) => sum + length, 0)
  let best: { orphan: string; share: number } | undefined
  for (const orphan of orphans) {
    const { entries } = await read(orphan)
    const { formerOf } = matchTexts(
      [...entries.values()].map(({ text }) => text),
      texts,
    )
    const share = texts.reduce((sum, { length }, at) => sum + (formerOf[at] === -1 ? 0 : length), 0) / Math.max(total, 1)
    if (share >= SAME_DOCUMENT && share > (best?.share ?? 0)) best = { orphan, share }
  }
  return best?.orphan
}
