import type { Code, Nodes } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { Edition } from '../model.ts'
import type { Position } from '../problem.ts'

/** What a page's text may stand in. Their places are those of the document, whatever their words are in this edition. */
const BLOCKS = new Set<Nodes['type']>(['paragraph', 'heading', 'tableCell', 'code'])

/**
 * Where in its document a text stands that a page shows; nothing where that is not in its body.
 * @param text as it was found in print: without marks, with the number of a list’s item before it, or a part alone
 */
export function placeOfText({ body }: Pick<Edition, 'body'>, text: string): Position | undefined {
  const wanted = lettersOf(text)
  if (wanted === '') return undefined
  const around = { length: 0, place: undefined as Position | undefined }
  const visit = (node: Nodes): Position | undefined => {
    if (BLOCKS.has(node.type)) {
      const own = lettersOf(toString(node))
      if (own.includes(wanted)) return node.type === 'code' ? lineOf(node, wanted) : node.position?.start
      if (own.length > around.length && wanted.includes(own)) Object.assign(around, { length: own.length, place: node.position?.start })
      return undefined
    }
    if (!('children' in node)) return undefined
    for (const child of node.children) {
      const found = visit(child)
      if (found) return found
    }
    return undefined
  }
  return visit(body) ?? around.place
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
