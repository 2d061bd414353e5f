import type { Nodes, Root, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { Notice } from '../notice.ts'
import { takeFigures } from './figures.ts'
import { setLevels } from './heading-levels.ts'
import { leadLinks } from './inner-links.ts'
import { takeTitle } from './title.ts'

/** A tree whose title stands apart. */
export interface Arranged {
  readonly title?: string | undefined
  readonly subtitle?: string | undefined
  readonly notices: readonly Notice[]
}

/** Arranges a tree as documents of the product are, in place: title apart, headings from `##` without gaps, figures, links. */
export function arrange(tree: Root): Arranged {
  // A place before a block is that block’s.
  tree.children = tree.children.flatMap((node): RootContent[] => (node.type === 'html' ? [{ type: 'paragraph', children: [node] }] : (node as Nodes).type === 'text' || (node as Nodes).type === 'break' ? [] : [node])) // prettier-ignore
  dropEmpty(tree)
  const front = takeTitle(tree)
  setLevels(tree)
  takeFigures(tree)
  return { ...front, notices: leadLinks(tree) }
}

/** Removes blocks in which nothing stands. */
function dropEmpty(tree: Root): void {
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return undefined
    if ((node.type === 'list' || node.type === 'blockquote') && node.children.length === 0) {
      parent.children.splice(index, 1)
      return index
    }
    if (node.type !== 'paragraph' && node.type !== 'heading') return undefined
    if (holdsAnything(node)) return undefined
    // The places that such a block has are those of the next.
    const anchors = node.children.filter((child) => child.type === 'html')
    const next = parent.children[index + 1]
    if (anchors.length > 0 && next && (next.type === 'paragraph' || next.type === 'heading')) next.children.unshift(...anchors)
    parent.children.splice(index, 1)
    return index
  })
  visit(tree, 'thematicBreak', (_, index, parent) => void parent!.children.splice(index!, 1))
}

function holdsAnything(node: Nodes): boolean {
  let holds = toString(node, { includeHtml: false }).trim() !== ''
  // The mark of an alert heads what is no paragraph, such as a list.
  visit(
    node,
    (each) =>
      void (holds ||= each.type === 'image' || each.type === 'footnoteReference' || (each.type === 'html' && each.value.startsWith('[!'))),
  )
  return holds
}
