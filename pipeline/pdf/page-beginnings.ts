import type { Block } from './page-ends.ts'

/**
 * The first block that begins on each page, of those that other editions know. A page that one block fills has none.
 * @param pages on which page each block begins, by its id; those whose page is not known are missing
 * @returns anchor → page, in the order of reading
 */
export function pageBeginnings(blocks: readonly Block[], pages: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const beginnings = new Map<string, number>()
  let last = 0
  for (const { id, anchor } of blocks) {
    const page = pages.get(id) ?? 0
    if (page <= last || anchor === '') continue
    last = page
    beginnings.set(anchor, page)
  }
  return beginnings
}
