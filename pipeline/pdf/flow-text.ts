import type { BrowserPage } from './browser-page.ts'
import type { Places } from './destinations.ts'
import { displaced } from './displays.ts'
import { textFlowingOn } from './flow-on.ts'
import { footOf, shortPages } from './last-pages.ts'
import type { Block } from './page-ends.ts'
import type { TextEnds } from './text-ends.ts'

/** Whether text stands elsewhere now, or notes are where they were gathered. */
export type Flow = 'flowed' | 'looked' | undefined

/**
 * Has text that follows tables on turned pages, or a table or figure that begins a page, fill the pages before them.
 * @param notes the names of those that stand on the page of their call
 */
export async function flowText(
  browserPage: BrowserPage,
  blocks: readonly Block[],
  ends: TextEnds,
  notes: readonly string[],
  places: Places,
): Promise<Flow> {
  const foot = (page: number): number => footOf({ before: page }, notes, ends, places)
  const displays = await browserPage.displays()
  const { holes, inWay } = displaced(displays, shortPages(blocks, ends, places), blocks, ends, places, foot)
  const tables = await browserPage.flowingTables([...holes, ...inWay])
  if (tables.length === 0) return undefined
  const text = textFlowingOn(tables, blocks, ends, places, foot, inWay)
  if (text.before.length + text.below.length + text.upright.length === 0) return 'looked'
  await browserPage.flowText(text)
  return 'flowed'
}
