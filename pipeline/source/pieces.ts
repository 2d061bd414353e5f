import type { Nodes, Root } from 'mdast'
import { isProse } from './prose.ts'

/**
 * A piece of a Markdown text that can be parsed by itself: `text` holds the definitions too that it refers to, since
 * links and notes mean nothing without them. The piece itself is `text` from `start` to `end`; in the whole it stands from
 * `offset` and `line` on, both counted from 0.
 */
export interface Piece {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly offset: number
  readonly line: number
  /** Whether it holds prose alone, which needs no parser. */
  readonly isProse: boolean
}

/** Shorter texts are parsed in one go. */
const LONG = 50_000
/** The parser holds everything that it has seen of a text: small pieces take a fifth of the memory, and less time. */
const PIECE = 2_000

/** What may hold empty lines and go on after them at the margin. */
const SPANNING = /^ {0,3}(?:<(?:!|\?|pre|script|style|textarea)|`{3}|~{3})/im
/** What begins a block and cannot go on with the one before, once an empty line stands between. */
const BEGINNING = /\n\n+(?=(?:#{1,6} |[\p{L}“"(]))/gu
const DEFINITION = /^ {0,3}\[((?:\\.|[^[\]\\\n])+)\]:.*$/gm
const REFERENCE = /\[((?:\\.|[^[\]\\])+)\]/g
const FRONT_MATTER = /^---\n[\s\S]*?\n---(?:\n|$)/
/** What GitHub's Markdown makes a link of without any sign of one. */
const ADDRESS = /@|www\.|:\/\//i

/** Whether a text may hold an address that becomes a link by itself: the parser takes twice as long where it has to look for one. */
export function mayHoldAddress(text: string): boolean {
  return ADDRESS.test(text)
}

/**
 * Cuts a long text between blocks, where CommonMark lets no block reach across: after an empty line, before a heading or
 * a paragraph at the margin. A text with fenced code or blocks of HTML, which may hold such lines, stays whole. Prose, blocks
 * that may hold an address, and all others are kept apart.
 * Law: the pieces, each from its start to its end, joined, are the text.
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
    // Nothing may precede the front matter.
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

/** Joins the trees of the pieces into that of the whole, with every place as it is there. */
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
 * Labels are the same by Unicode case fold and whatever their white space (CommonMark 0.31, “matches”): to lower case and
 * back, as micromark does it, so that ẞ and ß are SS.
 */
export function normalLabel(label: string): string {
  return label.trim().replaceAll(/\s+/g, ' ').toLowerCase().toUpperCase()
}

/** The labels that a text may refer to, each as `normalLabel` gives it. */
export function labelsIn(text: string): Set<string> {
  return new Set([...text.matchAll(REFERENCE)].map(([, label]) => normalLabel(label!)))
}
