import type { Nodes, PhrasingContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { Found } from '../catalog/lookup.ts'
import { originOf } from '../language/registry.ts'
import { printedForm } from '../language/printable.ts'
import { derivationOf } from '../language/derive.ts'
import { SOURCE_TAG, type Tag } from '../model/language.ts'
import type { SegmentKind } from '../model/document.ts'
import type { Phrase } from '../model/edition.ts'
import { parseInline } from '../source/markdown.ts'
import { plainText } from '../source/plain-text.ts'

/**
 * The phrase of a found text in an edition: in the edition’s script, or marked as English.
 * @param english the segment’s English, to recognize literal quotations in a translation
 * @param kind the segment’s kind
 */
export function phraseOf(
  tag: Tag,
  found: Found,
  english: string,
  definitions = '',
  kind: SegmentKind = 'paragraph',
  source: Tag = SOURCE_TAG,
): Phrase {
  const parsed = parseInline(found.text, definitions, kind).map(withoutHtml)
  const derived = found.tag !== tag && originOf(tag) === found.tag
  const fallback = found.tag !== tag && !derived
  const quoted = fallback || [tag, originOf(tag)].includes(source) ? [] : emphasized(parseInline(english, definitions, kind))
  const original = originOf(tag) === source ? undefined : english
  const write: Write = (text) => derivationOf(tag).write(text, original)
  const nodes = set(derived ? transliterated(parsed, write, quoted) : parsed)
  const marked = markQuoted(nodes, quoted, source)
  return { nodes: marked, text: plainText(marked), language: fallback ? found.tag : tag, fallback, stale: false }
}

type Write = (text: string) => string

/** Copies a node with raw HTML as literal text. */
function withoutHtml(node: PhrasingContent): PhrasingContent {
  if (node.type === 'html') return { type: 'text', value: node.value }
  return 'children' in node ? { ...node, children: node.children.map(withoutHtml) } : node
}

/** Transliterates texts and titles, except code, addresses, file names and titles of works that the translation keeps. */
function transliterated(nodes: readonly PhrasingContent[], write: Write, quoted: readonly string[]): PhrasingContent[] {
  return nodes.map((node, at) => {
    if (isQuoted(node, quoted)) return node
    if (node.type === 'text') return { ...node, value: writtenBeside(nodes[at - 1], node.value, nodes[at + 1], write) }
    if (node.type === 'image') return { ...node, ...titleOf(node, write), alt: write(node.alt ?? '') }
    if ('children' in node) return { ...node, ...titleOf(node, write), children: transliterated(node.children, write, quoted) }
    return node
  })
}

/** Transliterates a text, except symbols with a subscript: PM₁₀, H₂S. */
function writtenBeside(before: PhrasingContent | undefined, text: string, after: PhrasingContent | undefined, write: Write): string {
  const [start = ''] = (isSubscript(before) && /^[A-Z]*(?!\p{L})/u.exec(text)) || []
  const [end = ''] = (isSubscript(after) && /(?<!\p{L})[A-Z]+$/u.exec(text.slice(start.length))) || []
  return `${start}${write(text.slice(start.length, text.length - end.length))}${end}`
}

function isSubscript(node: PhrasingContent | undefined): boolean {
  return node?.type === 'inlineElement' && node.name === 'sub'
}

/** Transliterates a node’s title. */
function titleOf(node: Nodes, write: Write): object {
  return 'title' in node && node.title ? { title: write(node.title) } : {}
}

/** Puts texts into their printed form. */
function set(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node) => {
    if (node.type === 'text') return { ...node, value: printedForm(node.value) }
    return 'children' in node ? { ...node, children: set(node.children) } : node
  })
}

/** Emphasized texts: titles of works, which translations may quote as published. */
function emphasized(nodes: readonly PhrasingContent[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'emphasis') return [toString(node)]
    return 'children' in node ? emphasized(node.children) : []
  })
}

/** Marks emphasized runs that equal the English as English: titles that the translation keeps. */
function markQuoted(nodes: readonly PhrasingContent[], quoted: readonly string[], source: Tag): PhrasingContent[] {
  if (quoted.length === 0) return [...nodes]
  return nodes.map((node) => {
    if (isQuoted(node, quoted)) return { ...node, data: { language: source } }
    if ('children' in node) return { ...node, children: markQuoted(node.children, quoted, source) }
    return node
  })
}

function isQuoted(node: PhrasingContent, quoted: readonly string[]): boolean {
  return node.type === 'emphasis' && /\s/.test(toString(node)) && quoted.includes(toString(node))
}
