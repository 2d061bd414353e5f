import type { Nodes, Root } from 'mdast'
import { SITE } from '../../catalog/store.ts'
import { phraseOf } from '../../edition/phrase.ts'
import { phraseHtml } from '../../html/body.ts'
import { definitionsOf } from '../../source/passages.ts'
import { logoView } from '../../html/logo.ts'
import { webPage } from '../../html/web-page.ts'
import type { Edition } from '../../model/edition.ts'
import type { Tag } from '../../model/language.ts'
import type { Desk } from './desk.ts'

/** The path of an edition’s page among those that are shown. */
const PAGE = 'index.html'

/** The block that is worked on. */
const CURRENT = '<style>[data-current]{outline:2px solid #a8481f;outline-offset:.35em;border-radius:2px}</style>'

/** A file of the editions as they are now. @param path as in the output folder; nothing where a build would make no such file */
export async function shownFile({ publication, queries }: Desk, path: string): Promise<Uint8Array | undefined> {
  const { shared } = queries
  const { stylesheet, script, logo, artifacts } = await shared.assets()
  const asset = artifacts.find((each) => each.path === path)
  if (asset) return asset.bytes
  const { tag, id, name } = partsOf(path)
  if (!publication.editions.includes(tag) || !publication.documents.includes(id) || name === undefined) return undefined
  const { edition, words } = await queries.edition(id, tag)
  if (name !== PAGE) return edition.beside.find((file) => file.name === name)?.bytes
  const links = {
    root: '../../',
    stylesheet: `../../${stylesheet}`,
    pdf: undefined,
    script: `../../${script}`,
    search: undefined,
    site: { editions: publication.editions, beside: publication.parallel, zip: undefined, books: [], hasPress: false },
    logo: shared.logo && logo !== undefined ? logoView(shared.logo, `../../${logo}`) : undefined,
  }
  const { blocks, edition: marked } = withBlocks(edition)
  const page = webPage(marked, publication, words, await shared.theme(), links)({ pdf: 0, zip: 0 })
  const meta = `<meta name="editions-blocks" content="${attribute(JSON.stringify(blocks))}">`
  return new TextEncoder().encode(page.replace('</head>', () => `${meta}${CURRENT}</head>`))
}

/** How an edition shows a text that is being written, as the HTML of its line; nothing for what stands in no line of the text. */
export async function shownText({ queries }: Desk, tag: Tag, id: string, key: string, text: string): Promise<string | undefined> {
  if (id === SITE || text.trim() === '') return undefined
  const { document } = (await queries.document(id)).opened.reconciled
  const segment = document.segments.find((each) => each.key === key)
  if (!segment?.node) return undefined
  const definitions = text.includes('[') ? definitionsOf(document.tree, document.source) : ''
  const phrase = phraseOf(tag, { text, tag }, segment.text, definitions, segment.kind, document.language)
  return phraseHtml(phrase, queries.shared.wordsOf(tag), { picture: () => '', lead: () => '' })
}

function partsOf(path: string): { tag: Tag; id: string; name: string | undefined } {
  const [tag = '', id = '', ...rest] = path.split('/')
  return { tag, id, name: rest.length === 0 ? undefined : rest.join('/') }
}

/**
 * Gives every block that says a segment an id, and tells which: key → id. The item of a list stands for the paragraph that
 * begins it, which may be no element of the page.
 */
function withBlocks(edition: Edition): { blocks: Record<string, string>; edition: Edition } {
  const blocks: Record<string, string> = Object.create(null) as Record<string, string>
  let count = 0
  const copy = (node: Nodes): Nodes => {
    const first = node.type === 'listItem' ? node.children[0] : undefined
    const key = node.data?.key ?? first?.data?.key
    const isNamed = key !== undefined && !Object.hasOwn(blocks, key)
    const id = isNamed ? (node.data?.id ?? `block-${count++}`) : undefined
    if (isNamed) blocks[key] = id!
    const children = 'children' in node ? { children: node.children.map(copy) } : {}
    return { ...node, ...children, ...(id !== undefined && { data: { ...node.data, id } }) } as Nodes
  }
  return { edition: { ...edition, body: copy(edition.body) as Root }, blocks }
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
