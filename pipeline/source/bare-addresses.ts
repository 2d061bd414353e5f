import type { FootnoteReference, Link, Nodes, Parents, Text } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import { normalLabel } from './pieces.ts'

type Point = NonNullable<Nodes['position']>['start']

/**
 * Quotation marks, which no address contains, and signs that may close after one. GitHub’s rule knows only ASCII signs at the
 * end; „…“-от has an ending.
 */
const BEYOND = /[„“”«»‹›]|[’‘‚…–—}]+$|["'’‘]-\p{L}{1,5}$|\[\^[^\s\]]*$|\[\^[^\s\]]+\]/u

/** A call of a note. */
const CALL = /\[\^([^\s\]]+)\]/gu

/**
 * Ends bare addresses before a closing quotation mark or bracket, „https://example.org/“, and before the call of a note,
 * https://example.org/.[^1]. The parser extends them to the next space. Texts stay the same; nodes without a position get one.
 * @param source the text that the tree was parsed from
 */
export function endBareAddresses<Tree extends Nodes>(tree: Tree, source: string): Tree {
  visit(tree, (node: Nodes) => {
    if ('children' in node && node.children.some(({ position }) => !position)) place(node, source)
  })
  let notes: ReadonlySet<string> | undefined
  visit(tree, 'link', (link, index, parent) => {
    const text = bareText(link)
    const at = text ? endOf(text.value) : 0
    if (text === undefined || at <= 0 || at === text.value.length || index === undefined) return undefined
    const { children } = parent as Parents
    const rest = cut(link, text, at)
    if (!rest.value.includes('[^')) children.splice(index + 1, 0, rest)
    else {
      const next = children[index + 1]
      const whole = next?.type === 'text' ? joined(rest, next) : rest
      children.splice(index + 1, next?.type === 'text' ? 1 : 0, ...withCalls(whole, (notes ??= notesIn(tree)), source))
    }
    return [SKIP, index + 2]
  })
  return tree
}

/**
 * Adds positions to the children of a node. The parser finds an address after a sign such as „ in the finished text, and gives
 * neither it nor its neighbours a position (mdast-util-gfm-autolink-literal 2.0).
 */
function place({ children, position }: Parents, source: string): void {
  if (!position) return
  const ends = children.map(({ position: own }) => own?.start.offset)
  for (let at = ends.length - 1; at >= 0; at--) ends[at] ??= ends[at + 1] ?? position.end.offset!
  let at = position.start
  for (const [index, child] of children.entries()) {
    if (!child.position) {
      const text = child.type === 'text' ? child.value : child.type === 'link' ? (child.children[0] as Text).value : ''
      const next = ends[index]!
      const found = source.slice(at.offset, next).indexOf(text)
      const start = moved(at, source, at.offset! + Math.max(found, 0))
      // A text with an entity differs from its source.
      child.position = { start, end: moved(start, source, found >= 0 ? start.offset + text.length : next) }
      if (child.type === 'link') child.children[0]!.position = child.position
    }
    at = child.position.end
  }
}

function moved({ line, column, offset = 0 }: Point, source: string, to: number): Point & { readonly offset: number } {
  const passed = source.slice(offset, to)
  const lines = passed.split('\n')
  return { line: line + lines.length - 1, column: lines.length > 1 ? lines.at(-1)!.length + 1 : column + passed.length, offset: to }
}

/** Offset of an address’s end: before signs beyond it, and before trailing signs that GitHub removes. */
function endOf(address: string): number {
  const at = Math.min(...[address.search(BEYOND), wordsAt(address)].map((each) => (each < 0 ? address.length : each)))
  if (at === address.length) return at
  let end = at
  while (/[?!.,:;'"*_~\]]/.test(address[end - 1] ?? '') || closesAlone(address.slice(0, end))) end--
  return end
}

/**
 * Where another tool’s link goes on after its address without a space, or -1: https://example.org[words],
 * <https://example.org|words>, [[https://example.org][words]]. The values of a question may have all these signs.
 */
function wordsAt(address: string): number {
  const [path] = address.split('?', 1) as [string]
  const [bar, first, last, closing] = [path.indexOf('|'), path.indexOf('['), path.lastIndexOf('['), path.indexOf(']')]
  const closed = address.indexOf(']', last)
  if (closing >= 0 && (first < 0 || closing < first)) return closing
  if (last > 0 && (closed < 0 || (closed === address.length - 1 && path[last - 1] !== '/'))) return last
  return bar
}

function closesAlone(address: string): boolean {
  return address.endsWith(')') && address.split(')').length > address.split('(').length
}

function notesIn(tree: Nodes): ReadonlySet<string> {
  const notes = new Set<string>()
  visit(tree, 'footnoteDefinition', ({ identifier }) => void notes.add(normalLabel(identifier)))
  return notes
}

function joined(first: Text, second: Text): Text {
  return {
    type: 'text',
    value: first.value + second.value,
    position: { start: first.position!.start, end: second.position!.end },
  }
}

/** Splits the text after an address at calls of notes. The address took it literally, so it contains no entities. */
function withCalls({ value, position }: Text, notes: ReadonlySet<string>, source: string): (Text | FootnoteReference)[] {
  const { start, end } = position!
  const parts: (Text | FootnoteReference)[] = []
  let [at, from] = [0, start]
  const addText = (to: number, until: Point): void => {
    if (to > at) parts.push({ type: 'text', value: value.slice(at, to), position: { start: from, end: until } })
  }
  for (const { 0: call, 1: label, index } of value.matchAll(CALL)) {
    if (!notes.has(normalLabel(label!))) continue
    const begins = moved(start, source, start.offset! + index)
    addText(index, begins)
    from = moved(begins, source, begins.offset + call.length)
    parts.push({
      type: 'footnoteReference',
      identifier: normalLabel(label!).toLowerCase(),
      label: label!,
      position: { start: begins, end: from },
    })
    at = index + call.length
  }
  addText(value.length, end)
  return parts
}

/** Text of a bare address, without brackets. Absent for any other link. */
function bareText({ children: [only, ...others], position, title }: Link): Text | undefined {
  if (only?.type !== 'text' || others.length > 0 || title) return undefined
  const length = (position?.end.offset ?? 0) - (position?.start.offset ?? 0)
  return length === only.value.length ? only : undefined
}

/** Shortens a link, and returns the text after it. */
function cut(link: Link, text: Text, at: number): Text {
  const [address, rest] = [text.value.slice(0, at), text.value.slice(at)]
  link.url = link.url.slice(0, link.url.length - rest.length)
  text.value = address
  const { start, end } = link.position!
  const middle = { line: start.line, column: start.column + at, offset: start.offset! + at }
  link.position = { start, end: middle }
  text.position = { start, end: middle }
  return { type: 'text', value: rest, position: { start: middle, end } }
}
