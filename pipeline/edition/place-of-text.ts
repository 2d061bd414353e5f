import type { Code, Nodes } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { Edition } from '../model/edition.ts'
import type { Position } from '../problem.ts'

/** What a page's text may stand in. Their places are those of the document, whatever their words are in this edition. */
const BLOCKS = new Set<Nodes['type']>(['paragraph', 'heading', 'tableCell', 'code'])

/**
 * Where in its document a text stands that a page shows; nothing where that is not in its body. What has this text and no
 * more comes before what has it among others.
 * @param text as it was found in print: without marks, with the number of a list’s item before it, a part alone, or a table’s
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

/** The blocks of a tree, and its tables as wholes, with their letters; a table’s pictures say nothing where they are shown. */
function* textsIn(node: Nodes): Generator<{ node: Nodes; letters: string }> {
  if (node.type === 'table') yield { node, letters: lettersOf(toString(node, { includeImageAlt: false })) }
  if (BLOCKS.has(node.type)) yield { node, letters: lettersOf(toString(node)) }
  else if ('children' in node) for (const child of node.children) yield* textsIn(child)
}

/** The line of a block of code; without its fence where it has one. */
function lineOf({ value, position }: Code, wanted: string): Position | undefined {
  if (!position) return undefined
  const lines = value.split('\n')
  const fence = position.end.line - position.start.line >= lines.length ? 1 : 0
  const index = lines.findIndex((line) => lettersOf(line).includes(wanted))
  return { line: position.start.line + fence + Math.max(0, index), column: 1 }
}

/** What a text is known by, however it is set. */
const lettersOf = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase()
