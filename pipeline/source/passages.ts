import type { Nodes, Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { Passage, SegmentKind, TranslatedNode } from '../model.ts'

/**
 * The passages of a Markdown tree in reading order. `source` is the text that the tree was parsed from.
 * Law: `parseInline` of a passage's text gives its node's children again, soft line breaks aside.
 */
export function passagesOf(tree: Root, source: string, file: string): Passage[] {
  const passages: Passage[] = []
  let section = ''
  const add = (node: TranslatedNode, kind: SegmentKind, text: string): void => {
    if (text === '') return
    const { line, column } = node.position!.start
    passages.push({ kind, text, place: { file, line, column }, section, node })
  }
  const visit = (node: Nodes, kind: SegmentKind): void => {
    switch (node.type) {
      case 'heading':
        section = toString(node)
        return add(node, 'heading', inlineSource(node, source))
      case 'paragraph': {
        // A picture by itself is a figure: its alternative text is what there is to translate.
        const [only, ...others] = node.children
        if (only?.type === 'image' && others.length === 0) return add(only, 'alternative', only.alt ?? '')
        return add(node, kind, inlineSource(node, source))
      }
      case 'tableCell':
        return add(node, 'cell', inlineSource(node, source))
      case 'listItem':
        return node.children.forEach((child) => visit(child, 'item'))
      case 'footnoteDefinition':
        return node.children.forEach((child) => visit(child, 'note'))
      default:
        if ('children' in node) node.children.forEach((child) => visit(child, kind))
    }
  }
  visit(tree, 'paragraph')
  return passages
}

/** The Markdown between a node's first child and its last, on one line; the marks of a quotation around it are left out. */
function inlineSource(node: Exclude<TranslatedNode, { type: 'image' }>, source: string): string {
  const first = node.children[0]
  const last = node.children.at(-1)
  if (!first || !last) return ''
  const [start, end] = contentOf(node, source)
  return source
    .slice(first.position?.start.offset ?? start, last.position?.end.offset ?? end)
    .replaceAll(/(?: {2,}|\\)\n[ \t>]*/g, '\\\n')
    .replaceAll(/(?<!\\)\s*\n[ \t>]*/g, ' ')
    .trim()
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
  const visit = (node: Nodes): void => {
    if (node.type === 'definition') definitions.push(source.slice(node.position!.start.offset, node.position!.end.offset))
    else if (node.type === 'footnoteDefinition') definitions.push(`[^${node.label ?? node.identifier}]: .`)
    if ('children' in node) node.children.forEach((child) => visit(child))
  }
  visit(tree)
  return definitions.join('\n\n')
}
