import type { Nodes, Paragraph, Root } from 'mdast'
import { plainText } from './plain-text.ts'

/** As writers begin the caption of a table: a sentence that tells of it has no such sign after the number. */
const CAPTION = /^Table(?:\s+[\p{L}\d]{1,3}(?:[.-]\d+)*)?\s*[.:–—]\s/u
/** As they begin what stands small under a table or a picture. */
const SOURCE = /^(?:Sources?|Notes?):\s/

/** Longer paragraphs are text. */
const LONGEST = 400

/**
 * Notes in place which paragraphs belong to the table or the picture beside them: “Table 1. The towns” right before a table,
 * or right after it, is its caption; “Source: …” right after a table or a picture says where that is from.
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
  // A paragraph between two tables is that of the first.
  if (node?.type !== 'paragraph' || node.data?.beside) return false
  const text = plainText(node)
  return text.length <= LONGEST && expression.test(text)
}

function note(paragraph: Paragraph, beside: 'caption' | 'source'): void {
  paragraph.data = { ...paragraph.data, beside }
}
