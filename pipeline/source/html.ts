import type { Html, Nodes, PhrasingContent, Root } from 'mdast'
import { decodeString } from 'micromark-util-decode-string'
import type { InlineElement } from '../model/markdown.ts'
import { anchorsIn, anchorTags } from './anchor-tags.ts'

/** CommonMark 0.31, 6.6, “HTML comment”. */
const COMMENT = /<!--(?:-?>|[\s\S]*?-->)/g
/** A comment that is not closed. */
const OPEN_COMMENT = /<!--[\s\S]*$/
/** A comment that keeps a block from translation, on the line before it or in it. */
const KEEP = /<!--\s*translate\s*:\s*no\s*-->/i
const LINE_BREAK = /^(?:<br[ \t]*\/?>\s*)+$/i
const OPENING = /^<(?:(sub|sup|kbd)|abbr\s+title\s*=\s*(?:"([^"]*)"|'([^']*)'))\s*>$/i
const CLOSING = /^<\/(sub|sup|kbd|abbr)\s*>$/i
const REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z\d]{1,31});/gi

/** Node types that contain blocks. All others contain words. */
const HOLDS_BLOCKS: ReadonlySet<Nodes['type']> = new Set([
  'root',
  'blockquote',
  'footnoteDefinition',
  'list',
  'listItem',
  'table',
  'tableRow',
])

/** Offsets in the source. */
type Range = [start: number, end: number]

/**
 * Resolves the raw HTML of a tree, in place. Comments are removed; “translate: no” keeps the block after or around it from
 * translation. Anchors are removed, and name the block after or around them. `<br>`, `<sub>`, `<sup>`, `<kbd>` and `<abbr title>`
 * become nodes. All other tags, and tags without partner, stay raw HTML.
 */
export function takeHtml(tree: Root): void {
  takeIn(tree, tree)
}

/** The visible part of raw HTML. A comment that is not closed hides the rest. */
export function shownOf({ value }: Html): string {
  return value.replace(OPEN_COMMENT, '').trimEnd()
}

function takeIn(node: Nodes, block: Nodes): void {
  if (!('children' in node)) return
  const isOfBlocks = HOLDS_BLOCKS.has(node.type)
  for (const child of node.children) takeIn(child, isOfBlocks ? child : block)
  const list: { children: Nodes[] } = node
  if (list.children.some((child) => child.type === 'html' || (isOfBlocks && anchorsAlone(child).length > 0)))
    list.children = isOfBlocks ? takeBlocks(list.children, block) : takeWords(list.children as PhrasingContent[], block)
}

function takeBlocks(children: readonly Nodes[], parent: Nodes): Nodes[] {
  let keeps = false
  let names: string[] = []
  const left = children.filter((child) => {
    const anchors = child.type === 'html' ? anchorsIn(child.value.replaceAll(COMMENT, '')) : anchorsAlone(child)
    if (anchors.length === 0 && child.type !== 'html') {
      if (keeps) keep(child)
      nameBlock(child, names)
      keeps = false
      names = []
      return true
    }
    if (child.type === 'html') {
      keeps ||= KEEP.test(child.value)
      child.value = child.value.replaceAll(COMMENT, '').trim()
      if (child.value !== '' && !LINE_BREAK.test(child.value) && anchors.length === 0) return true
    }
    names.push(...anchors)
    note(parent, rangeOf(child))
    return false
  })
  // No block follows the anchors.
  nameBlock(left.at(-1) ?? parent, names)
  return left
}

/** Names in a paragraph that contains only anchors. */
function anchorsAlone(block: Nodes): readonly string[] {
  return block.type === 'paragraph' && block.children.length === 0 ? (block.data?.anchors ?? []) : []
}

/** Adds link targets to a block. */
function nameBlock(block: Nodes, names: readonly string[]): void {
  if (names.length > 0) (block.data ??= {}).anchors = [...(block.data.anchors ?? []), ...names]
}

/** Keeps a block from translation. A note is kept through its blocks. */
export function keep(block: Nodes): void {
  if (block.type === 'footnoteDefinition') block.children.forEach(keep)
  else block.data = { ...block.data, kept: true }
}

function takeWords(children: readonly PhrasingContent[], block: Nodes): PhrasingContent[] {
  const words: PhrasingContent[] = []
  const anchors = anchorTags(children)
  const isSilent = (node: Nodes): node is Html => isComment(node) || anchors.has(node)
  for (const [index, child] of children.entries()) {
    const before = words.at(-1)
    if (!isSilent(child)) {
      // Texts around a removed comment or tag are joined.
      if (before?.type === 'text' && child.type === 'text') {
        before.value += child.value
        if (before.position && child.position) before.position.end = child.position.end
      } else words.push(child)
      continue
    }
    if (KEEP.test(child.value)) keep(block)
    nameBlock(block, anchors.get(child) ?? [])
    // Adjacent blanks are removed too, if they would be doubled or stand at an end.
    let [start, end] = rangeOf(child)
    const after = children.slice(index + 1).find((each) => !isSilent(each))
    if (before?.type === 'text' && (!after || (after.type === 'text' && /^\s/.test(after.value)))) {
      const value = before.value.replace(/[ \t]+$/, '')
      start -= before.value.length - value.length
      before.value = value
    } else if (!before && after?.type === 'text') {
      const value = after.value.replace(/^[ \t]+/, '')
      end += after.value.length - value.length
      after.value = value
    }
    note(block, [start, end])
  }
  return paired(words.filter((each) => each.type !== 'text' || each.value !== ''))
}

/** Replaces pairs of tags by elements. */
function paired(words: readonly PhrasingContent[]): PhrasingContent[] {
  const made: PhrasingContent[] = []
  const open: { readonly at: number; readonly element: InlineElement }[] = []
  for (const word of words) {
    const element = word.type === 'html' ? elementOf(word) : undefined
    if (element) open.push({ at: made.length, element })
    const name = word.type === 'html' ? CLOSING.exec(word.value)?.[1]?.toLowerCase() : undefined
    const opening = open.findLastIndex((each) => each.element.name === name)
    const begun = open[opening]
    if (word.type === 'html' && LINE_BREAK.test(word.value)) made.push({ type: 'break', position: word.position })
    else if (begun && begun.at < made.length - 1) {
      begun.element.children = made.splice(begun.at).slice(1)
      if (begun.element.position && word.position) begun.element.position.end = word.position.end
      made.push(begun.element)
      open.length = opening
    } else made.push(word)
  }
  return made
}

/** The element of an opening tag. */
function elementOf({ value, position }: Html): InlineElement | undefined {
  const found = OPENING.exec(value)
  if (!found) return undefined
  const name = (found[1]?.toLowerCase() ?? 'abbr') as InlineElement['name']
  const title = (found[2] ?? found[3])?.replaceAll(REFERENCE, decodeString)
  return {
    type: 'inlineElement',
    name,
    ...(title !== undefined && { title }),
    ...(position && { position: { ...position } }),
    children: [],
  }
}

function note(block: Nodes, comment: Range): void {
  ;((block.data ??= {}).comments ??= []).push(comment)
}

function isComment(node: Nodes): node is Html {
  return node.type === 'html' && node.value.replaceAll(COMMENT, '') === ''
}

function rangeOf({ position }: Nodes): Range {
  return [position?.start.offset ?? 0, position?.end.offset ?? 0]
}
