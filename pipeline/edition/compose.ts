import type { Nodes, Root } from 'mdast'
import type { Lookup } from '../catalog/lookup.ts'
import type { Document, DraftReasons, Edition, OutlineEntry, Phrase, Segment, SegmentState, Tag } from '../model.ts'
import { localizeFront } from './front.ts'
import { definitionsOf } from '../source/passages.ts'
import { phraseOf } from './phrase.ts'
import { localizeProgramme } from './programme.ts'

/**
 * Composes one document in one language: every segment's phrase in its place, English where a translation is missing.
 * @param states the state of every segment's translation, by key
 * @param draft why the edition is a draft, if it is one
 */
export function composeEdition(
  document: Document,
  tag: Tag,
  lookup: Lookup,
  states: ReadonlyMap<string, SegmentState>,
  draft: DraftReasons | undefined,
): Edition {
  const definitions = definitionsOf(document.tree, document.source)
  const phrases = new Map(
    document.segments.map(({ key, text }) => {
      const state = states.get(key)!
      const phrase = phraseOf(tag, lookup(tag, document.id, key), text, definitions)
      return [key, { ...phrase, stale: state.state === 'stale' && !state.minor }]
    }),
  )
  const phrase = (key: string): Phrase => phrases.get(key)!
  const byNode = new Map<Nodes, Segment>(document.segments.flatMap((segment) => (segment.node ? [[segment.node, segment]] : [])))
  return {
    tag,
    document: document.id,
    ...localizeFront(document, tag, phrase),
    body: localize(document.tree, byNode, phrases) as Root,
    programme: document.programme && localizeProgramme(document.programme, phrase),
    pictures: document.pictures,
    outline: outlineOf(document, phrase),
    draft,
  }
}

/** A copy of the tree in which every segment's node holds the edition's phrase; raw HTML is text. */
function localize(node: Nodes, byNode: ReadonlyMap<Nodes, Segment>, phrases: ReadonlyMap<string, Phrase>): Nodes {
  const segment = byNode.get(node)
  const phrase = segment && phrases.get(segment.key)!
  if (node.type === 'image') return phrase ? { ...node, alt: phrase.text } : node
  if (node.type === 'html') return { type: 'paragraph', children: [{ type: 'text', value: node.value }] }
  if (!('children' in node)) return node
  const children = phrase ? phrase.nodes.map(plain) : node.children.map((child) => localize(child, byNode, phrases))
  const data = {
    ...node.data,
    ...(phrase?.fallback && { fallback: true as const }),
    ...(phrase?.stale && { stale: true as const }),
    ...(segment?.kind === 'heading' && { id: headingId(segment.key) }),
  }
  return { ...node, data, children } as Nodes
}

/** Raw HTML inside a phrase, shown as it was written. */
function plain(node: Nodes): Nodes {
  if (node.type === 'html') return { type: 'text', value: node.value }
  return 'children' in node ? ({ ...node, children: node.children.map(plain) } as Nodes) : node
}

function outlineOf(document: Document, phrase: (key: string) => Phrase): OutlineEntry[] {
  return document.segments.flatMap(({ key, node }) =>
    node?.type === 'heading' ? [{ id: headingId(key), depth: node.depth, phrase: phrase(key) }] : [],
  )
}

/** An address that survives edits, as its key does; ASCII, since Chromium percent-encodes other names in a PDF's destinations. */
function headingId(key: string): string {
  return `s-${key.replace(/\.heading$/, '').replaceAll('.', '-')}`
}
