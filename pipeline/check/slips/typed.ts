import type { Nodes } from 'mdast'

/** Stands for each character that is no text: code, addresses, HTML, marks that act, and characters that are escaped. */
const ACTING = '\uFFFC'
/** Stands for each character of an address that is a link by itself. */
const ADDRESS = '\uFFFB'
/** Stand for the backslash and the bracket that begin or end a formula of LaTeX: to Markdown the bracket is escaped. */
const [FORMULA, FORMULA_END] = ['\uFFFA', '\uFFF9']
/** Stands for the end of a line after which a new one begins on the page too. */
export const BREAK = '\r'

/** A backslash that takes a mark’s meaning away, a character written as an entity, and a comment (CommonMark 0.31, 2.4, 2.5 and 6.6). */
const ESCAPED = /\\[!-/:-@[-`{-~]|&(?:#\d{1,7}|#[xX][\dA-Fa-f]{1,6}|[A-Za-z]\w{1,31});|<!--(?:-?>|[\s\S]*?-->)/g

/** The text of a block of a tree as its writer typed it, each other character `ACTING`. */
export function typedText(block: Nodes, source: string): string {
  const { start, end } = block.position!
  return typedAmong('children' in block ? block.children : [], source.slice(start.offset, end.offset), start.offset!)
}

/**
 * The same for a text and the nodes that it was parsed into.
 * Law: it is as long as the text, and has its line ends, be they `BREAK`.
 * @param offset at which the text stands in what the nodes’ places count in
 */
export function typedAmong(nodes: readonly Nodes[], text: string, offset: number): string {
  const [first, second] = nodes
  const isWhole = first?.type === 'text' && first.position?.start.offset === offset && first.position.end.offset === offset + text.length
  if (isWhole && !second) return text.replaceAll(ESCAPED, hidden)
  const units = hidden(text).split('')
  const visit = (node: Nodes): void => {
    const children: readonly Nodes[] = 'children' in node ? node.children : []
    children.forEach(visit)
    if (!node.position) return
    const [from, to] = [Math.max(node.position.start.offset! - offset, 0), node.position.end.offset! - offset]
    const own = text.slice(from, to)
    if (node.type === 'text') write(from, own.replaceAll(ESCAPED, hidden))
    else if (node.type === 'link' && !own.startsWith('[')) {
      const address = own.replaceAll(/[^\n]+/g, (line) => ADDRESS.repeat(line.length))
      // The brackets of <https://example.org> are marks that act.
      write(from, own.startsWith('<') ? ACTING + address.slice(1, -1) + ACTING : address)
    }
    if (node.type === 'break') units[to - 1] = BREAK
  }
  const write = (from: number, own: string): void => {
    for (let at = 0; at < own.length; at++) units[from + at] = own[at]!
  }
  nodes.forEach(visit)
  return units.join('')
}

function hidden(own: string): string {
  if (own === '\\(' || own === '\\[') return FORMULA.repeat(2)
  if (own === '\\)' || own === '\\]') return FORMULA_END.repeat(2)
  return own.replaceAll(/[^\n]+/g, (line) => ACTING.repeat(line.length))
}

/** A typed text as a person may be shown it. */
export function shownTyped(text: string): string {
  return text
    .replaceAll(/[\uFFF9-\uFFFC]+/g, '…')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
