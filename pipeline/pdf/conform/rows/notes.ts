import type { PrintedFile } from '../printed-file.ts'
import { adopt, closest, elementsOf, type Element } from '../tree.ts'

/** What a call to a note stands in: the note follows the whole of it. */
const WHOLE = ['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6']

/** What has its own place for blocks: the note is its last. */
const HOLDERS = ['LBody', 'LI', 'Caption', 'BlockQuote', 'Div', 'Sect', 'Document']

/**
 * A note is read after the block in which it is called first, wherever it stands on the page: it interrupts no sentence
 * (ISO 14289-1, 7.1, 7.9). One of a table stands below that already, and below what says where it is from. What goes on on
 * the next page is read with its beginning.
 */
export function moveNotes({ tree, notes }: PrintedFile): void {
  for (const [first, ...rest] of notes.parts.values()) {
    for (const part of rest) {
      leave(part)
      adopt(first!, [...first!.kids, ...part.kids])
    }
  }
  const moved = new Set<Element>()
  const move = (references: readonly Element[]): void => {
    for (const reference of references) {
      const note = notes.parts.get(notes.calls.get(reference) ?? '')?.[0]
      if (!note || moved.has(note)) continue
      moved.add(note)
      const outer = closest(reference, 'Note')
      if (outer || !closest(reference, 'Table')) follow(note, outer ?? closest(reference, ...WHOLE, ...HOLDERS)!)
      move(elementsOf(note, 'Reference'))
    }
  }
  const follow = (note: Element, block: Element): void => {
    leave(note)
    const isHolder = HOLDERS.includes(block.type)
    const parent = isHolder ? block : block.parent!
    let at = isHolder ? parent.kids.length : parent.kids.indexOf(block) + 1
    while (moved.has(parent.kids[at] as Element)) at++
    adopt(parent, parent.kids.toSpliced(at, 0, note))
  }
  move(elementsOf(tree, 'Reference').filter((reference) => !closest(reference, 'Note')))
}

function leave(element: Element): void {
  const { parent } = element
  if (parent) parent.kids = parent.kids.filter((kid) => kid !== element)
}
