import type { Document } from '../../model/document.ts'
import { problem, type Position, type Problem } from '../../problem.ts'
import { inlineSlips, slipsOf } from './slips.ts'
import type { Slip } from './slip.ts'

/** A slip, its place, and the key of its text if the text has one. */
interface Placed extends Slip {
  readonly key: string | undefined
  readonly file: string
  readonly position: Position
}

const read = new WeakMap<Document, readonly Placed[]>()

/** Problems of a document’s sure slips, or of its doubtful ones. */
export function slipProblems(rule: string, document: Document, isSure: boolean): Problem[] {
  const placed = read.get(document) ?? placedSlips(document)
  read.set(document, placed)
  return placed
    .filter(({ sure }) => sure === isSure)
    .map(({ key, file, position, message, found, expected, remedy }) =>
      problem({ rule, edition: document.language, document: document.id, key, file, position, message, found, expected, remedy }),
    )
}

function placedSlips({ id, tree, source, segments }: Document): Placed[] {
  const keys = new Map(segments.flatMap(({ node, key }) => (node ? [[node as object, key] as const] : [])))
  const positionOf = createPositions(source)
  const inBlocks = slipsOf(tree, source).map((slip) => ({
    ...slip,
    key: slip.block && keys.get(slip.block),
    file: `content/${id}/document.md`,
    position: positionOf(slip.offset),
  }))
  const inFields = segments
    .filter(({ kind }) => kind === 'front' || kind === 'programme')
    .flatMap(({ key, text, place }) =>
      inlineSlips(text).map((slip) => ({ ...slip, key, file: place.file, position: { line: place.line, column: place.column } })),
    )
  return [...inFields, ...inBlocks]
}

/** Finds places from offsets that grow. */
function createPositions(source: string): (offset: number) => Position {
  let [line, start] = [1, 0]
  return (offset) => {
    for (let next = source.indexOf('\n', start); next >= 0 && next < offset; next = source.indexOf('\n', start))
      [line, start] = [line + 1, next + 1]
    return { line, column: offset - start + 1 }
  }
}
