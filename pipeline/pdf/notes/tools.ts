import { LADDERS_TOOLS } from '../hyphen-ladders.ts'
import { WORDS_TOOLS } from '../page-ends.ts'
import { callsIn, entryOf, isInside, markParagraph, probeAfter } from './calls.ts'
import { layOutInColumns } from './columns.ts'
import { firstGapBelow, firstGapOn, ownTexts } from './gaps.ts'
import { leaveHome, takeHome } from './homes.ts'
import { intoMargin, measureMargins } from './margins.ts'
import { begunOn, codeBeside, cutAbove, rowAcross } from './overleaf.ts'
import { partNote } from './part.ts'
import { planOf } from './plan.ts'
import { keepHere, reserve, sendOverleaf } from './reserve.ts'
import { unchangedIn } from './unchanged.ts'

/** What the placing of notes does its work with; it runs in the page, and brings these with it. */
export const NOTES_TOOLS = {
  takeHome,
  leaveHome,
  callsIn,
  entryOf,
  probeAfter,
  isInside,
  markParagraph,
  ownTexts,
  firstGapOn,
  firstGapBelow,
  layOutInColumns,
  measureMargins,
  intoMargin,
  planOf,
  partNote,
  reserve,
  rowAcross,
  codeBeside,
  begunOn,
  cutAbove,
  sendOverleaf,
  keepHere,
  unchangedIn,
  ...WORDS_TOOLS,
  ...LADDERS_TOOLS,
} as const

export type NotesTools = typeof NOTES_TOOLS
