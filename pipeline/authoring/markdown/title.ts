import type { Heading, Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { textOf } from './text-of.ts'

/** Takes the title out of the text: the paragraph of that style, or a single highest heading at the top. */
export function takeTitle(tree: Root): { title?: string; subtitle?: string } {
  const first = tree.children.findIndex(({ type }) => type === 'heading')
  const styled = (style: 'title' | 'subtitle'): number =>
    tree.children.findIndex((node, index) => node.data?.style === style && (first < 0 || index <= first + 1))
  const take = (index: number): string => textOf(tree.children.splice(index, 1)[0]!)
  const at = styled('title')
  if (at >= 0) {
    const title = take(at)
    const below = styled('subtitle')
    const subtitle = below >= 0 ? take(below) : undefined
    // Where somebody wrote the title twice, it stands once.
    const again = tree.children[0]
    if (again?.type === 'heading' && textOf(again).toLowerCase() === title.toLowerCase()) tree.children.shift()
    return { title, ...(subtitle !== undefined && { subtitle }) }
  }
  const headings = tree.children.filter((node): node is Heading => node.type === 'heading')
  const highest = Math.min(...headings.map(({ depth }) => depth))
  const [top, ...others] = headings.filter(({ depth }) => depth === highest)
  const isTitle = top !== undefined && others.length === 0 && tree.children[0] === top && headings.length > 1 && isPlain(top)
  return isTitle ? { title: take(0) } : {}
}

/** True for a heading that can be a title: without pictures and notes. */
export function isPlain(heading: Nodes): boolean {
  let holds = false
  visit(heading, (node) => void (holds ||= node.type === 'footnoteReference' || node.type === 'image'))
  return !holds
}
