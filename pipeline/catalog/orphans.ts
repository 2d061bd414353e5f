import { join } from 'node:path'
import { fileSize, list } from '../files/disk.ts'
import type { Publication } from '../model/publication.ts'
import type { Draft } from '../model/document.ts'
import type { Catalog } from '../model/catalog.ts'
import { matchTexts } from '../compare/matching.ts'
import { readDocument } from '../source/read.ts'
import { SITE, catalogFile, readCatalog } from './store.ts'

/** How much of a document must be an orphan's English, as it is or edited, for it to be the same one, renamed. */
const SAME_DOCUMENT = 0.5

/**
 * The ids of documents with texts in `locales/` that are gone from `content/`, or have another name now: the orphans, which
 * their English catalogs tell.
 */
export async function listOrphans({ root, source, documents }: Publication): Promise<string[]> {
  const known = new Set([SITE, ...documents])
  const files = (await list(join(root, 'locales', source)))?.files ?? []
  const ids = files.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length))
  return ids.filter((id) => !known.has(id))
}

/**
 * What tells the former id of a document without texts whose folder was renamed. All of the publication are looked at, when
 * the first is asked for: what one of them was, no other was.
 */
export function formerIds(publication: Publication, orphans: readonly string[]): (id: string) => Promise<string | undefined> {
  let known: Promise<ReadonlyMap<string, string>> | undefined
  return async (id) => (await (known ??= findFormerIds(publication, orphans))).get(id)
}

async function findFormerIds(publication: Publication, orphans: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (orphans.length === 0) return new Map()
  const unsynced: Draft[] = []
  for (const id of publication.documents) {
    if ((await fileSize(join(publication.root, catalogFile(publication.source, id)))) !== undefined) continue
    // What is wrong with a document is reported where it is asked for.
    const draft = await readDocument(publication, id).catch(() => undefined)
    if (draft) unsynced.push(draft)
  }
  return assign(unsynced, orphans, (id) => readCatalog(publication, publication.source, id))
}

/**
 * The former ids of documents by their present ones. A document was the orphan that it shares most of its English with,
 * equal or edited, if that is half of it or more, by characters. An orphan is one document alone, though several share its
 * English: that which shares most of it.
 */
async function assign(
  drafts: readonly Draft[],
  orphans: readonly string[],
  read: (id: string) => Promise<Catalog>,
): Promise<Map<string, string>> {
  const pairs: { id: string; orphan: string; shared: number }[] = []
  for (const orphan of orphans) {
    const former = [...(await read(orphan)).entries.values()].map(({ text }) => text)
    for (const { id, passages } of drafts) {
      const texts = passages.map(({ text }) => text)
      const { formerOf } = matchTexts(former, texts)
      const shared = lengthOf(texts.filter((_, at) => formerOf[at] !== -1))
      if (shared / Math.max(lengthOf(texts), 1) >= SAME_DOCUMENT) pairs.push({ id, orphan, shared })
    }
  }
  const renamed = new Map<string, string>()
  for (const { id, orphan } of pairs.sort((a, b) => b.shared - a.shared))
    if (!renamed.has(id) && ![...renamed.values()].includes(orphan)) renamed.set(id, orphan)
  return renamed
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, { length }) => sum + length, 0)
}
