import type { Root } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown, type Options } from 'mdast-util-to-markdown'
import { visit } from 'unist-util-visit'

const GFM = gfmToMarkdown({ tablePipeAlign: false })

const OPTIONS: Options = {
  bullet: '-',
  rule: '-',
  fences: true,
  listItemIndent: 'one',
  // Columns are not aligned, so that a change of one cell changes one line.
  // Addresses are links already: those that stand in texts need no escapes.
  extensions: (GFM.extensions ?? []).filter(({ unsafe }) => !unsafe?.some(({ character }) => character === '@')),
}

/** Writes a tree as Markdown. Law: read again, its blocks have the same words. */
export function markdownText(tree: Root): string {
  visit(tree, 'tableCell', (cell) => {
    cell.children = cell.children.map((child) => (child.type === 'break' ? { type: 'html', value: '<br>' } : child))
  })
  return toMarkdown(tree, OPTIONS)
}
