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
  const nodes = set(derived ? transliterated(parsed, derivationOf(tag).write) : parsed)
  const marked = fallback || tag === source ? nodes : markQuoted(nodes, emphasized(parseInline(english, definitions, kind)), source)
  return { nodes: marked, text: plainText(marked), language: fallback ? found.tag : tag, fallback, stale: false }
}

type Write = (text: string) => string

/** Copies a node with raw HTML as literal text. */
function withoutHtml(node: PhrasingContent): PhrasingContent {
  if (node.type === 'html') return { type: 'text', value: node.value }
  return 'children' in node ? { ...node, children: node.children.map(withoutHtml) } : node
}

/** Transliterates texts and titles, except code, addresses and file names. */
function transliterated(nodes: readonly PhrasingContent[], write: Write): PhrasingContent[] {
  return nodes.map((node) => {
    if (node.type === 'text') return { ...node, value: write(node.value) }
    if (node.type === 'image') return { ...node, ...titleOf(node, write), alt: write(node.alt ?? '') }
    if ('children' in node) return { ...node, ...titleOf(node, write), children: transliterated(node.children, write) }
    return node
  })
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
    if (node.type === 'emphasis' && /\s/.test(toString(node)) && quoted.includes(toString(node))) {
      return { ...node, data: { language: source } }
    }
    if ('children' in node) return { ...node, children: markQuoted(node.children, quoted, source) }
    return node
  })
}
