import type { Block } from './page-ends.ts'

/** What begins the ids that the layout itself gives to blocks (`hidePage`). */
const LAYOUT_ID = '__page-ends-'

/**
 * The first block that begins on each page, of those whose ids are the document's own. A page inside one block has none.
 * @param pages on which page each block begins, by its id; those whose page is not known are missing
 * @returns id → page, in the order of reading
 */
export function pageBeginnings(blocks: readonly Block[], pages: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const beginnings = new Map<string, number>()
  let last = 0
  for (const { id } of blocks) {
    const page = pages.get(id) ?? 0
    if (page <= last || id.startsWith(LAYOUT_ID)) continue
    last = page
    beginnings.set(id, page)
  }
  return beginnings
}
