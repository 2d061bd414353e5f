import { join } from 'node:path'
import { list } from '../disk.ts'
import { SOURCE_TAG, type Catalog, type Draft, type Publication, type Tag } from '../model.ts'
import { matchTexts } from '../source/matching.ts'
import { ledgerFile } from './ledger.ts'
import { SITE, catalogFile } from './store.ts'

/** Texts in `locales/` whose document is gone from `content/`, or has another name now. */
export interface Orphan {
  readonly id: string
  /** Its files, relative to the root; the English catalog last. */
  readonly files: readonly string[]
}

/** How much of a document must be an orphan's English, as it is or edited, for it to be the same one, renamed. */
const SAME_DOCUMENT = 0.5

/** Finds the orphans of a publication by its English catalogs. */
export async function listOrphans({ root, documents }: Publication, locales: readonly Tag[]): Promise<Orphan[]> {
  const known = new Set([SITE, ...documents])
  const files = (await list(join(root, 'locales', SOURCE_TAG)))?.files ?? []
  const ids = files.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length))
  return ids
    .filter((id) => !known.has(id))
    .map((id) => ({
      id,
      files: [...locales.map((tag) => ledgerFile(tag, id)), ...locales.map((tag) => catalogFile(tag, id)), catalogFile(SOURCE_TAG, id)],
    }))
}

/**
 * The orphan that a document without texts was before its folder was renamed: the one that shares most of its English,
 * equal or edited, if that is half of it or more, by characters.
 */
export async function findRenamed(
  draft: Draft,
  orphans: readonly Orphan[],
  read: (id: string) => Promise<Catalog>,
): Promise<Orphan | undefined> {
  const texts = draft.passages.map(({ text }) => text)
  const total = texts.reduce((sum, { length }) => sum + length, 0)
  let best: { orphan: Orphan; share: number } | undefined
  for (const orphan of orphans) {
    const { entries } = await read(orphan.id)
    const { formerOf } = matchTexts(
      [...entries.values()].map(({ text }) => text),
      texts,
    )
    const share = texts.reduce((sum, { length }, at) => sum + (formerOf[at] === -1 ? 0 : length), 0) / Math.max(total, 1)
    if (share >= SAME_DOCUMENT && share > (best?.share ?? 0)) best = { orphan, share }
  }
  return best?.orphan
}
