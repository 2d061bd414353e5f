import type { Element, Nodes } from 'hast'
import { toString } from 'mdast-util-to-string'

/** So many signs of code stand side by side in the text column, in the size that the style gives them. */
const MEASURE = 63
/** A line that goes on hangs below its own beginning, but leaves room for as many signs as its indentation may take. */
const DEEPEST = 20
/** How far apart the stops of a tab are, in signs, as in terminals and browsers. */
const TAB = 8

/**
 * Makes each line of code an element, in place, so that the style can tell a line that goes on from one that begins; and
 * marks blocks with lines longer than the text column is wide, which take the margin too. For print.
 */
export function setCodeLines(tree: Nodes): void {
  if (!('children' in tree)) return
  const code = tree.type === 'element' && tree.tagName === 'pre' ? tree.children.find((child) => child.type === 'element') : undefined
  if (tree.type !== 'element' || code?.tagName !== 'code') {
    for (const child of tree.children) setCodeLines(child)
    return
  }
  const lines = toString(code)
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => withoutTabs(line.trimEnd()))
  if (lines.some((line) => line.length > MEASURE)) tree.properties['dataWide'] = ''
  code.children = lines.map(lineElement)
}

/** The space parts its last word from the next line’s, for who reads the text without its lines. */
function lineElement(line: string): Element {
  const indent = Math.min(DEEPEST, line.length - line.trimStart().length)
  const properties = { className: ['line'], ...(indent > 0 && { dataIndent: indent }) }
  return { type: 'element', tagName: 'span', properties, children: [{ type: 'text', value: `${line} \n` }] }
}

/** A line whose tabs are spaces: the stops of a line that hangs would be others. */
function withoutTabs(line: string): string {
  return line.split('\t').reduce((before, part) => before.padEnd(before.length + TAB - (before.length % TAB)) + part)
}
