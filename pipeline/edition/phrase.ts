import type { PhrasingContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { Found } from '../catalog/lookup.ts'
import { LANGUAGES } from '../language/languages.ts'
import { printedForm } from '../language/printable.ts'
import { toSerbianLatin } from '../language/serbian-latin.ts'
import { SOURCE_TAG, type Phrase, type Tag } from '../model.ts'
import { parseInline } from '../source/markdown.ts'

/**
 * What an edition shows for a text that was found: in the script of the edition, or marked as English.
 * @param english the segment's English, to tell what a translation quotes word for word
 */
export function phraseOf(tag: Tag, found: Found, english: string, definitions = ''): Phrase {
  const parsed = parseInline(found.text, definitions)
  const derived = found.tag !== tag && LANGUAGES[tag].derivedFrom === found.tag
  const fallback = found.tag !== tag && !derived
  const nodes = set(derived ? transliterated(parsed) : parsed)
  const marked = fallback || tag === SOURCE_TAG ? nodes : markQuoted(nodes, emphasized(parseInline(english, definitions)))
  return { nodes: marked, text: toString(marked), language: fallback ? SOURCE_TAG : tag, fallback, stale: false }
}

/** The Latin form of text nodes; code, addresses and file names are out of its reach. */
function transliterated(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node) => {
    if (node.type === 'text') return { ...node, value: toSerbianLatin(node.value) }
    if (node.type === 'image') return { ...node, alt: toSerbianLatin(node.alt ?? '') }
    if ('children' in node) return { ...node, children: transliterated(node.children) }
    return node
  })
}

/** Texts with the letters that the print has. */
function set(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node) => {
    if (node.type === 'text') return { ...node, value: printedForm(node.value) }
    return 'children' in node ? { ...node, children: set(node.children) } : node
  })
}

/** The texts that are emphasized: titles of works, which translations may quote as published. */
function emphasized(nodes: readonly PhrasingContent[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'emphasis') return [toString(node)]
    return 'children' in node ? emphasized(node.children) : []
  })
}

/** Gives an emphasized run of words that stands as in the English the language English: a title that the translation keeps. */
function markQuoted(nodes: readonly PhrasingContent[], quoted: readonly string[]): PhrasingContent[] {
  if (quoted.length === 0) return [...nodes]
  return nodes.map((node) => {
    if (node.type === 'emphasis' && /\s/.test(toString(node)) && quoted.includes(toString(node))) {
      return { ...node, data: { language: SOURCE_TAG } }
    }
    if ('children' in node) return { ...node, children: markQuoted(node.children, quoted) }
    return node
  })
}
