import { DIALECTS } from './dialects.ts'
import { LEFTOVERS } from './leftovers.ts'
import { LINK_MARKS } from './link-marks.ts'
import type { MarkRow } from './mark-row.ts'
import { PAIRED_MARKS } from './paired-marks.ts'
import { PLACEHOLDERS } from './placeholders.ts'

/** From the surest to the least sure: of two that find the same place, the first is told. */
const ROWS: readonly MarkRow[] = [...DIALECTS, ...LEFTOVERS, ...PLACEHOLDERS, ...LINK_MARKS, ...PAIRED_MARKS]

/** A sign, and the places in `ROWS` of the rows that have it. */
type SignRows = readonly [sign: string, rows: readonly number[]]

const SIGNS: readonly SignRows[] = [...Map.groupBy(ROWS.flatMap(({ signs }, at) => signs.map((sign) => [sign, at] as const)), ([sign]) => sign)].map(
  ([sign, rows]) => [sign, rows.map(([, at]) => at)],
) // prettier-ignore

/** The signs by their first character, which most texts have of few. */
const BY_FIRST: readonly (readonly [first: string, signs: readonly SignRows[]])[] = [...Map.groupBy(SIGNS, ([sign]) => sign[0]!)]

/** The rows of which a text has a sign, in their order: no other can be found in it. */
export function rowsIn(text: string): MarkRow[] {
  const found: number[] = []
  for (const [first, signs] of BY_FIRST) {
    if (!text.includes(first)) continue
    for (const [sign, rows] of signs) if (sign === first || text.includes(sign)) found.push(...rows)
  }
  if (found.length < 2) return found.map((at) => ROWS[at]!)
  return [...new Set(found)].sort((a, b) => a - b).map((at) => ROWS[at]!)
}
