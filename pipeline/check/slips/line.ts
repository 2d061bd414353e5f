import { BREAK, shownTyped } from './typed.ts'
import type { Saying } from './slip.ts'

/** A slip in the lines of one paragraph, at an offset in them. */
export interface LineSlip extends Saying {
  readonly offset: number
  readonly found: string
  /** The offsets of all lines with the slip. */
  readonly lines: readonly number[]
}

/** A line of a paragraph without what stands before its text: spaces and the marks of a quotation. */
export interface Line {
  readonly text: string
  readonly offset: number
  /** True if it begins a line on the page too. */
  readonly isOwn: boolean
}

/** The lines of a paragraph as it was typed. */
export function linesOf(text: string): Line[] {
  let isOwn = true
  return [...text.matchAll(/([ \t>]*)([^\n\r]*)([\n\r]?)/g)].flatMap(({ 1: before, 2: own, 3: end, index }) => {
    const line = { text: own!, offset: index + before!.length, isOwn }
    // Markdown may end a line after a tag that has ended it.
    if (own !== '' || end === BREAK) isOwn = end === BREAK
    return own === '' ? [] : [line]
  })
}

/** A slip of several lines, which is shown at the first of them. */
export function slip(lines: readonly Line[], saying: Saying): LineSlip {
  const { text, offset } = lines[0]!
  return { ...saying, offset, found: shownTyped(text.slice(0, 60)), lines: lines.map((line) => line.offset) }
}
