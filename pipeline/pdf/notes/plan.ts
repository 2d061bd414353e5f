import type { wholeWords } from '../../language/hyphenation.ts'
import type { partNote } from './part.ts'
import type { Entry, Placing, Plan, Undo, Using } from './placing.ts'

/** What a plan is made with. */
interface PlanTools {
  readonly partNote: typeof partNote
  readonly wholeWords: typeof wholeWords
}

/**
 * Which notes the foot of a page has room for; runs in the page.
 * @param here the entries whose calls are on the page
 * @param most so many of them at most
 * @param lines so many after a call stay on its page where its note is parted
 */
export function planOf(here: readonly Entry[], most: number, lines: number, placing: Placing & Using<PlanTools>, undo: Undo): Plan {
  const { asked, tools, shelf, carried, above, height } = placing
  /** What goes on from before takes no more of a page. */
  const MOST_CARRIED = 0.7
  const lineHeightOf = (block: HTMLElement): number => Number.parseFloat(getComputedStyle(block).lineHeight)
  const heightOf = (note: HTMLElement): number => note.getBoundingClientRect().height
  const heightOfAll = (notes: readonly HTMLElement[]): number => notes.reduce((sum, note) => sum + heightOf(note), 0)
  let used = carried.length > 0 ? above + heightOfAll(carried) : 0
  if (used > height * MOST_CARRIED) {
    // What is called in the first two lines cannot go overleaf.
    const fixed = here.filter(({ block, line }) => line.top < 1.5 * lineHeightOf(block))
    const notes = fixed.flatMap((entry) => (entry.margin ? [] : entry.notes))
    const begun = parts(carried[0]!, height * MOST_CARRIED - above - heightOfAll(notes))
    if (begun) {
      const all = [begun[0], ...notes]
      return { foot: all, height: above + heightOfAll(all), count: fixed.length, rest: [begun[1], ...carried.slice(1)] }
    }
  }
  const foot = [...carried]
  for (const [count, { margin, notes, block, line }] of here.slice(0, most).entries()) {
    const { bottom } = line
    if (margin && (used === 0 || bottom + used <= height)) continue
    const before = used || above
    if (!margin && bottom + before + heightOfAll(notes) <= height) {
      foot.push(...notes)
      used = before + heightOfAll(notes)
      continue
    }
    const after = lines * lineHeightOf(block)
    const two = margin || notes.length > 1 ? undefined : parts(notes[0]!, height - bottom - after - before - 1)
    if (!two) return { foot, height: used, count, rest: [] }
    return { foot: [...foot, two[0]], height: before + heightOf(two[0]), count: count + 1, rest: [two[1]] }
  }
  return { foot, height: used, count: most, rest: [] }

  function parts(note: HTMLElement, room: number): readonly [HTMLElement, HTMLElement] | undefined {
    const parted = tools.partNote(note, room, shelf, asked, tools.wholeWords)
    if (parted) undo.push(parted.join)
    return parted?.parts
  }
}
