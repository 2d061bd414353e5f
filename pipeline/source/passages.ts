import type { Image, ImageReference, Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Passage, SegmentKind, TranslatedNode } from '../model/document.ts'
import { linkDefinitions, resourceOf } from './links.ts'
import { withPipes } from './markdown.ts'
import { plainText } from './plain-text.ts'
import { isWordless } from './wordless.ts'

/**
 * The passages of a Markdown tree in reading order. `source` is the text that the tree was parsed from.
 * Law: `parseInline` of a passage's text gives its node's children again, soft line breaks aside.
 */
export function passagesOf(tree: Root, source: string, file: string): Passage[] {
  const passages: Passage[] = []
  const definitions = linkDefinitions(tree)
  let section = ''
  const add = (node: TranslatedNode, kind: SegmentKind, text: string): void => {
    if (text === '') return
    const { line, column } = node.position!.start
    passages.push({ kind, text, place: { file, line, column }, section, node })
  }
  // A picture by itself is a figure: its alternative text is translated, and its title, which is the caption.
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
        // A cell beyond the columns of the head is in no edition.
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

/** Text in the place of what stands in the source. */
interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A text that was made of another, and the way back: the offset in the other at which a unit of it stood. */
interface Made {
  readonly text: string
  readonly at: (unit: number) => number
}

/**
 * The Markdown between a node's first child and its last, on one line. The marks of a quotation around it are left out,
 * comments, and what keeps a pipe in code from parting cells. `at` gives offsets in the source.
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

/** The offset in the source of a unit of a passage's text; nothing for one that is no line of text, such as a picture's. */
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

/** What stands around a node's content, before and after it. */
const AROUND: Partial<Record<Nodes['type'], readonly [before: RegExp, after: RegExp]>> = {
  heading: [/^[ \t]*#{1,6}[ \t]+/, /[ \t]+#+[ \t]*$/],
  tableCell: [/^\|?[ \t]*/, /[ \t]*\|?$/],
}

/**
 * The offsets of a node's content: an address that GitHub's Markdown finds in a text afterwards has no place of its own,
 * nor has the text around it (mdast-util-gfm-autolink-literal).
 */
function contentOf({ type, position }: Nodes, source: string): [start: number, end: number] {
  const [start, end] = [position!.start.offset!, position!.end.offset!]
  const whole = source.slice(start, end)
  const [before, after] = (AROUND[type] ?? []).map((expression) => expression.exec(whole)?.[0].length ?? 0)
  return [start + (before ?? 0), end - (after ?? 0)]
}

/** The definitions of a tree as Markdown, for parsing a segment by itself: links whole, footnotes by name alone. */
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
