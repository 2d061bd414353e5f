/** A change of a content stream: what stands from `start` to `end` becomes `text`, a byte a character. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * Applies changes that do not overlap, in one go; those at one place in the order in which they were made.
 * @throws Error where two of them overlap
 */
export function applyEdits(stream: Buffer, edits: readonly Edit[]): Buffer {
  const size = edits.reduce((sum, { start, end, text }) => sum + text.length - (end - start), stream.length)
  const changed = Buffer.allocUnsafe(size)
  let from = 0
  let to = 0
  const keep = (until: number): void => {
    to += stream.copy(changed, to, from, until)
  }
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < from) throw new Error('Two changes of a content stream overlap.')
    keep(start)
    to += changed.write(text, to, 'latin1')
    from = end
  }
  keep(stream.length)
  return changed
}
