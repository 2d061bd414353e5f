import { surroundingsOf, type Pairs } from './pairs.ts'

/**
 * Pairs equal texts in three steps, in linear time. Texts that are unique on both sides are paired wherever they moved. Repeated
 * texts are paired beside their former neighbours (P. Heckel, Communications of the ACM 21/4, 1978). The rest are paired by the
 * number of shared neighbours, then in order.
 */
export function pairEqualTexts(pairs: Pairs, former: readonly string[], present: readonly string[]): void {
  const formerPlaces = placesOf(former)
  const presentPlaces = placesOf(present)
  for (const [text, places] of presentPlaces) {
    const before = formerPlaces.get(text)
    if (places.length === 1 && before?.length === 1) pairs.pair(before[0]!, places[0]!)
  }
  const pairIfEqual = (at: number, to: number): void => {
    if (at >= 0 && at < former.length && pairs.areFree(at, to) && former[at] === present[to]) pairs.pair(at, to)
  }
  for (let to = 0; to < present.length; to++) {
    const before = to === 0 ? -1 : pairs.formerOf[to - 1]!
    if (to === 0 || before !== -1) pairIfEqual(before + 1, to)
  }
  for (let to = present.length - 1; to >= 0; to--) {
    const after = to === present.length - 1 ? former.length : pairs.formerOf[to + 1]!
    if (after !== -1) pairIfEqual(after - 1, to)
  }
  const surroundings = surroundingsOf(pairs)
  for (const [text, places] of presentPlaces) {
    const open = (formerPlaces.get(text) ?? []).filter((at) => pairs.presentOf[at] === -1)
    const waiting = places.filter((to) => pairs.formerOf[to] === -1)
    if (open.length * waiting.length > MOST_COMPARED) {
      waiting.slice(0, open.length).forEach((to, index) => pairs.pair(open[index]!, to))
      continue
    }
    const candidates = waiting.flatMap((to) =>
      open.map((at) => ({ at, to, shared: surroundings.sharedNeighbours(at, to), offset: surroundings.offset(at, to) })),
    )
    candidates.sort((a, b) => b.shared - a.shared || a.offset - b.offset || a.to - b.to || a.at - b.at)
    for (const { at, to } of candidates) if (pairs.areFree(at, to)) pairs.pair(at, to)
  }
}

/** Limit of comparisons for one repeated text. Above it, occurrences are paired in order. */
const MOST_COMPARED = 10_000

function placesOf(texts: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  texts.forEach((text, at) => {
    const present = places.get(text)
    if (present) present.push(at)
    else places.set(text, [at])
  })
  return places
}
