import { COLUMNS } from './columns.ts'
import { SIGNS_PER_MILLIMETRE } from './xlsx-parts.ts'

/** Height of a line of the sheet’s face, and of a row at most, in points (Excel, “specifications and limits”). */
const LINE = 15
const HIGHEST = 409

/** The height of a row, reckoned by its longest cell: not every program measures rows when it opens a sheet. */
export function heightOf(cells: readonly string[]): number {
  const lines = cells.map((text, at) => {
    const width = (COLUMNS[at]?.width ?? Infinity) * SIGNS_PER_MILLIMETRE
    return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0)
  })
  return Math.min(HIGHEST, Math.max(1, ...lines) * LINE + 3)
}
