import { pairEqualTexts } from './equal-texts.ts'
import { Pairs, surroundingsOf } from './pairs.ts'
import { findParts, type Part } from './parts.ts'
import { bagOf, createSimilarityIndex, type Bag, type Comparison, type SimilarityIndex } from './similarity.ts'
import { wordsOf } from '../source/words.ts'

/** How a document's present texts answer its former ones, by their places in order. */
export interface Matching {
  /** Present place → former place, one to one; −1 for what is new. */
  readonly formerOf: Int32Array
  /** Former texts that are now in several; the key's is among them. */
  readonly splits: readonly Part[]
  /** Present texts that were several; the key's is among them. */
  readonly merges: readonly Part[]
}

/**
 * Finds what became of each text of a document's former version. Equal texts are paired wherever they moved. The others
 * are paired one to one when they are still the same statement: by the words that they share, weighed by how rare these
 * are, and by the neighbours that they share. In doubt a text is new: a translation at the wrong place is worse than one
 * that is offered. Cost grows with the texts that changed, nearly linearly.
 */
export function matchTexts(former: readonly string[], present: readonly string[]): Matching {
  const pairs = new Pairs(former.length, present.length)
  pairEqualTexts(pairs, former, present)
  const changed = changedTexts(pairs, former, present)
  // A statement that was cut short is itself, wherever it moved and whatever stands in its place.
  pairShortened(pairs, changed)
  // Most edits are made in place: what is found there need not be searched for.
  pairAlike(pairs, changed, IN_PLACE, () => [])
  pairAlike(pairs, changed, SURE, changed.nearest)
  // A text in many parts is like none of them; so they are looked for before what is less alike is paired, and again after it.
  findParts(pairs, changed)
  pairAlike(pairs, changed, LIKELY, changed.nearest)
  return { formerOf: pairs.formerOf, ...findParts(pairs, changed) }
}

/** The texts without an equal, to be compared. */
export interface Changed {
  readonly former: readonly number[]
  readonly present: readonly number[]
  readonly compare: (former: number, present: number) => Comparison
  /** Former texts that share the most words with a present one. */
  readonly nearest: (present: number, most: number) => number[]
  /** Whether all words of a present text stand in a former one, in their order. */
  readonly isShortened: (former: number, present: number) => boolean
  /** How many words a present text has. */
  readonly size: (present: number) => number
  /** How many words the shorter has. */
  readonly words: (former: number, present: number) => number
}

function changedTexts(pairs: Pairs, formerTexts: readonly string[], presentTexts: readonly string[]): Changed {
  const former = open(pairs.presentOf)
  const present = open(pairs.formerOf)
  const formerBags = new Map(former.map((at) => [at, bagOf(formerTexts[at]!)]))
  const presentBags = new Map(present.map((at) => [at, bagOf(presentTexts[at]!)]))
  const index: SimilarityIndex = createSimilarityIndex([...formerBags.values()], [...presentBags.values()])
  const known = new Map<number, Comparison>()
  const formerBag = (at: number): Bag => formerBags.get(at)!
  const presentBag = (at: number): Bag => presentBags.get(at)!
  return {
    former,
    present,
    compare(at, to) {
      const name = at * presentTexts.length + to
      const found = known.get(name)
      if (found) return found
      const comparison = index.compare(formerBag(at), presentBag(to))
      known.set(name, comparison)
      return comparison
    },
    nearest: (to, most) => index.nearest(presentBag(to), most).map((position) => former[position]!),
    isShortened: (at, to) => standsIn(wordsOf(presentTexts[to]!), wordsOf(formerTexts[at]!)),
    size: (to) => presentBag(to).size,
    words: (at, to) => Math.min(formerBag(at).size, presentBag(to).size),
  }
}

/** Whether words stand among others, in their order. */
function standsIn(words: readonly string[], others: readonly string[]): boolean {
  let at = 0
  return words.every((word) => {
    at = others.indexOf(word, at) + 1
    return at > 0
  })
}

function open(partners: Int32Array): number[] {
  const places: number[] = []
  partners.forEach((partner, at) => {
    if (partner === -1) places.push(at)
  })
  return places
}

/** How alike two texts must be, by how many neighbours they share: what stands where it stood is sooner the same. */
type Thresholds = readonly [none: number, one: number, both: number]

const IN_PLACE: Thresholds = [1, 1, 0.6]
const SURE: Thresholds = [0.66, 0.6, 0.55]
const LIKELY: Thresholds = [0.45, 0.38, 0.32]

/** How much of what they tell two texts must have in common: sentences about different things share their frame. */
const LEAST_TOLD = 0.3
/** How much a shared neighbour counts beside the words when several could be meant. */
const NEIGHBOUR = 0.08
/** Two candidates that differ by less are in doubt, unless their place tells. */
const DOUBT = 0.04
/** Texts of so few words are the same only where they stand, or when nearly all is equal. */
const FEW_WORDS = 2
const CANDIDATES = 8
const MOST_RIVALS = 50

/** A text of fewer words, or of a smaller part of the former one, may stand in many. */
const FEWEST_LEFT = 8
const SMALLEST_LEFT = 0.6
/** How much of a text must stand in another before their order is looked at. */
const NEARLY_ALL = 0.98

/** Pairs statements that were cut short, where only one of the texts near to them holds all their words in order. */
function pairShortened(pairs: Pairs, changed: Changed): void {
  for (const present of changed.present) {
    if (pairs.formerOf[present] !== -1 || changed.size(present) < FEWEST_LEFT) continue
    const holding = changed.nearest(present, CANDIDATES).filter((former) => {
      const { inFirst, inSecond } = changed.compare(former, present)
      return inFirst >= NEARLY_ALL && inSecond >= SMALLEST_LEFT && changed.isShortened(former, present)
    })
    const [former, ...others] = holding
    if (former !== undefined && others.length === 0 && pairs.areFree(former, present)) pairs.pair(former, present)
  }
}

interface Candidate {
  readonly former: number
  readonly present: number
  readonly shared: 0 | 1 | 2
  readonly offset: number
  readonly score: number
}

/** Pairs what is alike, the most alike first. */
function pairAlike(pairs: Pairs, changed: Changed, thresholds: Thresholds, search: Changed['nearest']): void {
  const surroundings = surroundingsOf(pairs)
  const candidates: Candidate[] = []
  for (const present of changed.present) {
    if (pairs.formerOf[present] !== -1) continue
    const places = new Set([...search(present, CANDIDATES), ...surroundings.nearby(present, CANDIDATES)])
    for (const former of places) {
      if (pairs.presentOf[former] !== -1) continue
      const shared = surroundings.sharedNeighbours(former, present)
      const { similarity, told } = changed.compare(former, present)
      const least = shared === 0 && changed.words(former, present) <= FEW_WORDS ? 0.8 : thresholds[shared]
      if (similarity < least || told < LEAST_TOLD) continue
      candidates.push({
        former,
        present,
        shared,
        offset: surroundings.offset(former, present),
        score: similarity + shared * NEIGHBOUR,
      })
    }
  }
  candidates.sort((a, b) => b.score - a.score || a.offset - b.offset || a.present - b.present || a.former - b.former)
  const likeliest = firstOfEach(candidates)
  const rivals = rivalsOf(likeliest)
  for (const candidate of likeliest) {
    if (!pairs.areFree(candidate.former, candidate.present)) continue
    if (candidate.shared === 0 && rivals(candidate).some((rival) => pairs.areFree(rival.former, rival.present))) continue
    pairs.pair(candidate.former, candidate.present)
  }
}

/** The candidates without those that come after many for the same former text: of texts that repeat all are alike. */
function firstOfEach(candidates: readonly Candidate[]): Candidate[] {
  const counts = new Map<number, number>()
  return candidates.filter(({ former }) => {
    const count = (counts.get(former) ?? 0) + 1
    counts.set(former, count)
    return count <= MOST_RIVALS
  })
}

/** The other candidates for either side of a pair that are nearly as good. */
function rivalsOf(candidates: readonly Candidate[]): (candidate: Candidate) => Candidate[] {
  const byFormer = Map.groupBy(candidates, ({ former }) => former)
  const byPresent = Map.groupBy(candidates, ({ present }) => present)
  return (candidate) =>
    [...byFormer.get(candidate.former)!, ...byPresent.get(candidate.present)!].filter(
      (other) => other !== candidate && Math.abs(other.score - candidate.score) < DOUBT,
    )
}
