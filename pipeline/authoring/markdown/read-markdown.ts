import GithubSlugger from 'github-slugger'
import { toHtml } from 'hast-util-to-html'
import type { Root } from 'mdast'
import { toHast } from 'mdast-util-to-hast'
import { toString } from 'mdast-util-to-string'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { parseDocument } from 'yaml'
import { notUtf8 } from '../../files/file-errors.ts'
import { takeAlerts } from '../../source/alerts.ts'
import { refuseComplex } from '../../source/complexity.ts'
import { decoded } from '../html/encoding.ts'
import { readPage } from '../html/html.ts'
import { ALERT } from '../html/nodes.ts'
import type { Notice } from '../notice.ts'
import { properties } from '../properties.ts'
import type { Reading } from '../reading.ts'
import { UNKNOWN, unusable } from '../refusals.ts'

/** Names of Markdown files. */
export const MARKDOWN = /\.(?:md|markdown|mdown|mkdn?)$/i

const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkFrontmatter, ['yaml']).freeze()

/**
 * Reads Markdown that was written for another tool, as the page that it stands for: its HTML is text, too.
 * @throws Failure for what is no text, or none in UTF-8, and for a text that is too complex
 */
export function readMarkdown(bytes: Uint8Array, name: string): Reading {
  const { text: whole, isLossy } = decoded(bytes)
  if (whole.includes('\0')) throw unusable(name, UNKNOWN)
  if (isLossy) throw notUtf8(name, bytes)
  const text = whole.replace(/^\uFEFF/, '')
  refuseComplex(text, name)
  const tree = parser.parse(text)
  takeAlerts(tree, text)
  nameHeadings(tree)
  markAlerts(tree)
  const page = readPage(toHtml(toHast(tree, { allowDangerousHtml: true }), { allowDangerousHtml: true }), name)
  const { said, notices } = frontIn(tree)
  return { ...page, properties: { ...properties(said), language: said.language }, notices: [...page.notices, ...notices] }
}

/** Gives headings the ids that GitHub gives them, to which links of the text lead. The only one of the first level that begins it is its title. */
function nameHeadings(tree: Root): void {
  const slugger = new GithubSlugger()
  const highest = tree.children.filter((node) => node.type === 'heading' && node.depth === 1)
  const title = highest.length === 1 && tree.children.find(({ type }) => type !== 'yaml') === highest[0] ? highest[0] : undefined
  visit(tree, 'heading', (heading) => {
    const id = slugger.slug(toString(heading, { includeHtml: false }))
    heading.data = heading === title ? { hName: 'p', hProperties: { className: ['title'] } } : { hProperties: { id } }
  })
}

function markAlerts(tree: Root): void {
  visit(tree, 'blockquote', (quotation) => {
    const { alert } = quotation.data ?? {}
    if (alert !== undefined) quotation.data = { ...quotation.data, hProperties: { [ALERT]: alert } }
  })
}

/** Fields of front matter that say what the properties of an office file say, by the names that tools give them. */
const FIELDS: Readonly<Record<string, 'title' | 'author' | 'description' | 'date' | 'language'>> = {
  title: 'title',
  author: 'author',
  authors: 'author',
  description: 'description',
  summary: 'description',
  abstract: 'description',
  date: 'date',
  language: 'language',
  lang: 'language',
}

function frontIn(tree: Root): {
  said: Record<'title' | 'author' | 'description' | 'date', string> & { language?: string }
  notices: Notice[]
} {
  const said: ReturnType<typeof frontIn>['said'] = { title: '', author: '', description: '', date: '' }
  const [first] = tree.children
  if (first?.type !== 'yaml') return { said, notices: [] }
  const fields: unknown = parseDocument(first.value, { schema: 'failsafe' }).toJS()
  const entries = typeof fields === 'object' && fields !== null ? Object.entries(fields) : []
  const others: string[] = []
  for (const [name, value] of entries) {
    const texts = [value].flat().filter((each): each is string => typeof each === 'string' && each !== '')
    const field = FIELDS[name.toLowerCase()]
    if (field && texts.length > 0) said[field] ||= texts.join('; ')
    else others.push(name)
  }
  if (entries.length > 0 && others.length === 0) return { said, notices: [] }
  const what = entries.length > 0 ? `Fields of the front matter that this tool does not know: ${others.join(', ')}.` : 'The front matter of the file is not YAML that has fields.' // prettier-ignore
  return { said, notices: [{ kind: 'lost', what, remedy: 'Write into document.md what of them readers need.' }] }
}
