import GithubSlugger from 'github-slugger'
import type { Heading, Nodes } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { Document } from '../model/document.ts'
import { plainText } from './plain-text.ts'
import { BEGINNING } from './targets.ts'

/** The places of a document's page that links may lead to: name, in small letters → id of an element of the page. */
export type Anchors = ReadonlyMap<string, string>

/** The id that each heading has in the page of every edition: it survives edits, as the key does. */
function headingIds({ tree, segments }: Pick<Document, 'tree' | 'segments'>): ReadonlyMap<Heading, string> {
  // ASCII, since Chromium percent-encodes other names in a PDF's destinations.
  const keys = new Map(segments.flatMap(({ node, key }) => (node?.type === 'heading' ? [[node, key] as const] : [])))
  const ids = new Map<Heading, string>()
  const taken = new Set<string>()
  visit(tree, 'heading', (heading) => {
    // The title stands on the cover.
    if (heading.data?.isTitle) return
    const key = keys.get(heading)
    // One that is not translated, such as a year, has no key.
    const name =
      key === undefined
        ? `n-${plainText(heading).replaceAll(/[^a-z\d]+/gi, '-')}`
        : `s-${key.replace(/\.heading$/, '').replaceAll('.', '-')}`
    let id = name
    for (let number = 2; taken.has(id); number++) id = `${name}-${number}`
    taken.add(id)
    ids.set(heading, id)
  })
  return ids
}

/** The ids in the page of the blocks that links lead to: headings, and what its writer gave names by anchors. */
export function placeIds(document: Pick<Document, 'tree' | 'segments'>): ReadonlyMap<Nodes, string> {
  const headings = headingIds(document)
  const ids = new Map<Nodes, string>(headings)
  const taken = new Set<string>()
  visit(document.tree, (node, _, parent) => {
    const name = node.data?.anchors?.[0]
    if (name === undefined || node.type === 'heading' || node.type === 'root') return
    // The paragraph of a tight list's item becomes no element.
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
 * The anchors of a document: every heading by the name that GitHub gives it from its words in the source, whatever language
 * a page is in, and by its own id; every block by the names that its writer gave it; every note by its label.
 */
export function anchorsOf(document: Pick<Document, 'tree' | 'segments' | 'programme'>): Anchors {
  const places = placeIds(document)
  const ids = headingIds(document)
  const anchors = new Map<string, string>()
  const add = (name: string, id: string): void => {
    if (!anchors.has(name)) anchors.set(name, id)
  }
  const slugger = new GithubSlugger()
  visit(document.tree, 'heading', (heading) =>
    add(slugger.slug(toString(heading, { includeImageAlt: false, includeHtml: false })), ids.get(heading) ?? BEGINNING),
  )
  for (const id of ids.values()) add(id.toLowerCase(), id)
  visit(document.tree, (node, _, parent) => {
    const id = places.get(node) ?? (parent && places.get(parent)) ?? BEGINNING
    for (const name of node.data?.anchors ?? []) for (const prefix of ['', 'user-content-']) add(`${prefix}${name.toLowerCase()}`, id)
  })
  visit(document.tree, 'footnoteDefinition', ({ identifier }) => {
    // As mdast-util-to-hast names them, and GitHub before it.
    const name = encodeURI(identifier.toLowerCase())
    for (const prefix of ['', 'user-content-']) add(`${prefix}fn-${identifier.toLowerCase()}`, `fn-${name}`)
  })
  if (document.programme) add('programme', 'programme')
  return anchors
}
