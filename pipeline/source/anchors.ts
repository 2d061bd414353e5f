import GithubSlugger from 'github-slugger'
import type { Heading, Nodes } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { Document } from '../model/document.ts'
import { nodesIn } from './nodes.ts'
import { plainText } from './plain-text.ts'
import { BEGINNING } from './targets.ts'

/** Link targets in a document’s page: lower-case name → id of an element. */
export type Anchors = ReadonlyMap<string, string>

/** Ids of headings, common to all editions. Like keys, they survive edits. */
function headingIds({ tree, segments }: Pick<Document, 'tree' | 'segments'>): ReadonlyMap<Heading, string> {
  // ASCII, since Chromium percent-encodes other names in a PDF's destinations.
  const keys = new Map(segments.flatMap(({ node, key }) => (node?.type === 'heading' ? [[node, key] as const] : [])))
  const ids = new Map<Heading, string>()
  const taken = new Set<string>()
  for (const heading of nodesIn(tree)) {
    // The title is on the cover.
    if (heading.type !== 'heading' || heading.data?.isTitle) continue
    const key = keys.get(heading)
    // A heading that is not translated, such as a year, has no key.
    const name =
      key === undefined
        ? `n-${plainText(heading).replaceAll(/[^a-z\d]+/gi, '-')}`
        : `s-${key.replace(/\.heading$/, '').replaceAll('.', '-')}`
    let id = name
    for (let number = 2; taken.has(id); number++) id = `${name}-${number}`
    taken.add(id)
    ids.set(heading, id)
  }
  return ids
}

/** Ids of link targets in the page: headings, and blocks with the writer’s anchors. */
export function placeIds(document: Pick<Document, 'tree' | 'segments'>): ReadonlyMap<Nodes, string> {
  const headings = headingIds(document)
  const ids = new Map<Nodes, string>(headings)
  const taken = new Set<string>()
  visit(document.tree, (node, _, parent) => {
    const name = node.data?.anchors?.[0]
    if (name === undefined || node.type === 'heading' || node.type === 'root') return
    // The paragraph of a tight list item does not become an element.
    const block = node.type === 'paragraph' && parent?.type === 'listItem' ? parent : node
    if (ids.has(block)) return
    const own = `a-${name.replaceAll(/[^a-z\d]+/gi, '-')}`
    let id = own
    for (let number = 2; taken.has(id); number++) id = `${own}-${number}`
    taken.add(id)
    ids.set(block, id)
  })
  return ids
}

/**
 * Anchors of a document: headings by id and by GitHub’s name for their English words, in every language; blocks by the writer’s
 * anchors; notes by label.
 */
export function anchorsOf(document: Pick<Document, 'tree' | 'segments' | 'programme'>): Anchors {
  const places = placeIds(document)
  const ids = headingIds(document)
  const anchors = new Map<string, string>()
  const add = (name: string, id: string): void => {
    if (!anchors.has(name)) anchors.set(name, id)
  }
  const slugger = new GithubSlugger()
  for (const node of nodesIn(document.tree))
    if (node.type === 'heading')
      add(slugger.slug(toString(node, { includeImageAlt: false, includeHtml: false })), ids.get(node) ?? BEGINNING)
  for (const id of ids.values()) add(id.toLowerCase(), id)
  visit(document.tree, (node, _, parent) => {
    const id = places.get(node) ?? (parent && places.get(parent)) ?? BEGINNING
    for (const name of node.data?.anchors ?? []) for (const prefix of ['', 'user-content-']) add(`${prefix}${name.toLowerCase()}`, id)
  })
  for (const node of nodesIn(document.tree)) {
    if (node.type !== 'footnoteDefinition') continue
    const { identifier } = node
    // Named as in mdast-util-to-hast and on GitHub.
    const name = encodeURI(identifier.toLowerCase())
    for (const prefix of ['', 'user-content-']) add(`${prefix}fn-${identifier.toLowerCase()}`, `fn-${name}`)
  }
  if (document.programme) add('programme', 'programme')
  return anchors
}
