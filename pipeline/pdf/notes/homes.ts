import type { Entry } from './placing.ts'

/** Stands for a note where it was gathered. */
interface Home extends Comment {
  note?: HTMLElement
}

/** Takes notes from where they were gathered; runs in the page. @returns what stands there for each */
export function leaveHome(entries: readonly Entry[]): Map<HTMLElement, Comment> {
  const homes = new Map(entries.flatMap(({ notes }) => notes.map((note) => [note, document.createComment('note') as Home])))
  for (const [note, home] of homes) {
    home.note = note
    note.replaceWith(home)
  }
  return homes
}

/** Undoes what was placed before, so that all notes stand where they were gathered; runs in the page. */
export function takeHome(text: HTMLElement, keepHere: (block: HTMLElement) => void): void {
  for (const block of text.querySelectorAll<HTMLElement>('[data-overleaf]')) keepHere(block)
  for (const added of text.querySelectorAll('[data-space], .page-notes, .margin-note, .page-end, .note[data-rest]')) added.remove()
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_COMMENT)
  const found: Home[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) found.push(node as Home)
  for (const home of found) if (home.note) home.replaceWith(home.note)
}
