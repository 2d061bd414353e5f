import type { Nodes } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { NOTE_PREFIX } from '../../catalog/notes.ts'
import type { Prose } from '../prose.ts'

/** Targets and marked parts of a text’s Markdown, in order. */
export interface Marks {
  /** Targets of links with words of their own. */
  readonly links: readonly string[]
  /** Addresses that are read as such. */
  readonly urls: readonly string[]
  readonly emails: readonly string[]
  readonly emphasis: readonly string[]
  readonly strong: readonly string[]
  readonly code: readonly string[]
  readonly footnotes: readonly string[]
  /** Calls of translators’ notes. */
  readonly notes: readonly string[]
  readonly images: readonly string[]
  /** Tags of what is raised, lowered, or a key to press; not of the endings of ordinals, which few languages raise. */
  readonly elements: readonly string[]
  readonly html: readonly string[]
  /** New lines within the text. */
  readonly breaks: readonly string[]
}

const NONE: Marks = {
  links: [],
  urls: [],
  emails: [],
  emphasis: [],
  strong: [],
  code: [],
  footnotes: [],
  notes: [],
  images: [],
  elements: [],
  html: [],
  breaks: [],
}
const ENDING = /^\p{L}{2,}$/u
const ADDRESS = /^(?:https?:\/\/|www\.)/i

const read = new WeakMap<Prose, Marks>()

/** The marks of a text. */
export function marksOf(prose: Prose): Marks {
  const known = read.get(prose)
  if (known) return known
  const { nodes } = prose
  if (nodes.length === 0 || (nodes.length === 1 && nodes[0]!.type === 'text')) return NONE
  const marks: { [Name in keyof Marks]: string[] } = {
    links: [], urls: [], emails: [], emphasis: [], strong: [], code: [], footnotes: [], notes: [], images: [], elements: [], html: [], breaks: [],
  } // prettier-ignore
  for (const node of nodes) collect(node, marks)
  read.set(prose, marks)
  return marks
}

function collect(node: Nodes, marks: { [Name in keyof Marks]: string[] }): void {
  if (node.type === 'link') {
    if (node.url.startsWith('mailto:')) marks.emails.push(node.url.slice('mailto:'.length))
    else marks[ADDRESS.test(toString(node)) ? 'urls' : 'links'].push(node.url)
  } else if (node.type === 'emphasis') marks.emphasis.push(toString(node))
  else if (node.type === 'strong') marks.strong.push(toString(node))
  else if (node.type === 'inlineCode') marks.code.push(node.value)
  else if (node.type === 'footnoteReference')
    if (node.identifier.startsWith(NOTE_PREFIX)) marks.notes.push(node.label ?? node.identifier)
    else marks.footnotes.push(node.identifier)
  else if (node.type === 'image') marks.images.push(node.url)
  else if (node.type === 'inlineElement' && node.name !== 'abbr' && !ENDING.test(toString(node))) marks.elements.push(`<${node.name}>`)
  else if (node.type === 'html') marks.html.push(node.value)
  else if (node.type === 'break') marks.breaks.push('<br>')
  if ('children' in node) for (const child of node.children) collect(child, marks)
}
