import { pairEqualTexts } from './equal-texts.ts'
import { Pairs, surroundingsOf, type Changed } from './pairs.ts'
import { findParts, type Part } from './parts.ts'
import { bagOf, createSimilarityIndex, type Bag, type Comparison, type SimilarityIndex } from './similarity.ts'
import { wordsOf } from '../source/words.ts'

/** The correspondence of a document’s present texts to its former ones, by index. */
export interface Matching {
  /** Present index → former index, one to one; −1 for new texts. */
  readonly formerOf: Int32Array
  /** Former texts that were split. One part inherits the key. */
  readonly splits: readonly Part[]
  /** Present texts that were merged from several. The key of one of them stays. */
  readonly merges: readonly Part[]
}

/**
 * Matches the present texts of a document to the former ones. Equal texts are paired wherever they moved. Other texts are paired
 * one to one by shared words, weighted by rarity, and by shared neighbours. A doubtful text counts as new, because a translation
 * at the wrong place is worse than one that is only suggested. Time grows nearly linearly with the number of changed texts.
 */
export function matchTexts(former: readonly string[], present: readonly string[]): Matching {
  const pairs = new Pairs(former.length, present.length)
  pairEqualTexts(pairs, former, present)
  const changed = changedTexts(pairs, former, present)
  // A shortened statement keeps its identity, wherever it moved and whatever now stands in its place.
  pairShortened(pairs, changed)
  // Most edits are made in place, so that no search is needed for them.
  pairAlike(pairs, changed, IN_PLACE, () => [])
  pairAlike(pairs, changed, SURE, changed.nearest)
  // A split text resembles none of its parts. Splits are therefore sought before weaker likenesses are paired, and again
  // afterwards.
  findParts(pairs, changed)
  pairAlike(pairs, changed, LIKELY, changed.nearest)
  return { formerOf: pairs.formerOf, ...findParts(pairs, changed) }
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

/** True if `others` contains the words in order. */
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

/** Least similarity of a pair, by the number of shared neighbours. A text between the same neighbours is more likely the same. */
type Thresholds = readonly [none: number, one: number, both: number]

const IN_PLACE: Thresholds = [1, 1, 0.6]
const SURE: Thresholds = [0.66, 0.6, 0.55]
const LIKELY: Thresholds = [0.45, 0.38, 0.32]

/** Least `told` of a pair. Sentences about different things can share their frame words. */
const LEAST_TOLD = 0.3
/** Bonus per shared neighbour when candidates are ranked. */
const NEIGHBOUR = 0.08
/** Candidates whose scores differ by less are rivals, and only a shared neighbour decides. */
const DOUBT = 0.04
/** Texts with this many words or fewer need a shared neighbour or near equality. */
const FEW_WORDS = 2
const CANDIDATES = 8
const MOST_RIVALS = 50

/** Least number of words, and least share of the former text, for a shortened statement. */
const FEWEST_LEFT = 8
const SMALLEST_LEFT = 0.6
/** Least share of a text’s words in the other before their order is compared. */
const NEARLY_ALL = 0.98

/** Pairs shortened statements. Exactly one nearby former text must contain all their words in order. */
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

/** Pairs similar texts, the most similar first. */
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

/** Limits the candidates per former text, because all occurrences of a repeated text are alike. */
function firstOfEach(candidates: readonly Candidate[]): Candidate[] {
  const counts = new Map<number, number>()
  return candidates.filter(({ former }) => {
    const count = (counts.get(former) ?? 0) + 1
    counts.set(former, count)
    return count <= MOST_RIVALS
  })
}

/** The other candidates for either side of a pair with nearly the same score. */
function rivalsOf(candidates: readonly Candidate[]): (candidate: Candidate) => Candidate[] {
  const byFormer = Map.groupBy(candidates, ({ former }) => former)
  const byPresent = Map.groupBy(candidates, ({ present }) => present)
  return (candidate) =>
    [...byFormer.get(candidate.former)!, ...byPresent.get(candidate.present)!].filter(
      (other) => other !== candidate && Math.abs(other.score - candidate.score) < DOUBT,
    )
}
