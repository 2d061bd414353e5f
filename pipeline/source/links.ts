import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { shown } from '../identifier.ts'
import { Failure, problem, type Problem } from '../problem.ts'

/** The kinds of address that a reader may follow from a publication; all others lose their address in it. */
const KINDS = ['http:', 'https:', 'mailto:']

/**
 * Refuses links that lead into the author's own machine (`file:`) or would run something (`javascript:`).
 * @throws Failure with the place of each
 */
export function refuseLinks(tree: Root, file: string): void {
  const problems: Problem[] = []
  visit(tree, (node) => {
    if (node.type !== 'link' && node.type !== 'definition') return
    const kind = /^[a-z][\w+.-]*:/i.exec(node.url)?.[0].toLowerCase()
    if (kind === undefined || KINDS.includes(kind)) return
    problems.push(
      problem({
        rule: 'link-address',
        file,
        position: { line: node.position!.start.line, column: node.position!.start.column },
        message: 'This link leads to nothing that a reader could open.',
        found: shown(node.url),
        expected: `an address that begins with ${KINDS.join(', ')}`,
        remedy: 'Give the address on the web, or remove the link and keep its words.',
      }),
    )
  })
  if (problems.length > 0) throw new Failure(...problems)
}
