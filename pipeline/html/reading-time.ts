/** Of silent reading of non-fiction, as it is usually reckoned, a little under the 238 that were measured (Brysbaert 2019). */
const WORDS_A_MINUTE = 220

/** Minutes that it takes to read one column of a page, at least 1. */
export function readingTime(html: string, columns: number): number {
  return Math.max(1, Math.round(countWords(html) / columns / WORDS_A_MINUTE))
}

function countWords(html: string): number {
  return html.replaceAll(/<[^>]*>/g, '').match(/[\p{L}\p{N}]+/gu)?.length ?? 0
}
