import type { Nodes, Paragraph, Table } from 'mdast'
import type { Slip } from './slip.ts'

/** Lines that became rows of a table though they have no bar, or one less than its other rows. */
export function* rowSlips({ children, align }: Table, source: string): Generator<Slip> {
  const lines = children.map(({ position }) => source.slice(position!.start.offset, position!.end.offset).trim())
  if ((align?.length ?? 1) < 2 || !isBarred(lines[0]!)) return
  for (const [index, line] of lines.entries()) {
    const offset = children[index]!.position!.start.offset!
    if (!line.includes('|'))
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

/** A row that an empty line parts from its table. */
export function* partedRowSlips(
  paragraph: Paragraph,
  source: string,
  before: Nodes | undefined,
  after: Nodes | undefined,
): Generator<Slip> {
  const text = source.slice(paragraph.position!.start.offset, paragraph.position!.end.offset)
  if (text.includes('\n') || !/^\|(?:[^|]+\|[^|]+|[^|]*\p{L} [^|]*)\|/u.test(text) || !isBarred(text)) return
  const next = after?.type === 'paragraph' ? source[after.position!.start.offset!] : ''
  if (next === '|' || next === '-') return
  const isParted = before?.type === 'table'
  yield {
    offset: paragraph.position!.start.offset!,
    sure: isParted,
    message: isParted ? 'An empty line parts this row from its table.' : 'This line is meant as a row of a table, and stands alone.',
    found: text.slice(0, 60),
    expected: '| Town | Result |, then | --- | --- |, and then the other rows, with no empty line between them',
    remedy: isParted ? 'Remove the empty line before it.' : 'Write the table as shown, or remove the bars.',
  }
}

function isBarred(line: string): boolean {
  return line.startsWith('|') && line.endsWith('|')
}
