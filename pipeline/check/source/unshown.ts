import type { Definition, FootnoteDefinition, Nodes, Root } from 'mdast'
import { nodesIn } from '../../source/nodes.ts'
import { linkDefinitions, resourceOf } from '../../source/links.ts'
import { normalLabel } from '../../source/pieces.ts'
import { plainText } from '../../source/plain-text.ts'

/** Offsets in the source. */
type Range = readonly [start: number, end: number]

/** Why a part of a source is in no edition, or a place of one empty. */
export type Reason =
  | 'definition-unused'
  | 'definition-left'
  | 'definition-twice'
  | 'definition-title'
  | 'note-uncalled'
  | 'note-twice'
  | 'note-empty'
  | 'cell-beyond'
  | 'fence-words'
  | 'item-empty'
  | 'heading-empty'
  | 'link-empty'
  | 'words'

/** A part of a source that no edition shows. */
export interface Unshown {
  readonly reason: Reason
  readonly start: number
  readonly end: number
  /** The name that a definition or a note has. */
  readonly label?: string | undefined
  /** The first definition with the same label. */
  readonly first?: Nodes | undefined
}

/**
 * Holds the words of a source against the tree, mark by mark: every letter and digit lies in a text, code or picture that an
 * edition shows, or in what is known to be none: a comment, an address, a name of a note, a sign of Markdown. What lies in
 * neither is told, be its reason known or not.
 */
export function unshownIn(tree: Root, source: string): Unshown[] {
  const { links, pictures, notes } = referencesOf(tree)
  const atTop = new Set<Nodes>(tree.children)
  const first = firstOf(tree)
  const unshown: Unshown[] = []
  const known: Range[] = []
  const cover = (from: number | undefined, to: number | undefined): void => {
    if (from !== undefined && to !== undefined && from < to) known.push([from, to])
  }
  const tell = (node: Nodes, reason: Reason, more: Partial<Unshown> = {}): void => {
    const unit: Unshown = { reason, start: node.position!.start.offset!, end: node.position!.end.offset!, ...more }
    unshown.push(unit)
    cover(unit.start, unit.end)
  }
  /** A node's own marks, around its content, and its content. */
  const coverAround = (node: Nodes & { children: Nodes[] }): void => {
    const { start, end } = node.position!
    cover(start.offset, node.children[0]?.position?.start.offset ?? end.offset)
    cover(node.children.at(-1)?.position?.end.offset ?? start.offset, end.offset)
    node.children.forEach(look)
  }
  const earlier = (node: Definition | FootnoteDefinition): Nodes | undefined => {
    const before = first.get(nameOf(node))
    return before === node ? undefined : before
  }
  const look = (node: Nodes): void => {
    const [start, end] = [node.position?.start.offset, node.position?.end.offset]
    for (const [from, to] of node.data?.comments ?? []) cover(from, to)
    switch (node.type) {
      case 'definition': {
        const before = earlier(node)
        const same = before?.type === 'definition' && before.url === node.url && before.title === node.title
        if (isRemark(node) || same) cover(start, end)
        else if (before) tell(node, 'definition-twice', { label: node.label ?? node.identifier, first: before })
        else if (!links.has(node.identifier) && !pictures.has(node.identifier))
          tell(node, atTop.has(node) && links.size + pictures.size > 0 && isAddress(node) ? 'definition-left' : 'definition-unused', {
            label: node.label ?? node.identifier,
          })
        else if (node.title && links.has(node.identifier)) tell(node, 'definition-title', { label: node.label ?? node.identifier })
        else cover(start, end)
        return
      }
      case 'footnoteDefinition': {
        const before = earlier(node)
        const label = node.label ?? node.identifier
        if (before) tell(node, 'note-twice', { label, first: before })
        else if (!notes.has(node.identifier)) tell(node, 'note-uncalled', { label })
        else if (!shows(node)) tell(node, 'note-empty', { label })
        else coverAround(node)
        return
      }
      case 'table':
        for (const row of node.children)
          for (const [column, cell] of row.children.entries())
            if (column < (node.align?.length ?? row.children.length)) look(cell)
            else if (cell.children.length > 0) tell(cell, 'cell-beyond')
        return
      case 'code': {
        const at = saysWords(node.meta) ? source.slice(start, end).indexOf(node.meta!) : -1
        if (at >= 0) tell(node, 'fence-words', { start: start! + at, end: start! + at + node.meta!.length })
        return cover(start, end)
      }
      case 'heading':
        if (node.data?.isTitle) cover(start, end)
        else if (!shows(node)) tell(node, 'heading-empty')
        else node.children.forEach(look)
        return
      case 'listItem': {
        coverAround(node)
        // A box to tick stands in the item’s paragraph, before its words.
        const [paragraph] = node.children
        if (typeof node.checked === 'boolean' && paragraph?.type === 'paragraph')
          cover(start, paragraph.children[0]?.position?.start.offset)
        if (!shows(node) && !((unshown.at(-1)?.start ?? -1) >= start!)) tell(node, 'item-empty')
        return
      }
      case 'link':
        if (!shows(node)) tell(node, 'link-empty')
        return coverAround(node)
      case 'linkReference':
      case 'inlineElement':
        return coverAround(node)
      case 'blockquote':
        if (node.data?.alert) cover(start, node.children[0]?.position?.start.offset ?? end)
        return node.children.forEach(look)
      default:
        // A node without a place lies between nodes with places.
        if (!('children' in node)) cover(start, end)
        else if (node.children.some(({ position }) => !position)) cover(start, end)
        else node.children.forEach(look)
    }
  }
  look(tree)
  return [...unshown, ...gaps(source, known)].sort((a, b) => a.start - b.start)
}

/** The first definition of each label; later ones have no effect. */
function firstOf(tree: Root): ReadonlyMap<string, Nodes> {
  const first = new Map<string, Nodes>()
  for (const node of nodesIn(tree))
    if ((node.type === 'definition' || node.type === 'footnoteDefinition') && !first.has(nameOf(node))) first.set(nameOf(node), node)
  return first
}

function nameOf({ type, identifier }: Definition | FootnoteDefinition): string {
  return `${type} ${identifier}`
}

/** References in the shown text of an edition: addresses, pictures and notes, by label. */
function referencesOf(tree: Root): Record<'links' | 'pictures' | 'notes', ReadonlySet<string>> {
  const links = new Set<string>()
  const pictures = new Set<string>()
  const notes = new Set<string>()
  const definitions = new Map<string, FootnoteDefinition>()
  const resources = linkDefinitions(tree)
  for (const node of nodesIn(tree))
    if (node.type === 'footnoteDefinition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node)
  const call = (identifier: string): void => {
    if (notes.has(identifier)) return
    notes.add(identifier)
    definitions.get(identifier)?.children.forEach(follow)
  }
  const follow = (node: Nodes): void => {
    if (node.type === 'linkReference') links.add(node.identifier)
    if (node.type === 'imageReference') pictures.add(node.identifier)
    if (node.type === 'footnoteReference') call(node.identifier)
    // The title of a picture is its caption, in which notes are called as in any text.
    if (node.type === 'image' || node.type === 'imageReference')
      for (const [, label] of (resourceOf(node, resources)?.title ?? '').matchAll(/\[\^([^\]\s]+)\]/g))
        call(normalLabel(label!).toLowerCase())
    if (node.type === 'table') for (const row of node.children) row.children.slice(0, node.align?.length).forEach(follow)
    else if ('children' in node) for (const child of node.children) if (child.type !== 'footnoteDefinition') follow(child)
  }
  follow(tree)
  return { links, pictures, notes }
}

/** Anything but spaces and signs that nobody sees. */
const SEEN = /[^\s\p{Cf}\u3164]/u

/** True if a node shows anything: a word, code, a picture, a call of a note. */
function shows(node: Nodes): boolean {
  if (node.type === 'definition' || node.type === 'footnoteDefinition')
    return node.type === 'footnoteDefinition' && node.children.some(shows)
  if ('children' in node) return node.children.some(shows)
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return SEEN.test(plainText(node))
  return node.type !== 'break'
}

/** A remark for editors in the form of a definition: `[//]: # (remark)`, `[comment]: <> (remark)`. */
function isRemark({ url }: Definition): boolean {
  return url === '#' || url === ''
}

/** True for a definition of an address that is merely left over, because other definitions of the document are used. */
function isAddress({ url, title }: Definition): boolean {
  return !title && /^[a-z][a-z\d+.-]*:\S|[/#]|\.[a-z]{2,5}$/iu.test(url)
}

/** True if the text after a code block’s language has two words side by side. Settings of programs do not. */
function saysWords(meta: string | null | undefined): boolean {
  return /\p{L}{2,}[,;:]?\s+\p{L}{2,}/u.test(meta ?? '')
}

/** The runs between the ranges that hold a letter or a digit. */
function gaps(source: string, known: readonly Range[]): Unshown[] {
  const found: Unshown[] = []
  let at = 0
  for (const [start, end] of [...known.toSorted((a, b) => a[0] - b[0]), [source.length, source.length] as const]) {
    if (start > at) {
      const gap = source.slice(at, start)
      const from = gap.search(/[\p{L}\p{N}]/u)
      if (from >= 0) found.push({ reason: 'words', start: at + from, end: at + gap.trimEnd().length })
    }
    at = Math.max(at, end)
  }
  return found
}
