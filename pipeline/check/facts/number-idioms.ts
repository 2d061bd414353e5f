import type { Span } from './copied-numbers.ts'

/** English turns of phrase whose numbers another language need not have: “third-party” software is not of a third. */
const IDIOMS =
  /\b(?:(?:1st|first|2nd|second|3rd|third)[- ]part(?:y|ies)|24\/7|(?:1|one)[- ](?:on|to|2)[- ](?:1|one)|(?:50|fifty)[-/ ](?:50|fifty)|9[- ]to[- ]5|(?:1st|first)[- ](?:aid|class|hand|name|names|lady|floor)|(?:2nd|second)[- ]hand|(?:0|zero)[- ]day|360[- ]degree|(?:2|two)[- ]way|(?:1|one)[- ]way|4x4|(?:1|one)[- ]stop|(?:1|one)[- ]off|(?:1|one)[- ]time|two[- ]fold|(?:1|one)[- ]click)\b/giu

/** English words that say a number which another language spells out. */
const SAID: readonly (readonly [word: RegExp, values: readonly number[]])[] = [
  [/\bdozens?\b/i, [12, 10]], [/\bdecades?\b/i, [10]], [/\bcentur/i, [100]], [/\bfortnight/i, [14, 2]], [/\bquarter/i, [3, 4, 25, 15]], [/\bhalf a dozen\b/i, [6]],
  [/\b(?:tripl|trilateral|threefold|thrice|trio\b)/i, [3]], [/\b(?:quadrupl|fourfold|quartet)/i, [4]], [/\bquint/i, [5]], [/\bweek(?:s|ly)?\b/i, [7]],
  [/\bnoon\b|\bmidday\b|\bmidnight\b/i, [12, 24, 0]], [/\bhal(?:f|ves)\b/i, [50, 30, 2, 5]], [/\bthirds?\b/i, [3, 33]], [/\bdouble[- ]digit/i, [10]],
  [/\bU-turn/i, [180]], [/\bteens?\b/i, [10]], [/\b(?:all[- ]day|daily|round[- ]the[- ]clock|around the clock|a day)\b/i, [24]], [/\bsix[- ]monthly|\bsemi-?annual|\bbiannual/i, [6, 2]],
  [/\bsingle[- ]digit/i, [10, 9]], [/\btwo[- ]thirds\b/i, [3, 2, 66]], [/\bthree[- ]quarters\b/i, [75]], [/\bper ?mille?\b/i, [1000]], [/\b(?:on|all) fours\b/i, [4]],
  [/\bAM ?\/ ?PM\b/i, [12]], [/\btwenties\b/i, [20]], [/\bthirties\b/i, [30]], [/\bforties\b/i, [40]], [/\bfifties\b/i, [50]], [/\bsixties\b/i, [60]],
  [/\bseventies\b/i, [70]], [/\beighties\b/i, [80]], [/\bnineties\b/i, [90]],
] // prettier-ignore

/** Beginnings of the idioms. */
const SUSPICIOUS = /\b(?:[0-9]\S{0,20}|third|one|fifty|first|second|zero|two)[- /]/i

/** The idioms of an English text. */
export function idiomsIn(visible: string): Span[] {
  if (!SUSPICIOUS.test(visible)) return []
  return [...visible.matchAll(IDIOMS)].map(({ 0: idiom, index }) => ({ start: index, end: index + idiom.length }))
}

/** True if an English text expresses a number by a word that is not a number. */
export function isSaid(value: number, visible: string): boolean {
  return SAID.some(([word, values]) => values.includes(value) && word.test(visible))
}
