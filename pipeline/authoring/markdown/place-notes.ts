import type { FootnoteDefinition, Root } from 'mdast'
import type { Handlers } from 'mdast-util-to-hast'
import { visit } from 'unist-util-visit'
import { h } from '../html/nodes.ts'
import { NOTE, REFERENCE, SIGN } from '../html/notes.ts'

/** Writes references to notes as the page’s own marks of notes. */
export const REFERENCES: Handlers = {
  footnoteReference: (_, { identifier }: { identifier: string }) => h('span', { [REFERENCE]: identifier }, SIGN),
}

/**
 * Puts the notes at the end, in place, as elements that hold them, in the order of their references; then those to which nothing
 * refers. A second note of a name is one of these.
 */
export function placeNotes(tree: Root): void {
  const notes: FootnoteDefinition[] = []
  visit(tree, 'footnoteDefinition', (note, index, parent) => {
    notes.push(note)
    parent!.children.splice(index!, 1)
    return index
  })
  const labels = new Map<string, string>()
  const placed = new Map<string, FootnoteDefinition>()
  for (const note of notes) if (!placed.has(note.identifier)) placed.set(note.identifier, note)
  const number = (within: Parameters<typeof visit>[0]): void =>
    visit(within, 'footnoteReference', (reference) => {
      const { identifier } = reference as { identifier: string }
      if (!labels.has(identifier)) labels.set(identifier, String(labels.size + 1))
      ;(reference as { identifier: string }).identifier = labels.get(identifier)!
    })
  number(tree)
  for (const note of notes) number(note)
  const called = [...labels].flatMap(([name, label]) => (placed.has(name) ? [{ label, note: placed.get(name)! }] : []))
  const others = notes.filter((note) => !called.some((each) => each.note === note))
  const all = [...called, ...others.map((note, index) => ({ label: String(labels.size + index + 1), note }))]
  for (const { label, note } of all) tree.children.push({ ...note, type: 'blockquote', data: { hName: NOTE, hProperties: { label } } })
}
