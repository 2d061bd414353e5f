/** How the pages of a PDF are numbered. The cover bears no number; where it is counted it is the first page. */
export interface Folios {
  /** For each page the number that it bears, as text; empty where it has none. */
  readonly labels: readonly string[]
  /** For each page the last number of those that are counted with it. */
  readonly last: readonly string[]
}

/**
 * Numbers pages: all from the cover on, or, where the text has numbers of its own, the pages between the cover and the
 * text i, ii, … and the text from 1. “Page x of y” tells how much is left to read: so y is the end of the count that x
 * belongs to, and never one in other numerals.
 * @param textStart the page on which the text begins, counted from 1; nothing where all pages are counted
 */
export function folios(pages: number, textStart?: number): Folios {
  const front = textStart === undefined ? 0 : textStart - 1
  const labels = Array.from({ length: pages }, (_, index) => {
    if (index >= front) return String(index + 1 - front)
    return index === 0 ? '' : roman(index)
  })
  const last = labels.map((_, index) => labels[index < front ? front - 1 : pages - 1]!)
  return { labels, last }
}

const NUMERALS = [
  ['c', 100], ['xc', 90], ['l', 50], ['xl', 40], ['x', 10], ['ix', 9], ['v', 5], ['iv', 4], ['i', 1],
] as const // prettier-ignore

/** A number in lower-case Roman numerals. */
function roman(number: number): string {
  let rest = number
  let text = ''
  for (const [numeral, value] of NUMERALS) for (; rest >= value; rest -= value) text += numeral
  return text
}
