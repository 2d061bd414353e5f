import { surroundingsOf, type Changed, type Pairs } from './pairs.ts'

/** A split or merged text: its index, and the indices of its parts, in order. */
export interface Part {
  readonly whole: number
  readonly parts: readonly number[]
}

/** Least share of a part’s words found in the whole. */
const IN_WHOLE = 0.6
/** Least and most of the whole that its parts hold together. More than that is repetition, not division. */
const LEAST_HELD = 0.5
const MOST_HELD = 1.35
/** Least share of the whole that a part holds. */
const LEAST_PART = 0.06
/** Number of neighbours considered on each side. */
const REACH = 12

/**
 * Finds split and merged texts: runs of neighbours that together hold one text, each taken mostly from it. The largest part is
 * paired with the whole.
 */
export function findParts(pairs: Pairs, changed: Changed): { splits: Part[]; merges: Part[] } {
  const surroundings = surroundingsOf(pairs)
  const presentOpen = new Set(changed.present)
  const formerOpen = new Set(changed.former)
  const splits = changed.former.flatMap((whole) =>
    divide(
      whole,
      pairs.presentOf[whole]!,
      pairs.formerOf,
      presentOpen,
      (part) => {
        const { similarity, inFirst, inSecond } = changed.compare(whole, part)
        return { similarity, partInWhole: inFirst, wholeInPart: inSecond }
      },
      surroundings.expectedPresent(whole),
      (part) => pairs.pair(whole, part),
    ),
  )
  const merges = changed.present.flatMap((whole) =>
    divide(
      whole,
      pairs.formerOf[whole]!,
      pairs.presentOf,
      formerOpen,
      (part) => {
        const { similarity, inFirst, inSecond } = changed.compare(part, whole)
        return { similarity, partInWhole: inSecond, wholeInPart: inFirst }
      },
      surroundings.expectedFormer(whole),
      (part) => pairs.pair(part, whole),
    ),
  )
  return { splits, merges }
}

interface Share {
  readonly similarity: number
  readonly partInWhole: number
  readonly wholeInPart: number
}

/**
 * Finds the run of neighbours that a whole was divided into. `partner` is its present pair, or −1. `start` is the expected index
 * of its first part.
 */
function divide(
  whole: number,
  partner: number,
  partners: Int32Array,
  open: ReadonlySet<number>,
  share: (part: number) => Share,
  start: number,
  pair: (part: number) => void,
): Part[] {
  const isPart = (at: number): boolean =>
    open.has(at) && (partners[at] === -1 || at === partner) && share(at).partInWhole >= IN_WHOLE && share(at).wholeInPart >= LEAST_PART
  const anchors = partner === -1 ? [start, start + 1, start - 1] : [partner]
  const seed = anchors.find((at) => at >= 0 && at < partners.length && isPart(at))
  if (seed === undefined) return []
  const parts = [seed]
  for (let at = seed - 1; at >= Math.max(0, seed - REACH) && isPart(at); at--) parts.unshift(at)
  for (let at = seed + 1; at < Math.min(partners.length, seed + REACH) && isPart(at); at++) parts.push(at)
  if (parts.length < 2) return []
  const held = parts.reduce((sum, at) => sum + share(at).wholeInPart, 0)
  if (held < LEAST_HELD || held > MOST_HELD) return []
  const largest = parts.reduce((best, at) => (share(at).wholeInPart > share(best).wholeInPart ? at : best))
  pair(largest)
  return [{ whole, parts }]
}
