import GithubSlugger from 'github-slugger'
import type { Heading } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { Document } from '../model/document.ts'
import { plainText } from './plain-text.ts'
import { BEGINNING } from './targets.ts'

/** The places of a document's page that links may lead to: name, in small letters → id of an element of the page. */
export type Anchors = ReadonlyMap<string, string>

/** The id that each heading has in the page of every edition: it survives edits, as the key does. */
export function headingIds({ tree, segments }: Pick<Document, 'tree' | 'segments'>): ReadonlyMap<Heading, string> {
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

/**
 * The anchors of a document: every heading by the name that GitHub gives it from its words in the source, whatever language
 * a page is in, and by its own id; every note by its label.
 */
export function anchorsOf(document: Pick<Document, 'tree' | 'segments' | 'programme'>): Anchors {
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
  visit(document.tree, 'footnoteDefinition', ({ identifier }) => {
    // As mdast-util-to-hast names them, and GitHub before it.
    const name = encodeURI(identifier.toLowerCase())
    for (const prefix of ['', 'user-content-']) add(`${prefix}fn-${identifier.toLowerCase()}`, `fn-${name}`)
  })
  if (document.programme) add('programme', 'programme')
  return anchors
}
