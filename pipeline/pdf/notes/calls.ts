import type { firstGapBelow, GapTools } from './gaps.ts'
import type { Entry, NotedText, Place, Using } from './placing.ts'

/** The first call of a note in the text, and the block that holds it. */
export interface Call {
  readonly call: HTMLElement
  readonly block: HTMLElement
}

/** The first calls of notes in a text, by the names of these; runs in the page. */
export function callsIn(text: Element): Map<string, Call> {
  const calls = new Map<string, Call>()
  for (const call of text.querySelectorAll<HTMLAnchorElement>('[data-footnote-ref]')) {
    const name = decodeURIComponent(call.hash.slice(1))
    if (calls.has(name) || call.closest('.note')) continue
    let block = call.parentElement!
    while (/^(?:inline|contents)/.test(getComputedStyle(block).display)) block = block.parentElement!
    calls.set(name, { call, block })
  }
  return calls
}

/** What the place of a call is found with. */
interface CallTools extends GapTools {
  readonly firstGapBelow: typeof firstGapBelow
  readonly probeAfter: typeof probeAfter
  readonly markParagraph: typeof markParagraph
}

/** The place of a note’s call, in which floats may stand; runs in the page. */
export function entryOf(note: HTMLElement, { call, block: holder }: Call, noted: NotedText & Using<CallTools>): Entry {
  const { text, tools } = noted
  const notes = [note, ...text.querySelectorAll<HTMLElement>(`[data-with="${CSS.escape(note.id)}"]`)]
  // A column beside others would grow with what stands in it.
  const row = holder.closest<HTMLElement>('.row')
  if (row) return { notes, call, line: { top: 0, bottom: 0 }, block: row, probe: tools.probeAfter(row), margin: undefined }
  let block = holder
  // What stood in a heading would stand in its bookmark, and after it would part it from what follows.
  const isHeading = /^H\d$/.test(block.tagName)
  const below = isHeading ? tools.firstGapBelow(text, block, tools) : undefined
  if (below) block = below.block
  below?.text.splitText(below.at)
  const probe = tools.probeAfter(below?.text ?? (isHeading ? block : (call.closest('[data-reference]') ?? call)))
  // The browser breaks lines with floats one by one: so they are from the beginning.
  if (below || !isHeading) block.style.setProperty('text-wrap', 'wrap')
  if (below) tools.markParagraph(block, noted)
  return { notes, call, line: { top: 0, bottom: 0 }, block, probe, margin: undefined }
}

/** A place behind a node; runs in the page. */
export function probeAfter(node: ChildNode): HTMLElement {
  const probe = document.createElement('div')
  probe.dataset['probe'] = ''
  probe.style.cssText = 'float: left; width: 0; height: 0'
  node.after(probe)
  return probe
}

/** Whether floats stand in the block: those of a heading and of a row of columns stand after it. Runs in the page. */
export function isInside({ probe, block }: Place): boolean {
  return block.contains(probe)
}

/** The browser drops a paragraph in which something is set apart, unless it is marked; runs in the page. */
export function markParagraph(block: HTMLElement, noted: NotedText): void {
  if (!block.matches('p') || block.role === 'figure') return
  block.role = 'figure'
  block.dataset['apart'] = ''
  block.ariaLabel = `${noted.asked.mark}${noted.asked.marked + noted.paragraphs++}`
}
