import type { Nodes, Root, Table, TableCell } from 'mdast'
import { visit } from 'unist-util-visit'
import { plainText } from '../source/plain-text.ts'

/** A number in English notation, with at most a sign before it. */
const NUMBER = /^[~≈<>≤≥±+−–-]?\s?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/
const NONE = /^(?:[–—-]|\.{3}|…|)$/
/** Heads of columns whose numbers are names rather than amounts. */
const NAMES =
  /\b(?:no|nr|number|versions?|release|sections?|chapters?|articles?|clauses?|paragraphs?|annex|§|dates?|days?|times?|hours?|from|to|page)\b/i
/** A year as the head of a column, whose numbers are then amounts. */
const YEAR = /^(?:19|20)\d\d$/
/** Least number that is neither a day of the month nor an hour. */
const HIGH = 32

/**
 * The cells of columns that contain only amounts, where a full stop is certainly a decimal sign. Columns of possible versions,
 * sections, dates or times do not count, nor does the first column, which names the rows.
 */
export function cellsOfFigures(tree: Root): ReadonlySet<Nodes> {
  const cells = new Set<Nodes>()
  visit(tree, 'table', (table: Table) => {
    const [head, ...rows] = table.children
    for (let column = 1; column < (head?.children.length ?? 0); column++) {
      const own = rows.flatMap(({ children }) => children[column] ?? [])
      const name = plainText(head!.children[column]!)
      const isAligned = table.align?.[column] === 'right' || YEAR.test(name)
      if (!NAMES.test(name) && areAmounts(own, isAligned)) for (const cell of own) cells.add(cell)
    }
  })
  return cells
}

/**
 * Tells whether cells are amounts.
 * @param isAligned true if the writer aligned them as figures, or counts them by years
 */
function areAmounts(cells: readonly TableCell[], isAligned: boolean): boolean {
  const texts = cells.map((cell) => plainText(cell).trim()).filter((text) => !NONE.test(text))
  const numbers = texts.flatMap((text) => {
    const [, whole, decimals] = NUMBER.exec(text) ?? []
    return whole === undefined ? [] : [{ whole, decimals }]
  })
  if (numbers.length < texts.length) return false
  const parted = numbers.flatMap(({ decimals }) => decimals ?? [])
  // If three digits follow every full stop, it may separate thousands, as in other languages.
  if (parted.every(({ length }) => length === 3)) return false
  return isAligned || numbers.some(({ whole, decimals }) => decimals === undefined || whole.includes(',') || Number(whole) >= HIGH)
}
