import { diffArrays } from 'diff/lib/diff/array.js'
import { piecesOf } from './difference.ts'

/** Pieces of the base, from `start` up to `end`, that a side has replaced. */
interface Replacement {
  readonly start: number
  readonly end: number
  readonly pieces: readonly string[]
}

/**
 * Merges two texts that were made from the same base, word by word. Nothing where both changed the same words, or neighbours:
 * a word that both kept must stand between two changes. Laws: if one side alone changed, the result is that side; the order of
 * the sides does not matter.
 */
export function mergeOf(base: string, theirs: string, own: string): string | undefined {
  const pieces = piecesOf(base)
  const [others, ours] = [replacementsOf(pieces, theirs), replacementsOf(pieces, own)]
  const isIn = (each: Replacement, side: readonly Replacement[]): boolean => side.some((same) => isSame(each, same))
  const all = [...ours, ...others.filter((each) => !isIn(each, ours))].toSorted((a, b) => a.start - b.start || a.end - b.end)
  let merged = ''
  let at = 0
  for (const [index, each] of all.entries()) {
    const kept = pieces.slice(at, each.start)
    const before = all[index - 1]
    // What both changed alike is of both sides.
    const isOther = before !== undefined && ![ours, others].some((side) => isIn(each, side) && isIn(before, side))
    if (each.start < at || (isOther && !kept.some(isWord))) return undefined
    merged += kept.join('') + each.pieces.join('')
    at = each.end
  }
  return merged + pieces.slice(at).join('')
}

function replacementsOf(base: readonly string[], text: string): Replacement[] {
  const found: Replacement[] = []
  let at = 0
  let isOpen = false
  for (const { value, added, removed } of diffArrays([...base], piecesOf(text))) {
    const last = found.at(-1)
    if (added || removed) {
      const former = isOpen && last ? last : { start: at, end: at, pieces: [] }
      const next = {
        ...former,
        end: removed ? at + value.length : former.end,
        pieces: added ? [...former.pieces, ...value] : former.pieces,
      }
      found.splice(isOpen ? -1 : found.length, isOpen ? 1 : 0, next)
    }
    if (!added) at += value.length
    isOpen = added || removed
  }
  return found
}

function isSame(a: Replacement, b: Replacement): boolean {
  return a.start === b.start && a.end === b.end && a.pieces.join('') === b.pieces.join('')
}

function isWord(piece: string): boolean {
  return /[\p{L}\p{N}]/u.test(piece)
}
