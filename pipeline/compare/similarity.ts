import { likeness, weightOf, wordsOf } from '../source/words.ts'

/** The words of a text with their counts. */
export interface Bag {
  readonly counts: ReadonlyMap<string, number>
  /** Total number of words. */
  readonly size: number
}

/** Comparison of two texts, each value from 0 to 1. */
export interface Comparison {
  /** Share of both texts that is common, by weight and by number of words. */
  readonly similarity: number
  /** Share of both texts that is common, by weight alone. Words such as “the” and “of” weigh next to nothing. */
  readonly told: number
  /** Share of the first text found in the second. */
  readonly inSecond: number
  /** Share of the second text found in the first. */
  readonly inFirst: number
}

/** A search index of texts, weighted by word rarity. */
export interface SimilarityIndex {
  /** Compares two bags by the weights of this index. */
  readonly compare: (a: Bag, b: Bag) => Comparison
  /** Sum of the weights of a bag’s words. */
  readonly weigh: (bag: Bag) => number
  /** Indices of the texts that share the most weight with a bag, the best first. */
  readonly nearest: (bag: Bag, most: number) => number[]
}

/** Limit of index entries per search. It suffices for texts that are half alike, and bounds the time. */
const MOST_POSTINGS = 20_000

/** Limit of unshared words per side for comparison letter by letter. */
const MOST_LEFT = 12

/** Counts the words of a text. */
export function bagOf(text: string): Bag {
  const counts = new Map<string, number>()
  const words = wordsOf(text)
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { counts, size: words.length }
}

/**
 * Creates an index of texts. A word’s weight is its rarity among these texts and `others`. Time is linear in the number of words.
 */
export function createSimilarityIndex(bags: readonly Bag[], others: readonly Bag[] = []): SimilarityIndex {
  const postings = new Map<string, number[]>()
  bags.forEach((bag, index) => {
    for (const word of bag.counts.keys()) {
      const present = postings.get(word)
      if (present) present.push(index)
      else postings.set(word, [index])
    }
  })
  const frequency = new Map<string, number>()
  for (const bag of [...bags, ...others]) for (const word of bag.counts.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1)
  const total = bags.length + others.length
  const weights = new Map([...frequency].map(([word, count]) => [word, weightOf(word, count, total)]))
  const weightOfWord = (word: string): number => weights.get(word) ?? weightOf(word, 1, total)

  const weigh = (bag: Bag): number => {
    let sum = 0
    for (const [word, count] of bag.counts) sum += count * weightOfWord(word)
    return sum
  }
  const scores = new Float64Array(bags.length)

  return {
    weigh,
    compare(a, b) {
      const [small, large] = a.counts.size <= b.counts.size ? [a, b] : [b, a]
      let weight = 0
      let count = 0
      for (const [word, times] of small.counts) {
        const common = Math.min(times, large.counts.get(word) ?? 0)
        weight += common * weightOfWord(word)
        count += common
      }
      const near = alikeOf(a, b, weightOfWord)
      weight += near.weight
      count += near.count
      const [weightA, weightB] = [weigh(a), weigh(b)]
      if (a.size === 0 || b.size === 0) return { similarity: 0, told: 0, inSecond: 0, inFirst: 0 }
      const told = (2 * weight) / (weightA + weightB)
      // Half by weight, half by number: an edit may keep the names or the frame of a sentence.
      const similarity = told / 2 + count / (a.size + b.size)
      return { similarity, told, inSecond: (weight / weightA + count / a.size) / 2, inFirst: (weight / weightB + count / b.size) / 2 }
    },
    nearest(bag, most) {
      const known = [...bag.counts.keys()].flatMap((word) => {
        const found = postings.get(word)
        return found ? [{ weight: weightOfWord(word), found }] : []
      })
      known.sort((a, b) => a.found.length - b.found.length)
      const touched: number[] = []
      let left = MOST_POSTINGS
      for (const { weight, found } of known) {
        const looked = found.slice(0, left)
        left -= looked.length
        for (const index of looked) {
          if (scores[index] === 0) touched.push(index)
          scores[index]! += weight
        }
      }
      const best: number[] = []
      for (const index of touched) {
        let at = best.length
        while (at > 0 && scores[best[at - 1]!]! < scores[index]!) at--
        if (at < most) best.splice(at, 0, index)
        if (best.length > most) best.pop()
      }
      for (const index of touched) scores[index] = 0
      return best
    },
  }
}

/** Common weight and number of unshared words that differ only by a typing slip or an ending. */
function alikeOf(a: Bag, b: Bag, weightOfWord: (word: string) => number): { weight: number; count: number } {
  const leftA = [...a.counts.keys()].filter((word) => !b.counts.has(word))
  const leftB = [...b.counts.keys()].filter((word) => !a.counts.has(word))
  const nothing = { weight: 0, count: 0 }
  if (leftA.length > MOST_LEFT || leftB.length > MOST_LEFT) return nothing
  const open = new Set(leftB)
  return leftA.reduce((sum, word) => {
    let best: { word: string; alike: number } | undefined
    for (const other of open) {
      const alike = likeness(word, other)
      if (alike > (best?.alike ?? 0)) best = { word: other, alike }
    }
    if (!best) return sum
    open.delete(best.word)
    return {
      weight: sum.weight + best.alike * Math.min(weightOfWord(word), weightOfWord(best.word)),
      count: sum.count + best.alike,
    }
  }, nothing)
}
