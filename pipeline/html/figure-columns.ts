import type { Element, ElementContent, Nodes } from 'hast'
import { toString } from 'mdast-util-to-string'
import { isCell as isPart } from './columns.ts'
import { isTag } from '../language/registry.ts'
import { formatsFor } from '../language/formats.ts'
import type { Tag } from '../model/language.ts'

/** A number with its sign, its currency and its unit, whatever parts its digits. */
const NUMBER = /^(?:[~≈<>≤≥±]\s?)?[+−–-]?(?:\p{Sc}\s?)?(\d+(?:[\s.,’']\d+)*)(\s?(?:[%‰°]|\p{Sc}|[A-Z]{3}))?$/u
const GROUPED = /^(?:\d+|\d{1,3}(?:[\s.,’']\d{3})+)$/
/** What stands where there is no number. */
const NONE = /^(?:[—–-]|\.{3}|…)$/

/** How wide a digit of a table is, and a decimal sign, in the size of its type (Noto Sans, tabular). */
const WIDTHS = { digit: 0.572, sign: 0.268 } as const

/** What a cell says, as far as its column is one of figures. */
type Figure = { readonly decimals: number; readonly unit: string } | 'none' | 'words' | 'empty'

/**
 * Marks columns of figures in place: their cells have `data-figures`, and stand to the right. Where all have one unit, a cell
 * with fewer decimals than others has `data-short`, the space that these take in the size of its type, so that the decimal
 * signs stand under each other. The first column tells what its rows are about, and a column whose alignment the document
 * says stays as it is, unless that is the right.
 */
export function alignFigures(tree: Nodes, tag: Tag): void {
  if (!('children' in tree)) return
  if (tree.type !== 'element' || tree.tagName !== 'table') {
    for (const child of tree.children) alignFigures(child, tag)
    return
  }
  const rows = elementsIn(tree).flatMap((part) => elementsIn(part).map(elementsIn))
  for (let column = 1; column < (rows[0]?.length ?? 0); column++) alignColumn(rows.map((row) => row[column]).filter(isCell), tag)
}

function alignColumn(cells: readonly Element[], tag: Tag): void {
  if (cells.some(({ properties }) => (properties['align'] ?? 'right') !== 'right')) return
  const figures = cells.filter(({ tagName }) => tagName === 'td').map((cell) => ({ cell, figure: figureOf(cell, tag) }))
  const numbers = figures.flatMap(({ figure }) => (typeof figure === 'object' ? [figure] : []))
  if (numbers.length <= figures.filter(({ figure }) => figure === 'words').length) return
  for (const { properties } of cells) properties['dataFigures'] = ''
  if (new Set(numbers.map(({ unit }) => unit)).size > 1) return
  const most = Math.max(...numbers.map(({ decimals }) => decimals))
  for (const { cell, figure } of figures) {
    if (figure === 'words' || figure === 'empty') continue
    const decimals = figure === 'none' ? 0 : figure.decimals
    if (decimals === most) continue
    const space = (most - decimals) * WIDTHS.digit + (decimals === 0 ? WIDTHS.sign : 0)
    cell.properties['dataShort'] = space.toFixed(3)
  }
}

/** A cell in several languages has the figure of the first. */
function figureOf(whole: Element, tag: Tag): Figure {
  const cell = elementsIn(whole).find(isPart) ?? whole
  const text = toString(cell).trim()
  if (text === '') return 'empty'
  if (NONE.test(text)) return 'none'
  const [, digits, unit] = NUMBER.exec(text) ?? []
  if (digits === undefined) return 'words'
  const { lang } = cell.properties
  const decimals = decimalsOf(digits, decimalSign(typeof lang === 'string' && isTag(lang) ? lang : tag))
  return decimals === undefined ? 'words' : { decimals, unit: unit?.trim() ?? '' }
}

/**
 * How many decimals a number has, whose digits any sign may part: what is the same in every language is written in English
 * in all. Nothing where it is none, but a version or a date.
 */
function decimalsOf(digits: string, sign: string): number | undefined {
  const at = digits.search(/[.,](?=\d*$)/)
  const after = digits.length - at - 1
  const isDecimal = at >= 0 && (digits[at] === sign || after !== 3)
  if (!GROUPED.test(isDecimal ? digits.slice(0, at) : digits)) return undefined
  return isDecimal ? after : 0
}

function decimalSign(tag: Tag): string {
  return formatsFor(tag)
    .formatNumberToParts(0.5)
    .find(({ type }) => type === 'decimal')!.value
}

function elementsIn({ children }: Element): Element[] {
  return children.filter(isCell)
}

function isCell(node: ElementContent | undefined): node is Element {
  return node?.type === 'element'
}
