import { join } from 'node:path'
import { list } from '../files/disk.ts'
import { fileSize } from '../files/sighting.ts'
import type { Publication } from '../model/publication.ts'
import type { ParsedDocument } from '../model/document.ts'
import type { Catalog } from '../model/catalog.ts'
import { matchTexts } from '../compare/matching.ts'
import { readDocument } from '../source/read.ts'
import { SITE, catalogFile, readCatalog } from './store.ts'

/** Least share of a document’s text that must match an orphan’s English for a rename. */
const SAME_DOCUMENT = 0.5

/** Lists orphans: ids with an English catalog but without a folder in `content/`. Their documents were removed or renamed. */
export async function listOrphans({ root, source, documents }: Publication): Promise<string[]> {
  const known = new Set([SITE, ...documents])
  const files = (await list(join(root, 'locales', source)))?.files ?? []
  const ids = files.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length))
  return ids.filter((id) => !known.has(id))
}

/**
 * Creates a lookup of the former ids of renamed documents. The first call compares all new documents of the publication, because
 * each orphan can belong to one only.
 */
export function formerIds(publication: Publication, orphans: readonly string[]): (id: string) => Promise<string | undefined> {
  let known: Promise<ReadonlyMap<string, string>> | undefined
  return async (id) => (await (known ??= findFormerIds(publication, orphans))).get(id)
}

async function findFormerIds(publication: Publication, orphans: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (orphans.length === 0) return new Map()
  const unsynced: ParsedDocument[] = []
  for (const id of publication.documents) {
    if (fileSize(join(publication.root, catalogFile(publication.source, id))) !== undefined) continue
    // Its problems are reported when it is requested.
    const draft = await readDocument(publication, id).catch(() => undefined)
    if (draft) unsynced.push(draft)
  }
  return assign(unsynced, orphans, (id) => readCatalog(publication, publication.source, id))
}

/**
 * Former ids by present ids. A document’s former id is the orphan with which it shares the most English, by characters, equal or
 * edited. It must share at least half. An orphan is given to the document that shares most of it.
 */
async function assign(
  drafts: readonly ParsedDocument[],
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
