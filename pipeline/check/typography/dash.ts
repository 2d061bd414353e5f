import { TYPOGRAPHY } from '../../language/typography.ts'
import type { Observation, TextRule } from '../rule.ts'

/** A hyphen, or two, where a dash belongs between clauses. */
const HYPHEN_FOR_DASH = /(?<=[\p{L}\p{N}.,;:!?)”“’»\uFFFC])[ \u00A0](?:-|--|---|−)[ \u00A0](?=\S)|(?<=[\p{L})”“])--+(?=[\p{L}(„“])/gu
/** A dash between clauses without its spaces. */
const CLOSED_DASH = /(?<=[\p{L}\p{M})”“’]{2})—(?=[\p{L}\p{M}(„“]{2})/gu
/** A range of numbers with a hyphen, or with spaces around the dash. */
const RANGE = /(?<![\d\p{L}.,/-])(\d{1,4})(?:-| - | – |\u00A0–\u00A0)(\d{1,4})(?![\d\p{L}/-]|[.,]\d)/gu

/** Dashes between clauses and in ranges. */
export const dash: TextRule = {
  id: 'dash',
  looksAt: 'text',
  severity: 'warning',
  meaning: 'a hyphen stands for a dash, or a dash lacks its spaces: sq, sr – with spaces, mk —, ranges closed 6–7',
  example: { bad: 'sq: 6-7 qershor - dy ditë', good: 'sq: 6–7 qershor – dy ditë' },
  find: ({ tag, prose }) => {
    const { visible } = prose
    if (!/[-–—−]/.test(visible)) return []
    const { dash: own } = TYPOGRAPHY[tag]
    const findings: Observation[] = []
    const add = (message: string, found: string, start: number, mended: string): void => {
      findings.push({
        message,
        found: visible.slice(Math.max(0, start - 10), start + found.length + 10),
        expected: mended,
        remedy: 'Write the dash.',
        start,
        end: start + found.length,
        mended,
      })
    }
    for (const { 0: found, 1: from, 2: to, index } of visible.matchAll(RANGE)) {
      if (Number(from) < Number(to)) add('A range of numbers is joined by a dash without spaces.', found, index, `${from}–${to}`)
    }
    for (const { 0: found, index } of visible.matchAll(HYPHEN_FOR_DASH)) {
      if (/^\d/.test(visible.slice(index + found.length)) && /\d$/.test(visible.slice(0, index))) continue
      add('A hyphen stands where a dash belongs.', found, index, own ?? ' – ')
    }
    if (own !== undefined) {
      for (const { 0: found, index } of visible.matchAll(CLOSED_DASH)) add('The dash lacks its spaces.', found, index, own)
    }
    return findings
  },
}
