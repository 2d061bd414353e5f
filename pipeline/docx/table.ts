import { AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import type { Element, ElementContent } from 'hast'
import { toString } from 'mdast-util-to-string'
import { LIST_STEP } from './lists.ts'
import { HEAD_LINE, NO_LINE, TABLE_LINE } from './styles.ts'
import { formatOf, wordsOf } from './words.ts'
import { elementsIn, type BlockFormat, type Writing } from './writing.ts'

/** Signs of a column that its width is reckoned by, at least and at most. */
const SIGNS = { least: 5, most: 34 } as const

const ALIGNMENTS = { right: AlignmentType.RIGHT, center: AlignmentType.CENTER, left: AlignmentType.LEFT } as const

type Blocks = (nodes: readonly ElementContent[], format: BlockFormat, writing: Writing) => (Paragraph | Table)[]

/** A table, with its caption above it. Its head is repeated on each page, and no row is parted. */
export function tableOf(element: Element, format: BlockFormat, writing: Writing, blocksOf: Blocks): (Paragraph | Table)[] {
  const parts = elementsIn(element.children)
  const captions = parts.filter(({ tagName }) => tagName === 'caption')
  const rows = parts.flatMap((part) => elementsIn(part.children).map((row) => ({ row, isHead: part.tagName === 'thead' })))
  const cells = rows.map(({ row }) => elementsIn(row.children))
  const count = Math.max(1, ...cells.map(({ length }) => length))
  const indent = LIST_STEP * format.depth
  const width = writing.width - indent
  const widths = widthsOf(cells, count, width)
  const rowOf = ({ row, isHead }: (typeof rows)[number]): TableRow => {
    const own = elementsIn(row.children)
    return new TableRow({
      ...(isHead && { tableHeader: true }),
      cantSplit: true,
      children: Array.from({ length: count }, (_, at) => cellOf(own[at], isHead, widths[at]!, format, writing)),
    })
  }
  const line = { top: NO_LINE, left: NO_LINE, right: NO_LINE, insideVertical: NO_LINE, bottom: TABLE_LINE, insideHorizontal: TABLE_LINE }
  return [
    ...captions.flatMap((caption) =>
      blocksOf(caption.children, { ...format, text: formatOf(caption, format.text), style: 'Caption' }, writing),
    ),
    new Table({
      rows: rows.map(rowOf),
      width: { size: width, type: WidthType.DXA },
      // In an item it stands under its words.
      ...(indent > 0 && { indent: { size: indent, type: WidthType.DXA } }),
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: line,
      margins: { top: 50, bottom: 50, left: 0, right: 140 },
      tableLook: { firstRow: true, lastRow: false, firstColumn: false, lastColumn: false, noHBand: true, noVBand: true },
    }),
    new Paragraph({ style: 'Cell' }),
  ]
}

function cellOf(cell: Element | undefined, isHead: boolean, width: number, format: BlockFormat, writing: Writing): TableCell {
  const text = cell ? formatOf(cell, { ...format.text, ...(isHead && { bold: true }) }) : format.text
  const align = cell?.properties['dataFigures'] === undefined ? cell?.properties['align'] : 'right'
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(isHead && { borders: { bottom: HEAD_LINE } }),
    children: [
      new Paragraph({
        style: 'Cell',
        alignment: ALIGNMENTS[align as keyof typeof ALIGNMENTS] ?? AlignmentType.LEFT,
        children: cell ? wordsOf(cell.children, text, writing) : [],
      }),
    ],
  })
}

/** The widths of columns, by the longest text in each. */
function widthsOf(rows: readonly (readonly Element[])[], count: number, width: number): number[] {
  const signs = Array.from({ length: count }, (_, at) => {
    const longest = Math.max(0, ...rows.map((row) => (row[at] ? toString(row[at]).length : 0)))
    return Math.min(SIGNS.most, Math.max(SIGNS.least, longest + 2))
  })
  const all = signs.reduce((sum, each) => sum + each, 0)
  return signs.map((each) => Math.floor((width * each) / all))
}
