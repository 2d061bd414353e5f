import { diffArrays } from 'diff/lib/diff/array.js'
import type { DifferencePart } from '../problem.ts'
import { visible } from '../files/visible.ts'

/**
 * The word-level difference of two texts. Law: without the added parts it joins to `before`, without the removed ones to `after`.
 */
export function differenceOf(before: string, after: string): DifferencePart[] {
  return diffArrays(piecesOf(before), piecesOf(after)).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }))
}

/** Splits a text into words, spaces and single signs. */
export function piecesOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+(?:['’.,-][\p{L}\p{M}\p{N}]+)*|\s+|./gsu) ?? []
}

/** A difference on one line, as `[-removed-]{+added+}`. */
export function differenceText(parts: readonly DifferencePart[]): string {
  const signs = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const
  return parts.map(({ kind, text }) => signs[kind][0] + visible(text) + signs[kind][1]).join('')
}
