import { searchFormOf, type SearchForm } from './search-form.js'

/** A part of a text, from one offset to before another. */
export interface Range {
  readonly start: number
  readonly end: number
}

/**
 * Finds the words of a query in a text, each at the beginning of a word, so that inflected forms are found as well.
 * @returns where they stand; nothing where one of them is missing
 */
export function findWords({ text, offsets }: SearchForm, query: string): readonly Range[] | undefined {
  const wanted = [
    ...new Set(
      searchFormOf(query)
        .text.split(/\s+/)
        .filter((word) => word !== ''),
    ),
  ]
  if (wanted.length === 0) return undefined
  const found = wanted.map((word) => beginnings(text, word))
  if (found.some((places) => places.length === 0)) return undefined
  const units = found.flatMap((places, index) => places.map((start) => ({ start, end: start + wanted[index]!.length })))
  return joinedRanges(units.map(({ start, end }) => ({ start: offsets[start]!, end: offsets[end]! })))
}

function beginnings(text: string, word: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') || !/[\p{L}\p{N}]/u.test(word[0]!)) places.push(at)
  return places
}

function joinedRanges(ranges: readonly Range[]): Range[] {
  const joined: Range[] = []
  for (const range of ranges.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1)
    if (last && range.start <= last.end) joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
    else joined.push(range)
  }
  return joined
}
