import type { Nodes, Root } from 'mdast'
import { isProse } from './prose.ts'

/**
 * A piece of a Markdown text that can be parsed alone. `text` includes the definitions that it refers to. The piece itself is
 * `text` from `start` to `end`. Its place in the whole is `offset` and `line`, both from 0.
 */
export interface Piece {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly offset: number
  readonly line: number
  /** True if it contains only prose, which needs no parser. */
  readonly isProse: boolean
}

/** Limit of length in characters below which a text is parsed whole. */
const LONG = 50_000
/**
 * Size of pieces in characters. Small ones take a fifth of the memory, because the parser keeps everything it has seen of a text.
 */
const PIECE = 2_000

/** Constructs that may contain empty lines and continue at the margin. */
const SPANNING = /^ {0,3}(?:<(?:!|\?|pre|script|style|textarea)|`{3}|~{3})/im
/** Beginning of a block that cannot continue the one before an empty line. */
const BEGINNING = /\n\n+(?=(?:#{1,6} |[\p{L}“"(]))/gu
const DEFINITION = /^ {0,3}\[((?:\\.|[^[\]\\\n])+)\]:.*$/gm
const REFERENCE = /\[((?:\\.|[^[\]\\])+)\]/g
const FRONT_MATTER = /^---\n[\s\S]*?\n---(?:\n|$)/
/** Signs of a bare address. */
const ADDRESS = /@|www\.|:\/\//i

/** True if a text may contain a bare address. Searching for them doubles the parser’s time. */
export function mayHoldAddress(text: string): boolean {
  return ADDRESS.test(text)
}

/**
 * Cuts a long text between blocks that CommonMark keeps separate: after an empty line, before a heading or paragraph at the
 * margin. A text with fenced code or HTML blocks stays whole, because these may contain such lines. Prose, blocks with possible
 * addresses, and others are in separate pieces. Law: the pieces, each from its start to its end, join to the text.
 */
export function cutMarkdown(text: string): Piece[] {
  if (text.length < LONG || SPANNING.test(text)) return [{ text, start: 0, end: text.length, offset: 0, line: 0, isProse: false }]
  const start = FRONT_MATTER.exec(text)?.[0].length ?? 0
  const definitions = new Map([...text.matchAll(DEFINITION)].toReversed().map(([definition, label]) => [normalLabel(label!), definition]))
  const pieces: Piece[] = []
  let [offset, line] = [0, 0]
  let kind: Kind = 'other'
  const add = (end: number): void => {
    const own = text.slice(offset, end)
    const referred = [...labelsIn(own)].flatMap((label) => definitions.get(label) ?? []).join('\n\n')
    // Nothing may precede front matter.
    const before = offset === 0 ? '' : `${referred}\n\n`
    const after = offset === 0 ? `\n\n${referred}` : ''
    const place = { start: before.length, end: before.length + own.length, offset, line }
    pieces.push({ text: before + own + after, ...place, isProse: kind === 'prose' })
    offset = end
    line += own.split('\n').length - 1
  }
  let begin = 0
  const take = (end: number): void => {
    const next = kindOf(text.slice(begin, end))
    if (begin - offset >= PIECE || (begin > offset && next !== kind)) add(begin)
    ;[begin, kind] = [end, next]
  }
  for (const { index, 0: empty } of text.matchAll(BEGINNING)) if (index > start) take(index + empty.length)
  take(text.length)
  add(text.length)
  return pieces
}

/** Joins the trees of pieces, with positions in the whole text. */
export function joinTrees(parts: readonly (Piece & { readonly tree: Root })[]): Root {
  const children = parts.flatMap(({ tree, text, start, end, offset, line }) => {
    const own = tree.children.filter(({ position }) => position!.start.offset! >= start && position!.start.offset! < end)
    const lines = line - (text.slice(0, start).split('\n').length - 1)
    if (offset !== start || lines !== 0) for (const child of own) shift(child, offset - start, lines)
    return own
  })
  return { ...parts[0]!.tree, children }
}

type Kind = 'prose' | 'address' | 'other'

function kindOf(block: string): Kind {
  return isProse(block) ? 'prose' : mayHoldAddress(block) ? 'address' : 'other'
}

function shift(node: Nodes, characters: number, lines: number): void {
  for (const point of node.position ? [node.position.start, node.position.end] : []) {
    point.offset = point.offset! + characters
    point.line += lines
  }
  if ('children' in node) for (const child of node.children) shift(child, characters, lines)
}

/**
 * Normalizes a label by Unicode case folding and white space (CommonMark 0.31, “matches”). As in micromark, to lower case and
 * back, so that ẞ and ß are SS.
 */
export function normalLabel(label: string): string {
  return label.trim().replaceAll(/\s+/g, ' ').toLowerCase().toUpperCase()
}

/** Labels that a text may refer to, normalized. */
export function labelsIn(text: string): Set<string> {
  return new Set([...text.matchAll(REFERENCE)].map(([, label]) => normalLabel(label!)))
}
