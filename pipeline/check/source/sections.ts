import type { Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { Position } from '../../problem.ts'

/** A heading and what is known of the text under it. */
export interface Section {
  readonly title: string
  readonly depth: number
  readonly position: Position
  /** True if neither text nor a deeper heading follows. */
  readonly isEmpty: boolean
}

/** The sections of a document, in order. */
export function sectionsOf({ children }: Root): Section[] {
  return children.flatMap((node, index) => {
    if (node.type !== 'heading') return []
    const next = children.slice(index + 1).find(({ type }) => type !== 'definition' && type !== 'footnoteDefinition')
    const isEmpty = next === undefined || (next.type === 'heading' && next.depth <= node.depth)
    return [{ title: toString(node), depth: node.depth, position: node.position!.start, isEmpty }]
  })
}
