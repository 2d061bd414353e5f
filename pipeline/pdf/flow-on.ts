import type { Places } from './destinations.ts'
import type { Block } from './page-ends.ts'
import { LAST_LINE, type TextEnds } from './text-ends.ts'
import type { FlowedText, Following, FlowingTables } from './flowing-tables.ts'

/** So much of the page before a turned one may be empty. */
const HOLE = 0.1
/** What is left of a text after tables fills so much of a page, or nothing. */
const LEAST = 0.2
/** Heights are told of pages that are not parted: a line may come to more. In points. */
const SAFE = 16

/**
 * The text after tables on turned pages, and after tables and figures that begin a page, that fills the pages before them, as the text of a
 * book goes on before a plate; and what stands below turned ones, since a few lines would be a page of their own.
 * @param tables in the order of the text
 * @param footOf how far down the text of a page reaches at most, in points
 * @param inWay the first blocks of those before which all stands that follows in their chapter
 */
export function textFlowingOn(
  tables: readonly FlowingTables[],
  blocks: readonly Block[],
  { ends, paper, height, turned }: TextEnds,
  { destinations, heights }: Places,
  footOf: (page: number) => number,
  inWay: readonly number[] = [],
): FlowedText {
  const before: { place: number; numbers: number[] }[] = []
  const below: number[] = []
  const upright: number[] = []
  // What the text before a table has lost to that before another.
  let lost = 0
  for (const { first, last, isTurned: isOnTurnedPage, foot, place, following, goesOn } of tables) {
    const isUpright = ({ isTurned, isBelow }: Following): boolean => !isTurned || isBelow
    const rest = (from: number): number => (goesOn ? Infinity : heightOf(following.slice(from).filter(isUpright)))
    const isRestFull = (from: number): boolean => !isOnTurnedPage || rest(from) === 0 || rest(from) >= LEAST * height
    const end = ends.find((each) => each.last === first - 1)
    const page = end && destinations.get(end.id)
    let count = 0
    if (page !== undefined && place !== undefined) {
      const filled = paper - heights.get(end!.id)! + LAST_LINE - (isOnTurnedPage ? lost : 0)
      const free = footOf(page) - (filled < 0 ? filled + height : filled)
      // Where all of it is gone, the tables stand together; what is before them is known then.
      const isGone = isOnTurnedPage && lost > 0 && Math.abs(filled) < LAST_LINE
      if (free > HOLE * height && !isGone) count = fitting(following, free - SAFE)
      if (inWay.includes(first) && !goesOn) count = following.length
    }
    const row = heights.get(blocks[last]!.id)
    const room = row === undefined ? 0 : turned.height - (turned.paper - row) - foot - SAFE
    // Whoever reads on has to turn the page back: longer text stands on an upright one.
    const turnable = (from: number): number => {
      const most = following.findIndex(({ mayTurn }, index) => index >= from && !mayTurn)
      return isRestFull(from) ? 0 : fitting(following.slice(from, most < 0 ? undefined : most), room)
    }
    let under = turnable(count)
    // A few lines between two tables are a page of their own.
    while (count + under > 0 && !isRestFull(count + under))
      if (under > 0) under = shorter(following.slice(count), under)
      else {
        count = shorter(following, count)
        if (rest(count + turnable(count)) === 0) under = turnable(count)
      }
    if (count > 0) before.push({ place: place!, numbers: following.slice(0, count).map(({ number }) => number) })
    const turnedBelow = following.slice(count, count + under).filter(({ isTurned }) => !isTurned)
    below.push(...turnedBelow.map(({ number }) => number))
    upright.push(...following.slice(count + under).flatMap(({ number, isBelow }) => (isBelow ? [number] : [])))
    if (isOnTurnedPage) lost = heightOf(following.slice(0, count + under).filter(({ isTurned }) => !isTurned))
  }
  return { before, below, upright }
}

/** How many of some parts of the text have room in so many points, without one that does not stand alone at their end. */
function fitting(following: readonly Following[], room: number): number {
  let count = 0
  while (count < following.length && following[0]!.above + heightOf(following.slice(0, count + 1)) <= room) count++
  return endingWell(following, count)
}

function shorter(following: readonly Following[], count: number): number {
  return endingWell(following, count - 1)
}

function endingWell(following: readonly Following[], count: number): number {
  return following.slice(0, count).findLastIndex(({ isLead }) => !isLead) + 1
}

function heightOf(following: readonly Following[]): number {
  return following.reduce((sum, { height }) => sum + height, 0)
}
