import type { Paragraph, PhrasingContent, RootContent, Table, TableCell } from 'mdast'
import type { Tag } from '../model/language.ts'

/** What an edition has in the place of a block. */
interface Column {
  readonly tag: Tag
  readonly block: RootContent | undefined
}

/**
 * Joins the tables of parallel editions to one, whose cells say in each language what they say: so they stand together in any
 * number of columns. What is the same in all languages, such as a number, stands once.
 */
export function joinedTable(table: Table, columns: readonly Column[]): Table {
  const tables = columns.map(({ tag, block }) => ({ tag, rows: block?.type === 'table' ? block.children : [] }))
  const children = table.children.map((row, y) => ({
    ...row,
    children: row.children.map((cell, x): TableCell => {
      const cells = tables.flatMap(({ tag, rows }) => {
        const same = rows[y]?.children[x]
        return same ? [{ tag, node: same }] : []
      })
      return cells.every(({ node }) => isSame(node, cell))
        ? cell
        : { type: 'tableCell', children: cells.map(part), position: cell.position }
    }),
  }))
  return { ...table, children }
}

/** Joins the captions of such tables: a line for each language. */
export function joinedCaption({ position }: Paragraph, columns: readonly Column[]): Paragraph {
  const parts = columns.flatMap(({ tag, block }) => (block?.type === 'paragraph' ? [part({ tag, node: block })] : []))
  const lines = parts.flatMap((each, at): PhrasingContent[] => (at === 0 ? [each] : [{ type: 'break' }, each]))
  return { type: 'paragraph', data: { beside: 'caption' }, children: lines, position }
}

function part({ tag, node }: { readonly tag: Tag; readonly node: TableCell | Paragraph }): PhrasingContent {
  const { beside: _, ...data } = node.data ?? {}
  return { type: 'emphasis', data: { language: tag, ...data, parallel: 'cell' }, children: node.children }
}

/** Whether a cell says the same, be it only what a draft marks it for. */
function isSame(a: TableCell, b: TableCell): boolean {
  return written(a) === written(b) && !a.data?.fallback === !b.data?.fallback && !a.data?.stale === !b.data?.stale
}

/** What a cell says and where its links lead, wherever it stands. */
function written({ children }: TableCell): string {
  return JSON.stringify(children, (name, value: unknown) => (name === 'position' ? undefined : value))
}
