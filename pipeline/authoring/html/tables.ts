import type { Element, ElementContent, Root } from 'hast'
import { elementsWithin, h, isTag, replaceChild, textOf } from './nodes.ts'
import { beginning, type Notice } from '../notice.ts'

const BLOCKS = ['p', 'div', 'ul', 'ol', 'li', 'table', 'tbody', 'thead', 'tfoot', 'tr', 'td', 'th', 'blockquote', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'section', 'caption'] // prettier-ignore

/**
 * Makes tables such as Markdown has, in place: cells of one line, whose paragraphs and items are parted by line breaks. A table of
 * one cell was a frame, and becomes a quotation. Tells of what a table loses.
 */
export function takeTables(root: Root): Notice[] {
  const notices: Notice[] = []
  for (const { element: table, around } of elementsWithin(root)) {
    if (!isTag(table, 'table') || around.some((each) => isTag(each, 'table'))) continue
    const cells = cellsOf(table)
    const place = `table “${beginning(cells.map(textOf).find((text) => text.trim() !== '') ?? '', 40)}”`
    if (cells.length === 1) {
      replaceChild(around.at(-1)!, table, h('blockquote', {}, ...cells[0]!.children))
      notices.push({ kind: 'changed', what: 'A frame (a table of one cell) became a quotation.', place, remedy: 'Put [!NOTE] on its first line, if it is a note beside the text.' }) // prettier-ignore
      continue
    }
    if (cells.some(({ properties }) => Number(properties['colSpan'] ?? 1) > 1 || Number(properties['rowSpan'] ?? 1) > 1))
      notices.push({ kind: 'changed', what: 'Merged cells of a table were parted: the text stands in the first, the others are empty.', place, remedy: 'Look whether the table still reads well, and fill the empty cells where it does not.' }) // prettier-ignore
    if (cells.some((cell) => elementsWithin(cell).some(({ element }) => isTag(element, 'table'))))
      notices.push({ kind: 'changed', what: 'A table in a table became lines in its cell.', place, remedy: 'Look whether it can still be read, or make two tables of it.' }) // prettier-ignore
    for (const cell of cells) cell.children = onOneLine(cell)
    // Word rarely says which row is the head, and Markdown has one always.
    if (!cells.some((cell) => isTag(cell, 'th'))) for (const cell of firstRow(table)) cell.tagName = 'th'
  }
  return notices
}

/** Cells of a table, without those of tables in it. */
function cellsOf(table: Element): Element[] {
  return table.children.flatMap((child) => (!isTag(child) ? [] : isTag(child, 'td', 'th') ? [child] : isTag(child, 'table') ? [] : cellsOf(child))) // prettier-ignore
}

function firstRow(table: Element): Element[] {
  const row = elementsWithin(table).find(({ element }) => isTag(element, 'tr'))
  return row ? cellsOf(row.element) : []
}

/** The lines of a cell. Items keep their number or a dash. */
function onOneLine(cell: Element): ElementContent[] {
  const lines: ElementContent[][] = [[]]
  const look = (node: Element, lead: string): void => {
    let number = Number(node.properties['start'] ?? 1)
    for (const child of node.children) {
      if (!isTag(child, ...BLOCKS)) {
        if (child.type === 'text' && child.value.trim() === '' && lines.at(-1)!.length === 0) continue
        lines.at(-1)!.push(child)
        continue
      }
      const isItem = child.tagName === 'li'
      const own = isItem ? (node.tagName === 'ol' ? `${number++}) ` : '– ') : ''
      if (lines.at(-1)!.length > 0) lines.push([])
      if (isItem) lines.at(-1)!.push({ type: 'text', value: own })
      look(child, own || lead)
      // The words of an item follow its dash.
      if (lines.at(-1)!.some((each) => textOf(each).trim() !== '' || isTag(each)) && !isItem) lines.push([])
    }
  }
  look(cell, '')
  const filled = lines.filter((line) => line.some((each) => isTag(each) || textOf(each).trim() !== ''))
  return filled.flatMap((line, index) => (index === 0 ? line : [h('br', {}), ...line]))
}
