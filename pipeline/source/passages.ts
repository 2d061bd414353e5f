import type { Image, ImageReference, Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { UnkeyedSegment, SegmentKind, TranslatedNode } from '../model/document.ts'
import { linkDefinitions, resourceOf } from './links.ts'
import { withPipes } from './markdown.ts'
import { plainText } from './plain-text.ts'
import { isWordless } from './wordless.ts'

/**
 * The passages of a Markdown tree in reading order. `source` is the text of the tree. Law: `parseInline` of a passage’s text
 * equals its node’s children, except for soft line breaks.
 */
export function passagesOf(tree: Root, source: string, file: string): UnkeyedSegment[] {
  const passages: UnkeyedSegment[] = []
  const definitions = linkDefinitions(tree)
  let section = ''
  const add = (node: TranslatedNode, kind: SegmentKind, text: string): void => {
    if (text === '') return
    const { line, column } = node.position!.start
    passages.push({ kind, text, place: { file, line, column }, section, node })
  }
  // A picture alone is a figure. Its alternative text and its title, the caption, are translated.
  const addFigure = (image: Image | ImageReference): void => {
    add(image, 'alternative', image.alt ?? '')
    add(image, 'caption', (resourceOf(image, definitions)?.title ?? '').replaceAll(/\s+/g, ' ').trim())
  }
  const take = (node: Nodes, kind: SegmentKind): void => {
    if (node.data?.kept || node.data?.isTitle) return
    switch (node.type) {
      case 'heading':
        section = plainText(node)
        if (isWordless(node)) return
        return add(node, 'heading', inlineSource(node, source).text)
      case 'paragraph': {
        const [only, ...others] = node.children
        if (isWordless(node)) return
        if ((only?.type === 'image' || only?.type === 'imageReference') && others.length === 0) return addFigure(only)
        return add(node, kind, inlineSource(node, source).text)
      }
      case 'tableCell':
        if (isWordless(node)) return
        return add(node, 'cell', inlineSource(node, source).text)
      case 'table':
        // Cells beyond the columns of the head are in no edition.
        return node.children.forEach((row) => row.children.slice(0, node.align?.length).forEach((cell) => take(cell, 'cell')))
      case 'listItem':
        return node.children.forEach((child) => take(child, 'item'))
      case 'footnoteDefinition':
        return node.children.forEach((child) => take(child, 'note'))
      default:
        if ('children' in node) node.children.forEach((child) => take(child, kind))
    }
  }
  take(tree, 'paragraph')
  return passages
}

/** A replacement of a range in the source. */
interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A text made from another, with the offset in the other of each unit. */
interface Made {
  readonly text: string
  readonly at: (unit: number) => number
}

/**
 * The Markdown from a node’s first child to its last, on one line. The signs `>` of a quotation around it, comments, and
 * escapes of pipes in code are left out. `at` maps to offsets in the source.
 */
function inlineSource(node: Exclude<TranslatedNode, Image | ImageReference>, source: string): Made {
  const first = node.children[0]
  const last = node.children.at(-1)
  if (!first || !last) return { text: '', at: () => node.position!.start.offset! }
  const [contentStart, contentEnd] = contentOf(node, source)
  const start = first.position?.start.offset ?? contentStart
  const end = last.position?.end.offset ?? contentEnd
  const whole = { text: source.slice(start, end), at: (unit: number) => start + unit }
  const comments = (node.data?.comments ?? []).filter((comment) => comment[0] >= start && comment[1] <= end)
  const edits = comments.map(([from, to]): Edit => ({ start: from - start, end: to - start, text: '' }))
  if (node.type === 'tableCell') edits.push(...pipesIn(node, source, start))
  const withBreaks = replaced(edited(whole, edits), /(?: {2,}|\\)\n[ \t>]*/g, '\\\n')
  return trimmed(replaced(withBreaks, /(?<!\\)\s*\n[ \t>]*/g, ' '))
}

/** Offset in the source of a unit of a passage’s text. Absent for passages that are not lines of text, such as a picture’s. */
export function sourceOffset(node: TranslatedNode, source: string, unit: number): number | undefined {
  return node.type === 'image' || node.type === 'imageReference' ? undefined : inlineSource(node, source).at(unit)
}

function pipesIn(cell: Nodes, source: string, offset: number): Edit[] {
  const edits: Edit[] = []
  visit(cell, 'inlineCode', ({ position }) => {
    const [start, end] = [position!.start.offset!, position!.end.offset!]
    edits.push({ start: start - offset, end: end - offset, text: withPipes(source.slice(start, end)) })
  })
  return edits
}

function replaced(made: Made, expression: RegExp, text: string): Made {
  const edits = [...made.text.matchAll(expression)].map(({ 0: found, index }): Edit => ({ start: index, end: index + found.length, text }))
  return edited(made, edits)
}

function trimmed({ text, at }: Made): Made {
  const before = text.length - text.trimStart().length
  return { text: text.trim(), at: (unit) => at(unit + before) }
}

function edited(made: Made, edits: readonly Edit[]): Made {
  if (edits.length === 0) return made
  const sorted = edits.toSorted((a, b) => a.start - b.start)
  let text = ''
  let end = 0
  for (const edit of sorted) {
    text += made.text.slice(end, edit.start) + edit.text
    end = Math.max(end, edit.end)
  }
  const at = (unit: number): number => {
    let shift = 0
    for (const edit of sorted) {
      if (edit.start + edit.text.length + shift > unit) break
      shift += edit.text.length - (edit.end - edit.start)
    }
    return made.at(unit - shift)
  }
  return { text: text + made.text.slice(end), at }
}

/** Syntax before and after a node’s content. */
const AROUND: Partial<Record<Nodes['type'], readonly [before: RegExp, after: RegExp]>> = {
  heading: [/^[ \t]*#{1,6}[ \t]+/, /[ \t]+#+[ \t]*$/],
  tableCell: [/^\|?[ \t]*/, /[ \t]*\|?$/],
}

/** Offsets of a node’s content. Bare addresses, and texts beside them, may lack positions (mdast-util-gfm-autolink-literal). */
function contentOf({ type, position }: Nodes, source: string): [start: number, end: number] {
  const [start, end] = [position!.start.offset!, position!.end.offset!]
  const whole = source.slice(start, end)
  const [before, after] = (AROUND[type] ?? []).map((expression) => expression.exec(whole)?.[0].length ?? 0)
  return [start + (before ?? 0), end - (after ?? 0)]
}

/** Definitions of a tree as Markdown, for parsing single segments: links in full, notes by label only. */
export function definitionsOf(tree: Root, source: string): string {
  const definitions: string[] = []
  const collect = (node: Nodes): void => {
    if (node.type === 'definition') definitions.push(source.slice(node.position!.start.offset, node.position!.end.offset))
    else if (node.type === 'footnoteDefinition') definitions.push(`[^${node.label ?? node.identifier}]: .`)
    if ('children' in node) node.children.forEach(collect)
  }
  collect(tree)
  return definitions.join('\n\n')
}
