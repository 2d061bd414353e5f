import { isLikelyRange } from '../../language/number-range.ts'
import { typographyOf } from '../../language/typography.ts'
import type { Observation, TextRule } from '../rule.ts'
import { isCode, isWithinCode } from './notation.ts'

/** A hyphen, or two, where a dash belongs between clauses: not between two signs of a calculation, a - b, nor where -- itself is spoken of. */
const HYPHEN_FOR_DASH =
  /(?<=[\p{L}\p{N}.,!?)”“’»\uFFFC])(?<!(?<![\p{L}\d])[\p{L}\uFFFC](?=[ \u00A0][-−][ \u00A0](?:\p{L}(?!\p{L})|\d|\uFFFC)))(?<!(?<!\p{L})(?:the|an?|with|by|and|or|options?|arguments?)(?= --[ \u00A0]))(?<!\.(?=[ \u00A0]-[ \u00A0]\p{Lu}))[ \u00A0](?:-|--|---|−)[ \u00A0](?=\S)|(?<=[\p{L})”“])--+(?=[\p{L}(„“])/gu
/** A dash between clauses without its spaces. */
const CLOSED_DASH = /(?<=[\p{L}\p{M})”“’]{2})—(?=[\p{L}\p{M}(„“]{2})/gu
/** Two numbers with a hyphen between, or with spaces around the dash: a range, if `isLikelyRange`. */
const RANGE = /(?<![\d\p{L}.,/:+–-])(\d{1,4})(?:-| - | – |\u00A0–\u00A0)(\d{1,4})(?![\d\p{L}/–-]|[.,:]\d)/gu

/** Dashes between clauses and in ranges. */
export const dash: TextRule = {
  id: 'dash',
  looksAt: 'text',
  severity: 'warning',
  meaning: 'a hyphen stands for a dash, or a dash lacks its spaces: sq, sr – with spaces, mk —, ranges closed 6–7',
  example: { bad: 'sq: 6-7 qershor - dy ditë', good: 'sq: 6–7 qershor – dy ditë' },
  find: ({ tag, prose }, _facts, english) => {
    const { visible } = prose
    if (!/[-–—−]/.test(visible) || isCode(visible)) return []
    const { dash: own } = typographyOf(tag)
    const findings: Observation[] = []
    const add = (message: string, found: string, start: number, mended: string): void => {
      findings.push({
        message,
        found: visible.slice(Math.max(0, start - 10), start + found.length + 10),
        expected: mended,
        remedy: 'Put the dash as shown in the place of the hyphen; it can be copied from here.',
        start,
        end: start + found.length,
        mended,
      })
    }
    for (const { 0: found, 1: from, 2: to, index } of visible.matchAll(RANGE)) {
      const range = `${from}–${to}`
      if (
        english?.visible.includes(range) ||
        (!english?.visible.includes(found) && isLikelyRange(tag, { text: visible, index, found, from: from!, to: to! }))
      )
        add('A range of numbers is joined by a dash without spaces.', found, index, range)
    }
    // A list in a cell, which Markdown has none for: - one<br>- two.
    const isList = /^[-−][ \u00A0]/u.test(visible)
    for (const { 0: found, index } of visible.matchAll(HYPHEN_FOR_DASH)) {
      if (isList && /^\s/.test(found)) continue
      if (/^\d/.test(visible.slice(index + found.length)) && /\d$/.test(visible.slice(0, index))) continue
      if (found.startsWith('-') && isWithinCode(visible, index)) continue
      if (english && english.visible !== visible && isSign(visible, index, found, english.visible)) continue
      add('A hyphen stands where a dash belongs.', found, index, own ?? ' – ')
    }
    if (own !== undefined) {
      for (const { 0: found, index } of visible.matchAll(CLOSED_DASH)) add('The dash lacks its spaces.', found, index, own)
    }
    return findings
  },
}

/** A hyphen that is spoken of: “or - for none”. */
const SPOKEN = /(?<!\p{L})(?:the|an?|with|by|and|or|use|is|sign|character)[ \u00A0](?:-|--|−)[ \u00A0]/iu

/** True if the source has the same hyphen as a sign: spoken of, or between the same two words, total - free. */
function isSign(visible: string, index: number, found: string, english: string): boolean {
  if (SPOKEN.test(english)) return true
  const before = /[^\s(]*$/u.exec(visible.slice(Math.max(0, index - NEAR), index))![0]
  const after = /^[^\s,.;)]*/u.exec(visible.slice(index + found.length, index + found.length + NEAR))![0]
  return before !== '' && after !== '' && english.includes(`${before}${found}${after}`)
}

/** As far as the word on either side of a hyphen is read. */
const NEAR = 60
