import type { Root } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown, type Options } from 'mdast-util-to-markdown'
import { visit } from 'unist-util-visit'

const OPTIONS: Options = {
  bullet: '-',
  rule: '-',
  fences: true,
  listItemIndent: 'one',
  // Columns are not aligned, so that a change of one cell changes one line.
  extensions: [gfmToMarkdown({ tablePipeAlign: false })],
}

/** Writes a tree as Markdown. Law: read again, its blocks have the same words. */
export function markdownText(tree: Root): string {
  visit(tree, 'tableCell', (cell) => {
    cell.children = cell.children.map((child) => (child.type === 'break' ? { type: 'html', value: '<br>' } : child))
  })
  return toMarkdown(tree, OPTIONS)
}
