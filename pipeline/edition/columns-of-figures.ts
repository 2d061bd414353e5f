import type { Nodes, Root, Table, TableCell } from 'mdast'
import { visit } from 'unist-util-visit'
import { plainText } from '../source/plain-text.ts'

/** A number as English writes it, with nothing beside it but what a table has: a sign, a unit, a dash for none. */
const NUMBER = /^[~≈<>≤≥±+−–-]?\s?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/
const NONE = /^(?:[–—-]|\.{3}|…|)$/
/** Heads of columns whose numbers name something, and measure nothing. */
const NAMES =
  /\b(?:no|nr|number|versions?|release|sections?|chapters?|articles?|clauses?|paragraphs?|annex|§|dates?|days?|times?|hours?|from|to|page)\b/i
/** What is counted by years is an amount. */
const YEAR = /^(?:19|20)\d\d$/
/** No day of a month and no hour is as high. */
const HIGH = 32

/**
 * The cells of columns that hold nothing but amounts: where a number has a full stop, it is a decimal sign for sure. One that
 * may hold versions, sections, dates or times is none, and so is the first, which tells what its rows are about.
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

/** @param isAligned whether the writer has them stand under each other as figures do, or counts them by years */
function areAmounts(cells: readonly TableCell[], isAligned: boolean): boolean {
  const texts = cells.map((cell) => plainText(cell).trim()).filter((text) => !NONE.test(text))
  const numbers = texts.flatMap((text) => {
    const [, whole, decimals] = NUMBER.exec(text) ?? []
    return whole === undefined ? [] : [{ whole, decimals }]
  })
  if (numbers.length < texts.length) return false
  const parted = numbers.flatMap(({ decimals }) => decimals ?? [])
  // Three digits after each full stop may be thousands, as other languages part them.
  if (parted.every(({ length }) => length === 3)) return false
  return isAligned || numbers.some(({ whole, decimals }) => decimals === undefined || whole.includes(',') || Number(whole) >= HIGH)
}
