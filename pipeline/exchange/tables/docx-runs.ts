import { addressOf } from './addresses.ts'
import { isOff } from './docx-styles.ts'
import type { Tracked } from './grid.ts'
import { childOf, textIn, type Node } from './office-xml.ts'
import { BREAK, type Piece, type Style } from './pieces.ts'
import { wording, type Worded, type Words } from '../../wording.ts'

/** What is needed to read the runs of a document. */
export interface RunContext {
  /** Addresses of links by relation. */
  readonly addresses: ReadonlyMap<string, string>
  /** The style of a run, from its properties. */
  readonly styleOf: (properties: Node | undefined) => Style
  /** True if changes that are noted down are left as they are. */
  readonly keepsTracked: boolean
}

/** What stands in a cell. */
export interface CellContent {
  readonly pieces: readonly Piece[]
  readonly tracked: readonly Tracked[]
  /** Ids of comments. */
  readonly comments: readonly string[]
  readonly foreign?: Words | undefined
  readonly by?: string | undefined
}

/** Elements in a text that are no text, by what people call them. */
const FOREIGN: Readonly<Record<string, Worded>> = {
  drawing: wording`a picture or a drawing`,
  pict: wording`a picture or a drawing`,
  object: wording`an embedded object`,
  oMath: wording`an equation`,
  footnoteReference: wording`a footnote of Word`,
  endnoteReference: wording`an endnote of Word`,
  tbl: wording`a table`,
}

/** Signs that Word has elements for (ISO/IEC 29500-1, 17.3.3). */
const SIGNS: Readonly<Record<string, string>> = {
  tab: '\t',
  ptab: '\t',
  noBreakHyphen: '\u2011',
  softHyphen: '\u00AD',
  br: BREAK,
  cr: BREAK,
}

/** Parts that hold no words of the text: properties, and the second form of what other programs cannot show. */
const SILENT: ReadonlySet<string> = new Set([
  'pPr',
  'rPr',
  'sdtPr',
  'sdtEndPr',
  'tcPr',
  'Fallback',
  'delInstrText',
  'fldData',
  'annotationRef',
])

/**
 * Reads the words of a cell, each paragraph after a line feed.
 * Changes that are noted down are accepted, or left as they are: then what was inserted is not read, and what was deleted is.
 */
export function readCell(cell: Node, context: RunContext): CellContent {
  const pieces: Piece[] = []
  const tracked = new Map<string, { by?: string | undefined; inserted: string; deleted: string }>()
  const comments = new Set<string>()
  const fields: Field[] = []
  let foreign: Words | undefined
  let by: string | undefined
  let isJoined = true

  const note = (change: 'inserted' | 'deleted', node: Node | undefined, text: string): void => {
    const author = node?.attributes['author']
    by ??= author
    const known = tracked.get(author ?? '') ?? { by: author, inserted: '', deleted: '' }
    known[change] += text
    tracked.set(author ?? '', known)
  }
  const add = (text: string, style: Style, state: State): void => {
    if (state.change && text !== '') note(state.change, state.node, text)
    if (state.change === (context.keepsTracked ? 'inserted' : 'deleted')) return
    const address = state.link ?? fields.at(-1)?.link
    if (text !== '') pieces.push({ text, ...style, link: address === undefined ? undefined : addressOf(address) })
  }
  const visitRun = (run: Node, state: State): void => {
    const properties = childOf(run, 'rPr')
    if (childOf(properties, 'vanish') && !isOff(childOf(properties, 'vanish')!)) return
    const style = context.styleOf(properties)
    for (const child of run.children) {
      if (typeof child === 'string') continue
      if (child.name === 't' || child.name === 'delText') add(textIn(child), style, state)
      else if (child.name === 'instrText') {
        const open = fields.at(-1)
        if (open) open.instruction += textIn(child)
      } else if (child.name === 'fldChar') fieldMark(child.attributes['fldCharType'], fields)
      else if (child.name === 'commentReference') comments.add(child.attributes['id'] ?? '')
      else if (child.name === 'br' && ['page', 'column'].includes(child.attributes['type'] ?? '')) continue
      else if (SIGNS[child.name] !== undefined) add(SIGNS[child.name]!, style, state)
      else if (child.name === 'sym') add(symbolOf(child), style, state)
      else if (child.name === 'AlternateContent') visit(child, state)
      else foreign ??= FOREIGN[child.name]
    }
  }
  const visit = (node: Node, state: State): void => {
    for (const child of node.children) {
      if (typeof child === 'string' || SILENT.has(child.name)) continue
      if (child.name === 'r') visitRun(child, state)
      else if (child.name === 'p') paragraph(child, state)
      else if (child.name === 'ins' || child.name === 'moveTo') visit(child, { ...state, change: 'inserted', node: child })
      else if (child.name === 'del' || child.name === 'moveFrom') visit(child, { ...state, change: 'deleted', node: child })
      else if (child.name === 'hyperlink') visit(child, { ...state, link: linkAddress(child, context) })
      else if (child.name === 'fldSimple') visit(child, { ...state, link: fieldAddress(child.attributes['instr'] ?? '') })
      else if (child.name === 'commentRangeStart') comments.add(child.attributes['id'] ?? '')
      else if (FOREIGN[child.name] !== undefined) foreign ??= FOREIGN[child.name]
      else visit(child, state)
    }
  }
  /** The end of a paragraph may be noted down as inserted or deleted itself (ISO/IEC 29500-1, 17.13.5). */
  const paragraph = (node: Node, state: State): void => {
    if (!isJoined) pieces.push({ text: '\n' })
    visit(node, state)
    const end = childOf(node, 'pPr', 'rPr')
    const [inserted, deleted] = [childOf(end, 'ins') ?? childOf(end, 'moveTo'), childOf(end, 'del') ?? childOf(end, 'moveFrom')]
    if (inserted) note('inserted', inserted, '\n')
    if (deleted) note('deleted', deleted, '\n')
    isJoined = (context.keepsTracked ? inserted : deleted) !== undefined
  }
  visit(cell, {})
  return { pieces, tracked: [...tracked.values()], comments: [...comments], foreign, by }
}

/** Where a run stands. */
interface State {
  readonly change?: 'inserted' | 'deleted'
  readonly node?: Node
  readonly link?: string | undefined
}

/** Programs part an address from the place in its page (ISO/IEC 29500-1, 17.16.22). */
function linkAddress({ attributes }: Node, { addresses }: RunContext): string | undefined {
  const page = addresses.get(attributes['id'] ?? '')
  const place = attributes['anchor']
  return page === undefined || place === undefined || page.includes('#') ? page : `${page}#${place}`
}

/** The address of a field that is a link (ISO/IEC 29500-1, 17.16.5.25). */
function fieldAddress(instruction: string): string | undefined {
  const page = /\bHYPERLINK\s+"([^"]+)"/.exec(instruction)?.[1]
  const place = /\\l\s+"([^"]+)"/.exec(instruction)?.[1]
  return page === undefined || place === undefined || page.includes('#') ? page : `${page}#${place}`
}

/** A field that was begun. */
interface Field {
  instruction: string
  /** The address of its words, or of those around it. */
  link: string | undefined
}

function fieldMark(type: string | undefined, fields: Field[]): void {
  const last = fields.at(-1)
  if (type === 'begin') fields.push({ instruction: '', link: last?.link })
  else if (type === 'end') fields.pop()
  else if (type === 'separate' && last) last.link = fieldAddress(last.instruction)
}

/** A sign by its place in a font: symbol fonts have theirs at private places (ISO/IEC 29500-1, 17.3.3.30). */
function symbolOf({ attributes }: Node): string {
  const point = parseInt(attributes['char'] ?? '', 16)
  if (Number.isNaN(point)) return ''
  return String.fromCodePoint(point >= 0xf000 && point <= 0xf0ff ? point - 0xf000 : point)
}
