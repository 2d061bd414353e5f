import GithubSlugger from 'github-slugger'
import type { Link, Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { beginning, type Notice } from '../notice.ts'
import { textOf } from './text-of.ts'

/** Addresses that lead nowhere on another machine, or act. */
const UNSAFE = /^(?:javascript|vbscript|data|file):/i

const PLACE = /^<a id="([^"]*)"><\/a>$/

/**
 * Leads links in the document to headings by their words, keeps the places that others lead to, and removes all others.
 * @returns what leads nowhere, which becomes plain text
 */
export function leadLinks(tree: Root): Notice[] {
  const wanted = new Set<string>()
  visit(tree, 'link', ({ url }) => void (url.startsWith('#') && wanted.add(decoded(url.slice(1)))))
  const places = new Map<string, string>()
  const slugger = new GithubSlugger()
  visit(tree, 'heading', (heading) => {
    const names = heading.children.flatMap((child) => (child.type === 'html' ? (PLACE.exec(child.value)?.[1] ?? []) : []))
    const slug = slugger.slug(toString(heading, { includeImageAlt: false, includeHtml: false }))
    for (const name of names) places.set(name, slug)
    heading.children = heading.children.filter((child) => !(child.type === 'html' && PLACE.test(child.value)))
  })
  visit(tree, 'html', ({ value }, index, parent) => {
    const name = PLACE.exec(value)?.[1]
    if (name === undefined) return undefined
    if (wanted.has(name) && !places.has(name)) {
      places.set(name, name)
      return undefined
    }
    parent!.children.splice(index!, 1)
    return index
  })
  const notices: Notice[] = []
  visit(tree, 'link', (link: Link, index, parent) => {
    const name = link.url.startsWith('#') ? decoded(link.url.slice(1)) : undefined
    const place = name === undefined ? undefined : places.get(name)
    const isUnsafe = UNSAFE.test(link.url)
    if (!isUnsafe && (name === undefined || place !== undefined)) {
      if (place !== undefined) link.url = `#${place}`
      return undefined
    }
    if (isUnsafe) notices.push({ kind: 'changed', what: `A link became plain text: “${beginning(textOf(link))}” leads to ${beginning(link.url)}, which no reader could follow.`, remedy: 'Put the file beside document.md and link to its name, or link to its address on the web.' }) // prettier-ignore
    else if (name !== '') notices.push({ kind: 'changed', what: `A link in the document became plain text: “${beginning(textOf(link))}” leads to “${name}”, which is not there.`, remedy: 'Link to a heading by its words, as in [costs](#what-it-costs).' }) // prettier-ignore
    parent!.children.splice(index!, 1, ...(link.children as never[]))
    return index
  })
  return notices
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
