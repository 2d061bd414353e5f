import { PDFArray, PDFName, PDFNumber } from '@cantoo/pdf-lib'
import { textAt, type Reading, type StructureElement } from '../reading.ts'
import { attribute, label, ofType, type Rule } from '../rule.ts'

/** A table as a grid: the number of cells at each place, by row. */
interface Grid {
  readonly table: StructureElement
  readonly covered: readonly (readonly number[])[]
  /** True if a cell extends below the last row. */
  readonly overhangs: boolean
}

/** Lays out cells as a reader does (ISO 32000-1, 14.8.5.7). */
function gridOf(pdf: Reading, table: StructureElement): Grid {
  const rows = table.kids.flatMap((kid) => (kid.type === 'TR' ? [kid] : kid.kids.filter(({ type }) => type === 'TR')))
  const covered: number[][] = rows.map(() => [])
  const span = (cell: StructureElement, key: 'RowSpan' | 'ColSpan'): number => {
    const value = attribute(pdf, cell, key)
    return value instanceof PDFNumber ? value.asNumber() : 1
  }
  let overhangs = false
  rows.forEach((row, y) => {
    let x = 0
    for (const cell of row.kids) {
      while (covered[y]![x]) x++
      const [height, width] = [span(cell, 'RowSpan'), span(cell, 'ColSpan')]
      overhangs ||= y + height > rows.length
      for (let down = y; down < Math.min(y + height, rows.length); down++)
        for (let right = x; right < x + width; right++) covered[down]![right] = (covered[down]![right] ?? 0) + 1
      x += width
    }
  })
  return { table, covered, overhangs }
}

const grids = (pdf: Reading): Grid[] => ofType(pdf, 'Table').map((table) => gridOf(pdf, table))

/** Rules on tables: ISO 14289-1, 7.2 and 7.5. */
export const TABLE_RULES: readonly Rule[] = [
  {
    id: 'ua-7.2-15',
    expected: 'no two cells of a table stand in one place',
    check: (pdf) => grids(pdf).flatMap(({ table, covered }) => (covered.flat().some((count) => count > 1) ? [label(table)] : [])),
  },
  {
    id: 'ua-7.2-41',
    expected: 'no cell of a table reaches below its last row',
    check: (pdf) => grids(pdf).flatMap(({ table, overhangs }) => (overhangs ? [label(table)] : [])),
  },
  {
    id: 'ua-7.2-42',
    expected: 'the rows of a table have the same number of columns',
    check: (pdf) =>
      grids(pdf).flatMap(({ table, covered }) => {
        const widths = covered.map((row) => Object.keys(row).length)
        return new Set(widths).size > 1 ? [`${label(table)}: ${[...new Set(widths)].join(', ')}`] : []
      }),
  },
  {
    id: 'ua-7.5-1',
    expected: 'a table’s head cells say what they are the head of',
    check: (pdf) =>
      ofType(pdf, 'TH')
        .filter((cell) => {
          const scope = attribute(pdf, cell, 'Scope')
          return !(scope instanceof PDFName && ['Row', 'Column', 'Both'].includes(scope.decodeText()))
        })
        .map(label),
  },
  {
    id: 'ua-7.5-2',
    expected: 'a cell names heads that are there',
    check: (pdf) => {
      const ids = new Set(pdf.elements.filter(({ type }) => type === 'TH').map(({ dict }) => textAt(dict, 'ID')))
      return ofType(pdf, 'TD', 'TH')
        .filter((cell) => {
          const headers = attribute(pdf, cell, 'Headers')
          if (!(headers instanceof PDFArray)) return false
          return headers.asArray().some((each) => !ids.has((each as unknown as { decodeText(): string }).decodeText()))
        })
        .map(label)
    },
  },
]
