import type { FootnoteDefinition, Nodes, Root } from 'mdast'
import type { Found, Lookup } from '../catalog/lookup.ts'
import type { Document, DraftReasons, Edition, OutlineEntry, Phrase, Segment, SegmentState, Tag } from '../model.ts'
import { localizeFront } from './front.ts'
import { levelsOf } from '../source/chapters.ts'
import { shownOf } from '../source/html.ts'
import { definitionsOf } from '../source/passages.ts'
import { phraseOf } from './phrase.ts'
import { localizeProgramme } from './programme.ts'

/**
 * Composes one document in one language: every segment's phrase in its place, English where a translation is missing.
 * @param states the state of every segment's translation, by key
 * @param draft why the edition is a draft, if it is one
 * @param notes the translators' notes by key: they stand among the document's own, and in this edition alone
 */
export function composeEdition(
  document: Document,
  tag: Tag,
  lookup: Lookup,
  states: ReadonlyMap<string, SegmentState>,
  draft: DraftReasons | undefined,
  notes: ReadonlyMap<string, Found>,
): Edition {
  const definitions = [definitionsOf(document.tree, document.source), ...[...notes.keys()].map((key) => `[^${key}]: .`)].join('\n\n')
  const phrases = new Map(
    document.segments.map(({ key, text, kind }) => {
      const state = states.get(key)!
      // The cover and the programme stand apart from the text, and from what it refers to.
      const isBody = kind !== 'front' && kind !== 'programme'
      const phrase = phraseOf(tag, lookup(tag, document.id, key), text, isBody ? definitions : '', kind)
      return [key, { ...phrase, stale: state.state === 'stale' && !state.minor }]
    }),
  )
  const phrase = (key: string): Phrase => phrases.get(key)!
  const levelOf = levelsOf(document.tree)
  const byNode = new Map<Nodes, Segment>(document.segments.flatMap((segment) => (segment.node ? [[segment.node, segment]] : [])))
  return {
    tag,
    document: document.id,
    ...localizeFront(document, tag, phrase),
    body: withNotes(leveled(localize(document.tree, byNode, phrases) as Root, levelOf), notes, (note) =>
      phraseOf(tag, note, '', definitions),
    ),
    programme: document.programme && localizeProgramme(document.programme, phrase),
    pictures: document.pictures,
    outline: outlineOf(document, levelOf, phrase),
    draft,
  }
}

/** A copy of the tree in which every segment's node holds the edition's phrase; raw HTML is text, and what says nothing is left out. */
function localize(node: Nodes, byNode: ReadonlyMap<Nodes, Segment>, phrases: ReadonlyMap<string, Phrase>): Nodes {
  const segment = byNode.get(node)
  const phrase = segment && phrases.get(segment.key)!
  if (node.type === 'image') return phrase ? { ...node, alt: phrase.text } : node
  if (node.type === 'html') return { type: 'paragraph', children: [{ type: 'text', value: shownOf(node) }] }
  if (!('children' in node)) return node
  const children = phrase ? [...phrase.nodes] : node.children.filter(says).map((child) => localize(child, byNode, phrases))
  const data = {
    ...node.data,
    ...(phrase?.fallback && { fallback: true as const }),
    ...(phrase?.stale && { stale: true as const }),
    ...(segment?.kind === 'heading' && { id: headingId(segment.key) }),
  }
  return { ...node, data, children } as Nodes
}

/** A copy of the tree in which each heading has its level in the page. */
function leveled(body: Root, levelOf: ReturnType<typeof levelsOf>): Root {
  const copy = (node: Nodes): Nodes => {
    if (node.type === 'heading') return { ...node, depth: levelOf(node) }
    return 'children' in node ? ({ ...node, children: node.children.map(copy) } as Nodes) : node
  }
  return copy(body) as Root
}

/** Whether a block says anything here: an empty one of code or quotation would be a hole in the page, and none of its PDF’s elements. */
function says(node: Nodes): boolean {
  if (node.data?.isTitle) return false
  if (node.type === 'code') return node.value.trim() !== ''
  return node.type !== 'blockquote' || node.data?.alert !== undefined || node.children.some(says)
}

/** The tree with the notes defined at its end; where they are called decides their order and number. */
function withNotes(body: Root, notes: ReadonlyMap<string, Found>, read: (note: Found) => Phrase): Root {
  const definitions = [...notes].map(([key, note]): FootnoteDefinition => ({
    type: 'footnoteDefinition',
    identifier: key.toLowerCase(),
    label: key,
    children: [{ type: 'paragraph', children: [...read(note).nodes] }],
  }))
  return { ...body, children: [...body.children, ...definitions] }
}

function outlineOf(document: Document, levelOf: ReturnType<typeof levelsOf>, phrase: (key: string) => Phrase): OutlineEntry[] {
  return document.segments.flatMap(({ key, node }) =>
    node?.type === 'heading' ? [{ id: headingId(key), depth: levelOf(node), phrase: phrase(key) }] : [],
  )
}

/** An address that survives edits, as its key does; ASCII, since Chromium percent-encodes other names in a PDF's destinations. */
function headingId(key: string): string {
  return `s-${key.replace(/\.heading$/, '').replaceAll('.', '-')}`
}
