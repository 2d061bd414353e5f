import { diffArrays } from 'diff'
import type { DifferencePart } from '../problem.ts'
import { visible } from '../files/visible.ts'

/** The word-level difference of two texts: joined without the added runs it gives the first, without the removed ones the second. */
export function differenceOf(before: string, after: string): DifferencePart[] {
  return diffArrays(piecesOf(before), piecesOf(after)).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }))
}

/** Words, spaces and single signs. */
function piecesOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+(?:['’.,-][\p{L}\p{M}\p{N}]+)*|\s+|./gsu) ?? []
}

/** The difference of two English texts in one line: `[-what went-]{+what came+}`. */
export function differenceText(parts: readonly DifferencePart[]): string {
  const signs = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const
  return parts.map(({ kind, text }) => signs[kind][0] + visible(text) + signs[kind][1]).join('')
}
