import type { BlockContent, FootnoteDefinition, List, ListItem, Nodes, RootContent } from 'mdast'
import type { Tag } from '../model/language.ts'
import type { DraftReasons, Edition, LocalizedProgramme } from '../model/edition.ts'
import { joinedFigure } from './parallel-figure.ts'
import { joinedCaption, joinedTable } from './parallel-table.ts'

/** Editions of one document that stand side by side: at least two. */
export type Columns = readonly [Edition, Edition, ...Edition[]]

/**
 * Joins editions of one document: the first, with the others’ texts beside its own, block by block and item by item, so that each
 * segment stands beside what says the same. Ids of the first are kept; those of the others end with their language.
 */
export function parallelEdition(columns: Columns): Edition {
  const [first] = columns
  const renamings = columns.map((edition, index) => (index === 0 ? asItIs : renaming(edition, joinedIn(columns))))
  const own = columns.map((edition, index) => ({ tag: edition.tag, blocks: blocksOf(edition).map(renamings[index]!) as RootContent[] }))
  return {
    ...first,
    body: { ...first.body, children: [...rowsOf(own), ...notesOf(columns, renamings)] },
    beside: [],
    draft: joinedReasons(columns.flatMap(({ draft }) => draft ?? [])),
    changes: [],
    corrected: [],
  }
}

/** A programme whose places in the page are not those of another column. */
export function programmeBeside(programme: LocalizedProgramme, tag: Tag): LocalizedProgramme {
  const days = programme.days.map((day) => ({ ...day, sessions: day.sessions.map((each) => ({ ...each, id: beside(each.id, tag) })) }))
  return { ...programme, days }
}

/** One column: its language and its blocks. */
interface Column {
  readonly tag: Tag
  readonly blocks: readonly RootContent[]
}

/** An edition’s blocks without its notes. */
function blocksOf({ body }: Edition): RootContent[] {
  return body.children.filter(({ type }) => type !== 'footnoteDefinition')
}

/** Gives the places of a column names that no other has. */
type Rename = (node: Nodes) => Nodes

function asItIs(node: Nodes): Nodes {
  return node
}

/** All columns have the blocks of one source, in its order. */
function rowsOf(columns: readonly Column[]): RootContent[] {
  return columns[0]!.blocks.flatMap((block, at) => {
    const all = columns.map(({ tag, blocks }) => ({ tag, block: blocks[at] }))
    if (isShared(block)) return [block]
    const joined = joinedBlock(all)
    if (joined) return [joined]
    if (block.type === 'paragraph' && isCaptionOfTable(columns[0]!.blocks, at)) return [joinedCaption(block, all)]
    if (block.type !== 'list') return [row(all)]
    return block.children.map((_, item) => row(all.map((each) => ({ ...each, block: itemAlone(each.block, item) }))))
  })
}

/** What several columns say in one block, a table or a picture. */
function joinedBlock(all: readonly { readonly tag: Tag; readonly block: RootContent | undefined }[]): RootContent | undefined {
  const [first] = all
  return first?.block?.type === 'table' ? joinedTable(first.block, all) : joinedFigure(all)
}

/** The numbers of the blocks that are one over all columns, which has the id of the first. */
function joinedIn(columns: Columns): ReadonlySet<number> {
  const all = columns.map((edition) => ({ tag: edition.tag, blocks: blocksOf(edition) }))
  const isJoined = (at: number): boolean => joinedBlock(all.map(({ tag, blocks }) => ({ tag, block: blocks[at] }))) !== undefined
  return new Set(all[0]!.blocks.flatMap((_, at) => (isJoined(at) ? [at] : [])))
}

function isCaptionOfTable(blocks: readonly RootContent[], at: number): boolean {
  return blocks[at]!.data?.beside === 'caption' && [blocks[at - 1], blocks[at + 1]].some((each) => each?.type === 'table')
}

/** Blocks without words of a language: they stand once, over all columns, or nowhere. */
function isShared({ type, data }: RootContent): boolean {
  return SHARED.has(type) || data?.kept === true
}

const SHARED: ReadonlySet<string> = new Set(['code', 'thematicBreak', 'yaml', 'definition'])

/** A list of one item, which counts on. */
function itemAlone(list: RootContent | undefined, at: number): List | undefined {
  if (list?.type !== 'list') return undefined
  const item: ListItem | undefined = list.children[at]
  return item && { ...list, ...(list.ordered && { start: (list.start ?? 1) + at }), children: [item] }
}

function row(cells: readonly { readonly tag: Tag; readonly block: RootContent | undefined }[]): RootContent {
  return {
    type: 'blockquote',
    data: { parallel: 'row' },
    children: cells.map(({ tag, block }) => ({
      type: 'blockquote',
      data: { parallel: 'cell', language: tag },
      children: block ? [block as BlockContent] : [],
    })),
  }
}

/** Notes of one name are one note, in each language, so that its number is the same in all columns. */
function notesOf(columns: Columns, renamings: readonly Rename[]): FootnoteDefinition[] {
  const all = columns.flatMap((edition, index) => {
    const rename = renamings[index]!
    const notes = edition.body.children.filter((node) => node.type === 'footnoteDefinition')
    return notes.map((note) => ({ tag: edition.tag, note: rename(note) as FootnoteDefinition }))
  })
  return [...Map.groupBy(all, ({ note }) => note.identifier).values()].map((same) => ({
    ...same[0]!.note,
    children: same.map(({ tag, note }) => ({
      type: 'blockquote' as const,
      data: { parallel: 'cell' as const, language: tag },
      children: note.children as BlockContent[],
    })),
  }))
}

/** Gives the places of a column names of its own, and its links to them. What stands once keeps its own. */
function renaming(edition: Edition, joined: ReadonlySet<number>): Rename {
  const { tag, body } = edition
  const once = new Set(blocksOf(edition).flatMap((block, at) => (isShared(block) || joined.has(at) ? (block.data?.id ?? []) : [])))
  const own = new Set(
    body.children
      .filter((block) => !isShared(block))
      .flatMap(idsIn)
      .filter((id) => !once.has(id)),
  )
  const named = (id: string): string => (own.has(id) ? beside(id, tag) : id)
  const rename = (node: Nodes): Nodes => {
    const { data } = node
    const renamed = data && {
      ...data,
      ...(data.id !== undefined && { id: named(data.id) }),
      ...(data.lead?.kind === 'place' && { lead: { ...data.lead, id: named(data.lead.id) } }),
    }
    const copy = { ...node, ...(renamed && { data: renamed }) }
    return 'children' in copy ? ({ ...copy, children: copy.children.map(rename) } as Nodes) : copy
  }
  return rename
}

function idsIn(node: Nodes): string[] {
  const id = node.data?.id
  return [...(id === undefined ? [] : [id]), ...('children' in node ? node.children.flatMap(idsIn) : [])]
}

function beside(id: string, tag: Tag): string {
  return `${id}.${tag}`
}

function joinedReasons(all: readonly DraftReasons[]): DraftReasons | undefined {
  const [first, ...more] = all
  if (!first) return undefined
  return more.reduce(
    (sum, each) => ({
      missing: sum.missing + each.missing,
      stale: sum.stale + each.stale,
      unreviewed: sum.unreviewed + each.unreviewed,
      wrong: sum.wrong + each.wrong,
      pictures: sum.pictures + each.pictures,
    }),
    first,
  )
}
