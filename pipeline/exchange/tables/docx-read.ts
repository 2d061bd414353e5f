import type { Archive } from '../../authoring/word/archive.ts'
import { readComments, type Comments } from './docx-comments.ts'
import { readCell, type RunContext } from './docx-runs.ts'
import { runStyles } from './docx-styles.ts'
import { ROWS_AT_MOST, type Cell, type Grid, type GridRow } from './grid.ts'
import { childOf, childrenOf, nodesIn, textIn, type Node } from './office-xml.ts'
import { partsOf, relatedTo, relationsOf } from './parts.ts'
import { plain, restored } from './pieces.ts'
import { unreadable } from './table-errors.ts'
import { wording } from '../../wording.ts'

/** The part with the text: Word for the web numbers it. */
export function docxText(archive: Archive): string | undefined {
  return [...archive.keys()].find((path) => /^word\/document\d*\.xml$/.test(path))
}

/**
 * Reads the tables of a Word document.
 * @throws Failure for a damaged part
 */
export function readDocxGrid(archive: Archive, file: string, keepsTracked: boolean): Grid {
  const part = partsOf(archive, file)
  const path = docxText(archive)
  if (path === undefined) throw unreadable(file, wording`no ${{ part: 'word/document.xml' }}`)
  const beside = (kind: string): Node | undefined => part(relatedTo(part, path, kind)[0] ?? `word/${kind}.xml`)
  const comments = readComments(beside('comments'), beside('commentsExtended'))
  const context: RunContext = {
    addresses: addressesIn(part(relationsOf(path))),
    styleOf: runStyles(beside('styles')),
    keepsTracked,
  }
  const called = new Set<string>()
  const rows: GridRow[] = []
  let number = 0
  const take = (row: Node): void => {
    if (++number > ROWS_AT_MOST) throw unreadable(file, wording`more than ${{ count: ROWS_AT_MOST }} rows`)
    if (childOf(row, 'trPr', keepsTracked ? 'ins' : 'del')) return
    rows.push({ number, cells: nodesIn(row, 'tc').flatMap((cell) => cellsOf(cell, context, comments, called)) })
  }
  // What a content control may hold says nothing of what it holds.
  part(path, { name: 'tr', take, leaving: 'sdtPr' })
  const elsewhere = [...comments].flatMap(([id, comment]) => (called.has(id) ? [] : [comment]))
  const core = part('docProps/core.xml')
  return { rows, elsewhere, by: (core && textIn(childOf(core, 'lastModifiedBy') ?? NOBODY).trim()) || undefined }
}

const NO_CELL: Cell = { plain: '', markdown: '', tracked: [], comments: [] }
const NOBODY: Node = { name: '', attributes: {}, children: [] }

function addressesIn(relations: Node | undefined): Map<string, string> {
  return new Map(childrenOf(relations, 'Relationship').map(({ attributes }) => [attributes['Id'] ?? '', attributes['Target'] ?? '']))
}

/** A cell, and empty ones for the further columns that it reaches over. */
function cellsOf(node: Node, context: RunContext, comments: Comments, called: Set<string>): Cell[] {
  const { pieces, tracked, comments: ids, foreign, by } = readCell(node, context)
  for (const id of ids) called.add(id)
  let markdown: string | undefined
  const cell: Cell = {
    plain: plain(pieces),
    // Of most cells nobody asks for it.
    get markdown() {
      return (markdown ??= restored(pieces))
    },
    foreign,
    by,
    tracked,
    comments: ids.flatMap((id) => comments.get(id) ?? []),
  }
  const span = Number(childOf(node, 'tcPr', 'gridSpan')?.attributes['val'] ?? 1)
  return span === 1 ? [cell] : [cell, ...Array.from({ length: Math.min(span, 63) - 1 }, () => NO_CELL)]
}
