import type { Position } from '../problem.ts'

/** Where brackets are nested most; where none are, the line that begins farthest to the right. @returns an offset */
export function deepestIn(text: string): number {
  let [depth, most, offset] = [0, 0, 0]
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    if (sign === '[' || sign === '{') depth++
    else if (sign === ']' || sign === '}') depth--
    if (depth <= most) continue
    most = depth
    offset = at
  }
  return most > 1 ? offset : farthestIn(text)
}

function farthestIn(text: string): number {
  let [most, offset] = [0, 0]
  for (const { 0: indent, index } of text.matchAll(/^ +/gm))
    if (indent.length > most) [most, offset] = [indent.length, index + indent.length]
  return offset
}

/** Line and column of an offset. @param firstLine of the file on which the text starts */
export function positionIn(text: string, offset: number, firstLine = 1): Position {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length + firstLine - 1, column: offset - before.lastIndexOf('\n') }
}
