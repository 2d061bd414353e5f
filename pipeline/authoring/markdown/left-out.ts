import type { Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { beginning, type Notice } from '../notice.ts'

const LONGEST = 200

/** Tells of words in Markdown that its page does not have: remarks, cells beyond a table’s columns, what links say when pointed at. */
export function leftOut(tree: Root): Notice[] {
  const [remarks, open, cells, titles]: [string[], string[], string[], string[]] = [[], [], [], []]
  visit(tree, (node) => {
    if (node.type === 'html')
      for (const [, remark, end] of node.value.matchAll(/<!--([\s\S]*?)(-->|$)/g)) (end === '' ? open : remarks).push(remark!)
    if ((node.type === 'link' || node.type === 'definition') && node.title) titles.push(node.title)
    if (node.type !== 'table') return
    const columns = node.children[0]?.children.length ?? 0
    for (const row of node.children) for (const cell of row.children.slice(columns)) cells.push(toString(cell))
  })
  const told = (texts: readonly string[]): string => texts.filter((text) => /[\p{L}\p{N}]/u.test(text)).map((text) => `“${beginning(text, LONGEST)}”`).join(', ') // prettier-ignore
  const rows: readonly (readonly [kind: Notice['kind'], what: string, texts: string, remedy: string])[] = [
    ['lost', 'A remark without its end, -->, hides all that follows', told(open), 'Write --> where the remark ends, and take the file anew.'],
    ['note', 'Remarks that no reader sees were left out', told(remarks), 'Write into document.md what readers need of them.'],
    ['lost', 'Cells beyond the columns of their table were left out', told(cells), 'Give the first row of the table as many cells as the longest has; or write them into document.md.'],
    ['lost', 'What links say when pointed at was left out', told(titles), 'Write it into the text if readers need it.'],
  ] // prettier-ignore
  return rows.flatMap(([kind, what, texts, remedy]) => (texts === '' ? [] : [{ kind, what: `${what}: ${texts}.`, remedy }]))
}
