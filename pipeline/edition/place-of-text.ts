import type { Code, Nodes } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { Edition } from '../model/edition.ts'
import type { Position } from '../problem.ts'

/** Blocks of text. Their places are those in the document, whatever their words in the edition. */
const BLOCKS = new Set<Nodes['type']>(['paragraph', 'heading', 'tableCell', 'code'])

/**
 * Finds the place in the document of a text from the page. Returns nothing if the text is not in the body. A block with exactly
 * this text comes before a block that contains it.
 * @param text as found in print: without markup, perhaps with a list number before it, in part, or a whole table’s
 */
export function placeOfText({ body }: Pick<Edition, 'body'>, text: string): Position | undefined {
  const wanted = lettersOf(text)
  if (wanted === '') return undefined
  const blocks = [...textsIn(body)]
  const whole = blocks.find(({ letters }) => letters === wanted)
  const around = whole ?? blocks.find(({ letters, node }) => node.type !== 'table' && letters.includes(wanted))
  if (around) return around.node.type === 'code' ? lineOf(around.node, wanted) : around.node.position?.start
  const parts = blocks.filter(({ letters }) => letters !== '' && wanted.includes(letters))
  return parts.toSorted((a, b) => b.letters.length - a.letters.length)[0]?.node.position?.start
}

/** Blocks and whole tables of a tree with their letters. Pictures in tables have no text if they are shown. */
function* textsIn(node: Nodes): Generator<{ node: Nodes; letters: string }> {
  if (node.type === 'table') yield { node, letters: lettersOf(toString(node, { includeImageAlt: false })) }
  if (BLOCKS.has(node.type)) yield { node, letters: lettersOf(toString(node)) }
  else if ('children' in node) for (const child of node.children) yield* textsIn(child)
}

/** Place of a line in a code block, after its opening fence if it has one. */
function lineOf({ value, position }: Code, wanted: string): Position | undefined {
  if (!position) return undefined
  const lines = value.split('\n')
  const fence = position.end.line - position.start.line >= lines.length ? 1 : 0
  const index = lines.findIndex((line) => lettersOf(line).includes(wanted))
  return { line: position.start.line + fence + Math.max(0, index), column: 1 }
}

/** The letters that identify a text, however it is set. */
const lettersOf = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase()
