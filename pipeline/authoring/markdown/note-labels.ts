import { diffArrays } from 'diff/lib/diff/array.js'
import { toString } from 'mdast-util-to-string'
import type { FootnoteDefinition, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { essence } from './blocks.ts'

/** A note of a document: its label and its text. */
interface Note {
  readonly label: string
  readonly text: string
}

const DEFINITION = /^\[\^([^\]]+)\]:\s*([\s\S]*)$/

/**
 * Gives the notes of a new version the labels that they had, in place: a note more would otherwise number all that follow anew,
 * and each text that refers to one would count as changed.
 * @param blocks of the former version
 */
export function keepLabels(tree: Root, blocks: readonly string[]): void {
  const former = notesIn(blocks)
  if (former.length === 0) return
  const notes = tree.children.filter((node): node is FootnoteDefinition => node.type === 'footnoteDefinition')
  const labels = new Map<string, string>()
  let [was, now] = [0, 0]
  let open: readonly Note[] = []
  for (const { added, removed, value } of diffArrays(
    former.map(({ text }) => text),
    notes.map(({ children }) => wordsOf(children.map((child) => toString(child)).join(' '))),
  )) {
    // prettier-ignore
    const [before, after] = [former.slice(was, was + value.length), notes.slice(now, now + value.length)]
    if (!added && !removed) for (const [index, note] of after.entries()) labels.set(note.identifier, before[index]!.label)
    // An edited note stands between the same neighbours.
    if (added) for (const [index, note] of after.entries()) if (open[index]) labels.set(note.identifier, open[index].label)
    open = removed ? before : []
    if (!added) was += value.length
    if (!removed) now += value.length
  }
  const taken = new Set(former.map(({ label }) => label))
  const next = (): string => {
    let number = 1
    while (taken.has(String(number))) number++
    taken.add(String(number))
    return String(number)
  }
  for (const { identifier } of notes) if (!labels.has(identifier)) labels.set(identifier, next())
  visit(tree, (node) => {
    if (node.type !== 'footnoteReference' && node.type !== 'footnoteDefinition') return
    node.identifier = node.label = labels.get(node.identifier) ?? node.identifier
  })
}

/** Notes among blocks. Their further paragraphs are indented. */
function notesIn(blocks: readonly string[]): Note[] {
  const notes: { label: string; text: string }[] = []
  let isOpen = false
  for (const block of blocks) {
    const [, label, text] = DEFINITION.exec(block) ?? []
    if (label !== undefined) notes.push({ label, text: text! })
    else if (isOpen && /^(?: {4}|\t)/.test(block)) notes.at(-1)!.text += ` ${block}`
    else {
      isOpen = false
      continue
    }
    isOpen = true
  }
  return notes.map(({ label, text }) => ({ label, text: wordsOf(text) }))
}

function wordsOf(text: string): string {
  return (
    essence(text)
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  )
}
