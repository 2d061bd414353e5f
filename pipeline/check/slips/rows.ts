import type { Nodes, Paragraph, Table, TableRow } from 'mdast'
import type { Slip } from './slip.ts'

/** Lines that became rows of a table though they have no bar, or one less than its other rows. */
export function* rowSlips({ children, align }: Table, source: string): Generator<Slip> {
  const lines = children.map(({ position }) => source.slice(position!.start.offset, position!.end.offset).trim())
  const ruled = lines.findIndex((line) => /^[|\s:-]+$/.test(line) && (line.includes('--') || /-[ \t]*$/.test(line)))
  if (ruled > 0)
    yield {
      offset: children[ruled]!.position!.start.offset!,
      sure: false,
      message: 'A table has one line of dashes, below its head: this one would be printed as a row.',
      found: lines[ruled]!.slice(0, 60),
      expected: 'the rows below each other, with no line between them',
      remedy: 'Remove the line; where another table begins, put an empty line before its head.',
    }
  if ((align?.length ?? 1) < 2 || !isBarred(lines[0]!)) return
  yield* emptyColumnSlips(children, align!.length, lines[0]!)
  for (const [index, line] of lines.entries()) {
    const offset = children[index]!.position!.start.offset!
    if (!line.includes('|') && line.startsWith(':'))
      yield {
        offset,
        sure: false,
        message: 'This line is meant as the caption of the table above it, and is taken for a row.',
        found: line.slice(0, 60),
        expected: 'Table 1. The caption, with an empty line before the table',
        remedy: 'Write it as a line of its own above the table, with an empty line between the two, and without the colon.',
      }
    else if (!line.includes('|'))
      yield {
        offset,
        sure: false,
        message: 'This line follows a table without an empty line, and is taken into the table’s first column.',
        found: line.slice(0, 60),
        expected: 'an empty line between the table and the text',
        remedy: 'Put an empty line before it.',
      }
    else if (line.startsWith('|') && !line.endsWith('|') && lines[index + 1] !== undefined && !lines[index + 1]!.startsWith('|'))
      yield {
        offset,
        sure: false,
        message: 'This row goes on in the next line, which is taken for a row of its own.',
        found: line.slice(0, 60),
        expected: 'each row on one line, with <br> where a line ends within a cell',
        remedy: 'Join the two lines, with <br> between them.',
      }
  }
}

/** A column in which no row has anything, its head neither: two bars in the place of one, as other tools write them, or what a spreadsheet had there. */
function* emptyColumnSlips(rows: readonly TableRow[], columns: number, found: string): Generator<Slip> {
  const filled = rows.filter(({ children }) => children.some((cell) => cell.children.length > 0))
  const isEmpty = (column: number): boolean => filled.every(({ children }) => (children[column]?.children.length ?? 0) === 0)
  const empty = Array.from({ length: columns }, (_, column) => column).filter(isEmpty)
  if (filled.length < 2 || empty.length === 0) return
  yield {
    offset: rows[0]!.position!.start.offset!,
    sure: false,
    message: `Nothing stands in column ${empty[0]! + 1} of this table, its head neither: it would be printed as an empty column.`,
    found: found.slice(0, 60),
    expected: '| Town | Result |, with one bar between two cells, in each row',
    remedy: 'Write one bar in the place of two (||), in each row and in the line of dashes; or remove the empty column.',
  }
}

const EXPECTED = '| Town | Result |, then | --- | --- |, and then the other rows, with no empty line between them'
const PARTED = {
  message: 'An empty line parts this row from its table.',
  expected: EXPECTED,
  remedy: 'Remove the empty line before it.',
}
const LONE = {
  message: 'This line is meant as a row of a table, and stands alone.',
  expected: EXPECTED,
  remedy: 'Write the table as shown, or remove the bars.',
}

/** A row that an empty line parts from its table. */
export function* partedRowSlips(
  paragraph: Paragraph,
  source: string,
  before: Nodes | undefined,
  after: Nodes | undefined,
): Generator<Slip> {
  const text = source.slice(paragraph.position!.start.offset, paragraph.position!.end.offset)
  if (text.includes('\n')) return
  const isTable = before?.type === 'table' && before.position!.end.line + 2 === paragraph.position!.start.line
  if (isTable && !text.startsWith('|') && before.align!.length > 1 && cellsIn(paragraph) === before.align!.length) {
    yield { ...PARTED, offset: paragraph.position!.start.offset!, sure: false, found: text.slice(0, 60) }
    return
  }
  if (!/^\|(?:[^|]+\|[^|]+|[^|]*\p{L} [^|]*)\|/u.test(text) || !isBarred(text)) return
  const next = after?.type === 'paragraph' ? source[after.position!.start.offset!] : ''
  if (next === '|' || next === '-') return
  const isParted = before?.type === 'table'
  yield {
    offset: paragraph.position!.start.offset!,
    sure: isParted,
    found: text.slice(0, 60),
    ...(isParted ? PARTED : LONE),
  }
}

/** How many cells the bars of a text part; those of code are no such bars. */
function cellsIn({ children }: Paragraph): number {
  return children.flatMap((child) => (child.type === 'text' ? [...child.value.matchAll(/[ \t]\|[ \t]/g)] : [])).length + 1
}

function isBarred(line: string): boolean {
  return line.startsWith('|') && line.endsWith('|')
}
