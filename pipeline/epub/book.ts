import type { Element, ElementContent, Nodes } from 'hast'
import { x } from 'xastscript'
import type { Interface } from '../edition/interface.ts'
import type { BookPage } from '../html/book-page.ts'
import type { BookPicture } from '../html/book-pictures.ts'
import type { Edition } from '../model/edition.ts'
import type { PageLayout } from '../pdf/page-layout.ts'
import { packFiles } from '../publish/package.ts'
import { adaptToBook } from './adapt.ts'
import { navigationOf } from './navigation.ts'
import { packageDocument, type BookFacts, type Listed } from './package-document.ts'
import { markPageBreaks } from './page-breaks.ts'
import { partsOf, type Part } from './parts.ts'
import { xhtml, xml } from './xhtml.ts'

/** What a book is made from, besides its edition. */
export interface BookSource {
  readonly page: BookPage
  readonly style: string
  readonly pictures: readonly BookPicture[]
  /** Picture of the first page, as PNG. */
  readonly cover: Uint8Array
  /** Of the print. */
  readonly layout: PageLayout
  readonly facts: Omit<BookFacts, 'tag' | 'title' | 'authors' | 'description' | 'date' | 'doi' | 'hasPictures'>
}

const FOLDER = 'EPUB'
const XHTML = 'application/xhtml+xml'
const NAVIGATION = 'nav'

/** Makes the EPUB of an edition (EPUB 3.3). */
export async function makeBook(edition: Edition, words: Interface, source: BookSource): Promise<Uint8Array> {
  const { page, layout } = source
  const { tag } = edition
  adaptToBook(page.tree)
  const pages = markPageBreaks(page.tree, layout, edition.numbering)
  const parts = partsOf(page.tree, page.isLong)
  const addressOf = leadBetween(parts)
  const beginning = `${parts.find(({ name }) => name.startsWith('text'))!.name}.xhtml`
  const navigation = navigationOf(edition, words, { addressOf, pages, beginning, isListed: page.isListed })
  const [front, text] = [parts.filter(isFront), parts.filter((part) => !isFront(part))]
  const cover: Part = { name: 'cover', type: 'cover', title: undefined, content: [coverOf(edition, words)] }
  const documents = [
    ...[cover, ...parts].map((part) => ({ ...part, content: contentOf(part) })),
    { name: NAVIGATION, title: words.message('contents').text, content: navigation },
  ]
  const listed: (Listed & { readonly bytes: Uint8Array })[] = [
    ...documents.map(({ name, title, content }) => ({
      id: name,
      href: `${name}.xhtml`,
      mediaType: XHTML,
      properties: name === NAVIGATION ? 'nav' : undefined,
      bytes: encoded(xhtml({ tag, title: title || edition.title.text, content })),
    })),
    { id: 'style', href: 'book.css', mediaType: 'text/css', bytes: encoded(source.style) },
    { id: 'cover-picture', href: 'cover.png', mediaType: 'image/png', properties: 'cover-image', bytes: source.cover },
    ...source.pictures.map(({ path, bytes, mediaType }, at) => ({ id: `picture-${at + 1}`, href: path, mediaType, bytes })),
  ]
  const facts: BookFacts = {
    ...source.facts,
    tag,
    title: edition.title.text,
    authors: edition.authors.map(({ text: name }) => name),
    description: edition.description.text,
    date: edition.date,
    doi: edition.doi,
    pagesOf: pages.length > 0 ? source.facts.pagesOf : undefined,
    hasPictures: source.pictures.length > 0,
  }
  const spine = [cover.name, ...front.map(({ name }) => name), ...(page.isListed ? [NAVIGATION] : []), ...text.map(({ name }) => name)]
  return packFiles(
    [
      // First, and not compressed: programs know the file by it (EPUB 3.3, 4.2.4).
      { path: 'mimetype', bytes: encoded('application/epub+zip') },
      { path: 'META-INF/container.xml', bytes: encoded(container()) },
      { path: `${FOLDER}/package.opf`, bytes: encoded(packageDocument(facts, listed, spine)) },
      ...listed.map(({ href, bytes }) => ({ path: `${FOLDER}/${href}`, bytes })),
    ],
    edition.date,
  )
}

function isFront({ name }: Part): boolean {
  return name === 'title' || name === 'imprint'
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** What screen readers know a part by (DPUB-ARIA 1.1), where they know it. */
const ROLES: Readonly<Record<string, string>> = { appendix: 'doc-appendix', chapter: 'doc-chapter', colophon: 'doc-colophon' }

/** What a file of a book holds. The notes are a section already. */
function contentOf({ name, type, content }: Part): readonly ElementContent[] {
  if (type === 'endnotes') return content
  const properties = { 'epub:type': type, role: ROLES[type], ...(name === 'cover' && { className: ['cover'] }) }
  return [{ type: 'element', tagName: 'section', properties, children: [...content] }]
}

/** The page that shows the cover, named as libraries name it. */
function coverOf({ title }: Edition, words: Interface): Element {
  const alt = `${words.message('first-page').text}: ${title.text}`
  return { type: 'element', tagName: 'img', properties: { src: 'cover.png', alt }, children: [] }
}

function container(): string {
  return xml(
    x(
      'container',
      { xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container', version: '1.0' },
      x('rootfiles', {}, x('rootfile', { 'full-path': `${FOLDER}/package.opf`, 'media-type': 'application/oebps-package+xml' })),
    ),
  )
}

/** Has links lead from file to file, in place. @returns what gives the address of what has an id */
function leadBetween(parts: readonly Part[]): (id: string) => string | undefined {
  const files = new Map<string, string>()
  const each = (visit: (element: Element, name: string) => void): void => {
    const walk = (node: Nodes, name: string): void => {
      if (node.type === 'element') visit(node, name)
      if ('children' in node) for (const child of node.children) walk(child, name)
    }
    for (const { name, content } of parts) for (const node of content) walk(node, name)
  }
  each(({ properties }, name) => {
    if (properties['id'] !== undefined) files.set(properties['id'], name)
  })
  const addressOf = (id: string): string | undefined => {
    const name = files.get(id)
    return name === undefined ? undefined : `${name}.xhtml#${id}`
  }
  each(({ properties }, name) => {
    const href = properties['href'] ?? ''
    const id = href.startsWith('#') ? decodeURIComponent(href.slice(1)) : undefined
    if (id !== undefined && files.get(id) !== name) properties['href'] = addressOf(id)
  })
  return addressOf
}
