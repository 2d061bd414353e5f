import type { Comparison } from './similarity.ts'

/** The texts without an equal, with the means to compare them. */
export interface Changed {
  readonly former: readonly number[]
  readonly present: readonly number[]
  readonly compare: (former: number, present: number) => Comparison
  /** Former texts that share the most words with a present one, the best first. */
  readonly nearest: (present: number, most: number) => number[]
  /** True if a former text contains all words of a present one, in order. */
  readonly isShortened: (former: number, present: number) => boolean
  /** Number of words in a present text. */
  readonly size: (present: number) => number
  /** Number of words in the shorter text. */
  readonly words: (former: number, present: number) => number
}

/** One-to-one pairs of former and present texts, by index. */
export class Pairs {
  /** Present index → former index, or −1. */
  readonly formerOf: Int32Array
  /** Former index → present index, or −1. */
  readonly presentOf: Int32Array

  constructor(former: number, present: number) {
    this.formerOf = new Int32Array(present).fill(-1)
    this.presentOf = new Int32Array(former).fill(-1)
  }

  /** True if neither text is paired yet. */
  areFree(former: number, present: number): boolean {
    return this.presentOf[former] === -1 && this.formerOf[present] === -1
  }

  pair(former: number, present: number): void {
    this.release(former)
    if (this.formerOf[present] !== -1) this.presentOf[this.formerOf[present]!] = -1
    this.presentOf[former] = present
    this.formerOf[present] = former
  }

  private release(former: number): void {
    if (this.presentOf[former] !== -1) this.formerOf[this.presentOf[former]!] = -1
  }
}

/** The nearest paired neighbours of unpaired texts. */
export interface Surroundings {
  /** Number of nearest paired neighbours, before and after, that both texts share. */
  sharedNeighbours(former: number, present: number): 0 | 1 | 2
  /** Distance between the two positions, counted from a shared neighbour. Infinity without one. */
  offset(former: number, present: number): number
  /** Unpaired former texts that share a neighbour with a present one, the nearest first. */
  nearby(present: number, most: number): number[]
  /** Expected index of a former text now: after the pair before it. */
  expectedPresent(former: number): number
  /** Expected former index of a present text. */
  expectedFormer(present: number): number
}

/** Computes the surroundings for the pairs at the time of the call. Later pairs do not change it. */
export function surroundingsOf(pairs: Pairs): Surroundings {
  const present = neighboursOf(pairs.formerOf)
  const former = neighboursOf(pairs.presentOf)
  // A neighbour is identified by its present index; −1 stands before the first and the number of texts after the last.
  const end = pairs.formerOf.length
  const asPresent = (at: number): number => (at === -1 ? -1 : at === pairs.presentOf.length ? end : pairs.presentOf[at]!)
  const before = former.before.map(asPresent)
  const after = former.after.map(asPresent)
  const following = new Map<number, number[]>()
  const preceding = new Map<number, number[]>()
  pairs.presentOf.forEach((partner, at) => {
    if (partner !== -1) return
    add(following, before[at]!, at)
    add(preceding, after[at]!, at)
  })
  const offset = (at: number, to: number): number => {
    const fromBefore = Math.abs(at - former.before[at]! - (to - present.before[to]!))
    const fromAfter = Math.abs(former.after[at]! - at - (present.after[to]! - to))
    const sharesBefore = before[at] === present.before[to]
    const sharesAfter = after[at] === present.after[to]
    if (sharesBefore && sharesAfter) return Math.min(fromBefore, fromAfter)
    return sharesBefore ? fromBefore : sharesAfter ? fromAfter : Infinity
  }
  return {
    sharedNeighbours: (at, to) => (Number(before[at] === present.before[to]) + Number(after[at] === present.after[to])) as 0 | 1 | 2,
    offset,
    expectedPresent: (at) => before[at]! + 1,
    expectedFormer: (to) => (present.before[to] === -1 ? 0 : pairs.formerOf[present.before[to]!]! + 1),
    nearby(to, most) {
      const afterSame = following.get(present.before[to]!) ?? []
      const beforeSame = preceding.get(present.after[to]!) ?? []
      const distance = to - present.before[to]!
      const distanceToEnd = present.after[to]! - to
      return [...new Set([...windowOf(afterSame, distance - 1, most), ...windowOf(beforeSame, beforeSame.length - distanceToEnd, most)])]
    },
  }
}

/** Up to `most` places around the one at `centre`. */
function windowOf(places: readonly number[], centre: number, most: number): readonly number[] {
  const start = Math.max(0, Math.min(places.length - most, centre - (most >> 1)))
  return places.slice(start, start + most)
}

/** The nearest paired indices before and after each index; −1 and the length stand for none. */
function neighboursOf(partners: Int32Array): { before: Int32Array; after: Int32Array } {
  const before = new Int32Array(partners.length)
  const after = new Int32Array(partners.length)
  let last = -1
  for (let at = 0; at < partners.length; at++) {
    before[at] = last
    if (partners[at] !== -1) last = at
  }
  let next = partners.length
  for (let at = partners.length - 1; at >= 0; at--) {
    after[at] = next
    if (partners[at] !== -1) next = at
  }
  return { before, after }
}

function add(groups: Map<number, number[]>, name: number, member: number): void {
  const group = groups.get(name)
  if (group) group.push(member)
  else groups.set(name, [member])
}
