/** Which text of a document's former version became which of its present one, one to one, by their places in order. */
export class Pairs {
  /** Present place → former place, or −1. */
  readonly formerOf: Int32Array
  /** Former place → present place, or −1. */
  readonly presentOf: Int32Array

  constructor(former: number, present: number) {
    this.formerOf = new Int32Array(present).fill(-1)
    this.presentOf = new Int32Array(former).fill(-1)
  }

  /** Whether neither has a partner yet. */
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

/** What stands around the texts that have no partner: the nearest paired ones before and after. */
export interface Surroundings {
  /** How many of the two nearest paired neighbours are the same on both sides: 0, 1 or 2. */
  sharedNeighbours(former: number, present: number): 0 | 1 | 2
  /** How far apart the two stand, counted from the neighbour that they share. */
  offset(former: number, present: number): number
  /** Former texts without partner that share a neighbour with a present one, the nearest first. */
  nearby(present: number, most: number): number[]
  /** Where a former text would stand now: after the pair before it. */
  expectedPresent(former: number): number
  /** Where a present text would have stood. */
  expectedFormer(present: number): number
}

/** Looks around the pairs as they stand now; later pairs do not change what it says. */
export function surroundingsOf(pairs: Pairs): Surroundings {
  const present = neighboursOf(pairs.formerOf)
  const former = neighboursOf(pairs.presentOf)
  // A neighbour is named by its present place; before the first stands −1, after the last the number of texts.
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

/** Of places in order, those around one of them. */
function windowOf(places: readonly number[], centre: number, most: number): readonly number[] {
  const start = Math.max(0, Math.min(places.length - most, centre - (most >> 1)))
  return places.slice(start, start + most)
}

/** For every place the nearest paired ones before and after; −1 and the length stand for none. */
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
