import type { PhrasingContent } from 'mdast'
import type { SegmentKind } from '../model/document.ts'
import { parseInline } from '../source/markdown.ts'

/** A part of a text: words, a code that stands alone, or a pair of codes around other parts. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'pair'; readonly open: string; readonly close: string; readonly parts: readonly Part[] }

/** `parseInline` parses a segment after two line feeds. */
const OFFSET = 2

/** The call of a note, and a simple argument of a message: what stands there is no word. */
const CALLS = /\[\^[^\]\s]+\]/g
const ARGUMENTS = /\{\w+\}/g

/** A sign that each mark of Markdown has. Parsing takes most of the time of an export, and most texts have none. */
const MARK = /[*_`~[<]/

/**
 * Parts a text into words and codes: Markdown’s marks, or a message’s arguments. Law: `textOf(partsOf(text))` equals the text.
 * @param kind absent for a message
 */
export function partsOf(text: string, kind: SegmentKind | undefined): Part[] {
  // A message with branches stays whole: only who sees all of it can translate it.
  if (kind === undefined) return /\{[^{}]*[{,]/.test(text) ? words(text) : cutAt(text, ARGUMENTS)
  if (text.includes('\n') || !MARK.test(text)) return words(text)
  const parts = markdownParts(parseInline(text, '', kind), text, 0, text.length)
  return textOf(parts) === text ? parts : words(text)
}

function textOf(parts: readonly Part[]): string {
  return parts
    .map((part) => (part.kind === 'text' ? part.text : part.kind === 'code' ? part.code : part.open + textOf(part.parts) + part.close))
    .join('')
}

function words(text: string): Part[] {
  return text === '' ? [] : [{ kind: 'text', text }]
}

function cutAt(text: string, codes: RegExp): Part[] {
  const parts: Part[] = []
  let done = 0
  for (const { 0: code, index } of text.matchAll(codes)) {
    parts.push(...words(text.slice(done, index)), { kind: 'code', code })
    done = index + code.length
  }
  return [...parts, ...words(text.slice(done))]
}

/** The parts between two offsets. What is no mark is words as they are written. */
function markdownParts(nodes: readonly PhrasingContent[], text: string, start: number, end: number): Part[] {
  const parts: Part[] = []
  let done = start
  for (const node of nodes) {
    const [from, to] = rangeOf(node)
    const part = from < done || to > end ? undefined : markOf(node, text, from, to)
    if (!part) continue
    parts.push(...cutAt(text.slice(done, from), CALLS), part)
    done = to
  }
  return [...parts, ...cutAt(text.slice(done, end), CALLS)]
}

function rangeOf({ position }: PhrasingContent): [number, number] {
  return [(position?.start.offset ?? -1) - OFFSET, (position?.end.offset ?? -1) - OFFSET]
}

/** A mark. Absent for words, and for an address that is written without one. */
function markOf(node: PhrasingContent, text: string, from: number, to: number): Part | undefined {
  if (node.type === 'text') return undefined
  const [first, last] = 'children' in node ? [node.children[0], node.children.at(-1)] : []
  if (!('children' in node) || !first || !last) return { kind: 'code', code: text.slice(from, to) }
  const [begin, end] = [rangeOf(first)[0], rangeOf(last)[1]]
  const [open, close] = [text.slice(from, begin), text.slice(end, to)]
  return open === '' && close === '' ? undefined : { kind: 'pair', open, close, parts: markdownParts(node.children, text, begin, end) }
}

/** Numbers of codes, from 1: of a translation those that its source has for the same code, else further ones. */
export function createNumbers(): (side: 'source' | 'target', code: string) => number {
  const free = new Map<string, number[]>()
  let last = 0
  return (side, code) => {
    const known = side === 'target' ? free.get(code)?.shift() : undefined
    const number = known ?? ++last
    if (side === 'source') free.set(code, [...(free.get(code) ?? []), number])
    return number
  }
}
