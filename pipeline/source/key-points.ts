import type { List, Nodes, Root } from 'mdast'
import { plainText } from './plain-text.ts'

/** Headings of key points. */
const NAMES =
  /^(?:the )?(?:(?:key|main|major|principal) (?:points?|messages?|findings?|facts?|figures?|takeaways?|conclusions?|recommendations?)|highlights|takeaways|at a glance|in brief|(?:executive )?summary)[.:]?$/i

/** Marks the heading of a list of key points, the list, and the line that introduces it, in place. */
export function takeKeyPoints(tree: Root): void {
  const children: readonly Nodes[] = tree.children
  for (const [index, heading] of children.entries()) {
    if (heading.type !== 'heading' || !NAMES.test(plainText(heading).trim())) continue
    const [next, after] = children.slice(index + 1)
    const points = isList(next) ? [next] : next?.type === 'paragraph' && isList(after) ? [next, after] : []
    if (points.length === 0) continue
    for (const node of [heading, ...points]) node.data = { ...node.data, isKeyPoint: true }
  }
}

function isList(node: Nodes | undefined): node is List {
  return node?.type === 'list'
}
