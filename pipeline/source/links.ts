import type { Definition, Image, ImageReference, Link, LinkReference, Nodes, Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { shown } from '../files/identifier.ts'
import type { ParsedDocument, Place } from '../model/document.ts'
import { Failure, problem, type Problem } from '../problem.ts'
import { parseInline } from './markdown.ts'
import { nodesIn } from './nodes.ts'
import { normalLabel } from './pieces.ts'
import { KINDS } from './targets.ts'

/** Schemes that execute something or lead into the author’s own machine. */
const REFUSED = /^\s*(?:javascript|vbscript|data|blob|file|about|view-source):/i

/**
 * Refuses links that lead into the author’s own machine (`file:`) or execute something (`javascript:`).
 * @throws Failure with the place of each
 */
export function refuseLinks(tree: Root, file: string): void {
  const problems: Problem[] = []
  const named = { linkReference: new Set<string>(), imageReference: new Set<string>() }
  const nodes = nodesIn(tree)
  for (const node of nodes) if (node.type === 'linkReference' || node.type === 'imageReference') named[node.type].add(labelOf(node))
  for (const node of nodes) {
    if ((node.type !== 'link' && node.type !== 'definition') || !REFUSED.test(node.url)) continue
    // Pictures must be beside the document, which another rule checks.
    if (node.type === 'definition' && named.imageReference.has(labelOf(node)) && !named.linkReference.has(labelOf(node))) continue
    problems.push(
      problem({
        rule: 'link-address',
        file,
        position: { line: node.position!.start.line, column: node.position!.start.column },
        message: 'This link leads to nothing that a reader could open.',
        found: shown(node.url),
        expected: `an address that begins with ${KINDS.map((kind) => `${kind}:`).join(', ')}`,
        remedy: 'Give the address on the web, or remove the link and keep its words.',
      }),
    )
  }
  if (problems.length > 0) throw new Failure(...problems)
}

/** Definitions by label. The first with a label applies (CommonMark 0.31, 4.7). */
export type Definitions = ReadonlyMap<string, Definition>

/** Collects the definitions of a tree. */
export function linkDefinitions(tree: Root): Definitions {
  const definitions = new Map<string, Definition>()
  for (const node of nodesIn(tree)) {
    if (node.type !== 'definition') continue
    const label = labelOf(node)
    if (!definitions.has(label)) definitions.set(label, node)
  }
  return definitions
}

/** Address and title of a link or picture, direct or by reference. Absent if the label is not defined. */
export function resourceOf(
  node: Link | LinkReference | Image | ImageReference,
  definitions: Definitions,
): { readonly url: string; readonly title?: string | null | undefined } | undefined {
  return node.type === 'link' || node.type === 'image' ? node : definitions.get(labelOf(node))
}

function labelOf({ label, identifier }: Definition | LinkReference | ImageReference): string {
  return normalLabel(label ?? identifier)
}

/** A link with its place. Links in the front matter or programme have no key yet. */
export interface LinkAt {
  readonly url: string
  readonly place: Place
  /** True if the words of the link are its address. */
  readonly isShown: boolean
}

/** Links of a document in reading order, including front matter and programme. */
export function linksIn({ tree, passages }: Pick<ParsedDocument, 'tree' | 'passages'>, file: string): LinkAt[] {
  const definitions = linkDefinitions(tree)
  const links: LinkAt[] = []
  const collect = (node: Nodes, placeOf: (node: Nodes) => Place): void => {
    for (const each of nodesIn(node)) {
      const resource = each.type === 'link' || each.type === 'linkReference' ? resourceOf(each, definitions) : undefined
      if (resource) links.push({ url: resource.url, place: placeOf(each), isShown: resource.url.endsWith(toString(each)) })
    }
  }
  for (const { node, kind, text, place } of passages) {
    if ((node === undefined || kind === 'caption') && /[[<]|:\/\/|www\.|@/i.test(text))
      collect({ type: 'root', children: parseInline(text) }, () => place)
  }
  collect(tree, ({ position }) => ({ file, line: position?.start.line ?? 1, column: position?.start.column ?? 1 }))
  return links
}
