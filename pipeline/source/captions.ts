import type { Nodes, Paragraph, Root } from 'mdast'
import { plainText } from './plain-text.ts'

/** Beginning of a table’s caption. In a sentence about the table, no such sign follows the number. */
const CAPTION = /^Table(?:\s+[\p{L}\d]{1,3}(?:[.-]\d+)*)?\s*[.:–—]\s/u
/** Beginning of the small print under a table or picture. */
const SOURCE = /^(?:Sources?|Notes?):\s/

/** Limit of length in characters. Longer paragraphs are text. */
const LONGEST = 400

/**
 * Marks captions and source lines, in place: “Table 1. The towns” directly before or after a table is its caption; “Source: …”
 * directly after a table or picture is its source.
 */
export function takeCaptions(node: Root | Nodes): void {
  if (!('children' in node)) return
  const children = node.children as Nodes[]
  for (const [index, child] of children.entries()) {
    if (child.type !== 'table' && !isPicture(child)) {
      takeCaptions(child)
      continue
    }
    const after = [children[index + 1], children[index + 2]]
    const caption = child.type === 'table' ? [children[index - 1], after[0]].find((each) => begins(each, CAPTION)) : undefined
    if (caption) note(caption, 'caption')
    const source = after[caption !== undefined && caption === after[0] ? 1 : 0]
    if (begins(source, SOURCE)) note(source, 'source')
  }
}

function isPicture(node: Nodes): boolean {
  const [only, ...others] = node.type === 'paragraph' ? node.children : []
  return others.length === 0 && (only?.type === 'image' || only?.type === 'imageReference')
}

function begins(node: Nodes | undefined, expression: RegExp): node is Paragraph {
  // A paragraph between two tables belongs to the first.
  if (node?.type !== 'paragraph' || node.data?.beside) return false
  const text = plainText(node)
  return text.length <= LONGEST && expression.test(text)
}

function note(paragraph: Paragraph, beside: 'caption' | 'source'): void {
  paragraph.data = { ...paragraph.data, beside }
}
