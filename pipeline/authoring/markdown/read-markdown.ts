import GithubSlugger from 'github-slugger'
import { toHtml } from 'hast-util-to-html'
import type { Heading, Root, RootContent } from 'mdast'
import { toHast } from 'mdast-util-to-hast'
import { toString } from 'mdast-util-to-string'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { notUtf8 } from '../../files/file-errors.ts'
import { takeAlerts } from '../../source/alerts.ts'
import { refuseComplex } from '../../source/complexity.ts'
import { decoded } from '../html/encoding.ts'
import { readPage, refuseLarge } from '../html/html.ts'
import { ALERT } from '../html/nodes.ts'
import { beginning, type Notice } from '../notice.ts'
import type { Reading } from '../reading.ts'
import { NOTHING_IN_IT, UNKNOWN, unusable } from '../refusals.ts'
import { frontFields } from './front-fields.ts'
import { leftOut } from './left-out.ts'
import { placeNotes, REFERENCES } from './place-notes.ts'
import { isPlain } from './title.ts'

/** Names of Markdown files. */
export const MARKDOWN = /\.(?:md|markdown|mdown|mkdn?)$/i

const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkFrontmatter, ['yaml', 'toml']).freeze()

/**
 * Reads Markdown that was written for another tool, as the page that it stands for: its HTML is text, too.
 * @throws Failure for what is no text, or none in UTF-8, and for a text that is too complex
 */
export function readMarkdown(bytes: Uint8Array, name: string): Reading {
  const { text: whole, isLossy } = decoded(bytes)
  if (whole.includes('\0')) throw unusable(name, UNKNOWN)
  if (isLossy) throw notUtf8(name, bytes)
  // Front matter stands at the beginning, whatever blank lines an editor left before it.
  const text = whole.replace(/^\uFEFF/, '').replace(/^\s*\n/, '')
  if (text.trim() === '') throw unusable(name, NOTHING_IN_IT)
  refuseComplex(text, name)
  refuseLarge(text.match(BLOCK)?.length ?? 0, name)
  const tree = parser.parse(text)
  const { said: { subtitle, ...said }, notices } = frontFields(tree) // prettier-ignore
  const left = leftOut(tree)
  takeAlerts(tree, text)
  nameHeadings(tree)
  const others = titles(tree, said.title)
  placeTitle(tree, said.title, subtitle)
  markAlerts(tree)
  placeNotes(tree)
  const page = readPage(toHtml(toHast(tree, { allowDangerousHtml: true, handlers: REFERENCES }), { allowDangerousHtml: true }), name)
  return {
    ...page,
    properties: { ...page.properties, ...said },
    notices: [...page.notices, ...notices, ...others, ...left],
  }
}

/** Beginning of a block, as far as its first line tells: the parser takes long over many. */
const BLOCK = /^[ \t]*(?:#|[-*+] |\d+[.)] )|\n[ \t]*\n(?![ \t]*(?:#|[-*+] |\d+[.)] ))/gm

/** Tells of a title in the front matter that is not the text’s: the text’s is taken. */
function titles(tree: Root, said: string | undefined): Notice[] {
  const title = tree.children.find(isTitle)
  if (title === undefined || said === undefined || toString(title).toLowerCase() === said.toLowerCase()) return []
  return [{ kind: 'lost', what: `The front matter has another title than the text: “${beginning(said)}”.`, remedy: 'Write it into document.md if it is the better one.' }] // prettier-ignore
}

function isTitle({ data }: RootContent): boolean {
  return data?.hName === 'p'
}

/** Puts a title and a subtitle that stand in the front matter at the beginning of the text, in place, as Word has them. */
function placeTitle(tree: Root, title: string | undefined, subtitle: string | undefined): void {
  const line = (text: string | undefined, style: string): RootContent[] => (text === undefined ? [] : [{ type: 'paragraph', children: [{ type: 'text', value: text }], data: { hProperties: { className: [style] } } }]) // prettier-ignore
  const at = tree.children.findIndex(isTitle)
  tree.children.splice(at + 1, 0, ...(at < 0 ? line(title, 'title') : []), ...line(subtitle, 'subtitle'))
}

/** Gives headings the ids that GitHub gives them, to which links of the text lead. The only one of the first level that begins it is its title. */
function nameHeadings(tree: Root): void {
  const slugger = new GithubSlugger()
  const highest = tree.children.filter((node) => node.type === 'heading' && node.depth === 1)
  const first =
    highest.length === 1 && tree.children.find(({ type }) => !FRONT.has(type)) === highest[0] && isPlain(highest[0]!)
      ? highest[0]
      : undefined
  visit(tree, 'heading', (heading) => {
    const own = ownName(heading)
    const slug = slugger.slug(toString(heading, { includeHtml: false }))
    heading.data = heading === first ? { hName: 'p', hProperties: { className: ['title'] } } : { hProperties: { id: own ?? slug } } // prettier-ignore
  })
}

const FRONT: ReadonlySet<string> = new Set(['yaml', 'toml'])

/** The name that the text gives a heading, `{#costs}` at its end (Pandoc, kramdown, Hugo, Docusaurus), which is taken from it. */
function ownName({ children }: Heading): string | undefined {
  const last = children.at(-1)
  if (last?.type !== 'text') return undefined
  const found = /\s*\{:?\s*#([^\s{}]+)[^{}]*\}\s*$/.exec(last.value)
  if (!found) return undefined
  last.value = last.value.slice(0, found.index)
  return found[1]
}

function markAlerts(tree: Root): void {
  visit(tree, 'blockquote', (quotation) => {
    const { alert } = quotation.data ?? {}
    if (alert !== undefined) quotation.data = { ...quotation.data, hProperties: { [ALERT]: alert } }
  })
}
