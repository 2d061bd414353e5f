import type { Element, Nodes } from 'hast'
import { wordsOfColumn, type Interface } from '../edition/interface.ts'

/** Whether an element holds what one of the languages of a parallel edition says. */
export function isCell({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('cell')
}

/** The interface for what stands in a node: where that is a column of a parallel edition, in its language. */
export function wordsInside(node: Nodes, words: Interface): Interface {
  return node.type === 'element' && isCell(node) ? wordsOfColumn(words, node.properties['lang']) : words
}
