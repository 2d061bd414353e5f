import type { Entry } from './placing.ts'

/** A note; one that was parted takes back what its parts have of it. */
export interface Note extends HTMLElement {
  takeBack?: () => void
}

/** Stands for a note where it was gathered. */
interface Home extends Comment {
  note?: Note
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

/**
 * Undoes what was placed before, so that notes stand where they were gathered; runs in the page.
 * @param unchanged elements right in the text whose notes stay where they are
 */
export function takeHome(text: HTMLElement, unchanged: readonly HTMLElement[], keepHere: (block: HTMLElement) => void): void {
  const staying = new Set<Node>(unchanged)
  const stays = (node: Node): boolean => {
    let at: Node | null = node
    while (at && at.parentNode !== text) at = at.parentNode
    while (at && !(at instanceof HTMLElement)) at = at.previousSibling
    return at !== null && staying.has(at)
  }
  for (const block of text.querySelectorAll<HTMLElement>('[data-overleaf]')) if (!stays(block)) keepHere(block)
  for (const added of text.querySelectorAll('[data-space], .page-notes, .margin-note, .page-end, .note[data-rest]'))
    if (!stays(added)) added.remove()
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_COMMENT)
  const found: Home[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) found.push(node as Home)
  for (const home of found) {
    if (!home.note || stays(home)) continue
    home.note.takeBack?.()
    home.replaceWith(home.note)
  }
}

/** What notes are taken home with. */
interface HomeTools {
  readonly takeHome: typeof takeHome
  readonly keepHere: (block: HTMLElement) => void
}

/** The same for all notes of a page, so that nothing of their placing is in the way of what is measured; runs in the page. */
export function takeAllHome(tools: HomeTools): void {
  const text = document.querySelector<HTMLElement>('.text')
  if (text) tools.takeHome(text, [], tools.keepHere)
}
