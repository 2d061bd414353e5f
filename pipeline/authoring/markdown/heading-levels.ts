import type { Heading, Root } from 'mdast'
import { visit } from 'unist-util-visit'

/** The highest heading of a text. */
const HIGHEST = 2
const DEEPEST = 6

/** Closes the gaps between levels. Of more than five levels the highest is `#`. */
export function setLevels(tree: Root): void {
  visit(tree, 'paragraph', (paragraph, index, parent) => {
    // A second title heads a part.
    if (paragraph.data?.style === 'title') parent!.children.splice(index!, 1, { type: 'heading', depth: 1, children: paragraph.children })
  })
  const headings = inOrder(tree)
  const used = [...new Set(headings.map(({ depth }) => depth))].sort((a, b) => a - b)
  const highest = used.length > DEEPEST - HIGHEST + 1 ? 1 : HIGHEST
  let above = highest - 1
  for (const heading of headings) {
    // A level is skipped by its look alone.
    above = Math.min(DEEPEST, above + 1, highest + used.indexOf(heading.depth))
    heading.depth = above as Heading['depth']
    heading.children = heading.children.map((child) => (child.type === 'break' ? { type: 'text', value: ' ' } : child))
  }
}

function inOrder(tree: Root): Heading[] {
  const headings: Heading[] = []
  visit(tree, 'heading', (heading) => void headings.push(heading))
  return headings
}
