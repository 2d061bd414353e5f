/** Of silent reading of non-fiction, as it is usually reckoned, a little under the 238 that were measured (Brysbaert 2019). */
const WORDS_A_MINUTE = 220

/** Minutes that it takes to read one column of a page, at least 1. */
export function readingTime(html: string, columns: number): number {
  return Math.max(1, Math.round(countWords(html) / columns / WORDS_A_MINUTE))
}

/** A tag within a word, such as the place of a note, parts none. */
function countWords(html: string): number {
  const words = /[\p{L}\p{N}]+/gu
  const text = html.replaceAll(/<[^>]*>/g, '')
  let count = 0
  while (words.test(text)) count++
  return count
}
