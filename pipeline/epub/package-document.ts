import type { Element } from 'xast'
import { x } from 'xastscript'
import type { Tag } from '../model/language.ts'
import { xml } from './xhtml.ts'

/** A file of a book, as its package document lists it. */
export interface Listed {
  readonly id: string
  readonly href: string
  readonly mediaType: string
  /** What it is besides (EPUB 3.3, D.6.2). */
  readonly properties?: string | undefined
}

/** What a book tells of itself. */
export interface BookFacts {
  readonly tag: Tag
  readonly identifier: string
  readonly title: string
  readonly authors: readonly string[]
  readonly publisher: string
  readonly description: string
  /** ISO 8601. */
  readonly date: string
  /** When it was last changed, in UTC. */
  readonly modified: Date
  readonly rights: string | undefined
  readonly doi: string | undefined
  /** What its page numbers are those of. Absent if it has none. */
  readonly pagesOf: string | undefined
  readonly hasPictures: boolean
  readonly accessibility: string
}

/**
 * The package document of a book.
 * @param files in the order of the manifest
 * @param spine ids of those that are read, in their order
 */
export function packageDocument(facts: BookFacts, files: readonly Listed[], spine: readonly string[]): string {
  const attributes = { xmlns: 'http://www.idpf.org/2007/opf', version: '3.0', 'unique-identifier': 'id', 'xml:lang': facts.tag }
  return xml(
    x(
      'package',
      attributes,
      metadata(facts),
      x(
        'manifest',
        files.map(({ id, href, mediaType, properties }) => x('item', { id, href, 'media-type': mediaType, properties })),
      ),
      x(
        'spine',
        spine.map((idref) => x('itemref', { idref })),
      ),
    ),
  )
}

function metadata(facts: BookFacts): Element {
  const meta = (property: string, value: string): Element => x('meta', { property }, value)
  const optional = (name: string, value: string | undefined): Element[] => (value === undefined ? [] : [x(name, value)])
  return x(
    'metadata',
    { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
    x('dc:identifier', { id: 'id' }, facts.identifier),
    optional('dc:identifier', facts.doi && `doi:${facts.doi}`),
    x('dc:title', facts.title),
    x('dc:language', facts.tag),
    facts.authors.map((name) => x('dc:creator', name)),
    x('dc:publisher', facts.publisher),
    x('dc:description', facts.description),
    x('dc:date', facts.date),
    optional('dc:rights', facts.rights),
    meta('dcterms:modified', facts.modified.toISOString().replace(/\.\d+Z$/, 'Z')),
    facts.pagesOf === undefined
      ? []
      : [x('dc:source', { id: 'print' }, facts.pagesOf), x('meta', { refines: '#print', property: 'source-of' }, 'pagination')],
    accessibility(facts).map(([property, value]) => meta(`schema:${property}`, value)),
  )
}

/** What a reader may rely on (EPUB Accessibility 1.1, 2; the terms of schema.org). */
function accessibility({ hasPictures, pagesOf, accessibility: summary }: BookFacts): [property: string, value: string][] {
  return [
    ['accessMode', 'textual'],
    ...(hasPictures ? [['accessMode', 'visual'] as [string, string]] : []),
    ['accessModeSufficient', 'textual'],
    ...['structuralNavigation', 'tableOfContents', 'readingOrder', 'displayTransformability', 'ARIA'].map(feature),
    ...(hasPictures ? ['alternativeText'] : []).map(feature),
    ...(pagesOf === undefined ? [] : ['printPageNumbers', 'pageBreakMarkers', 'pageNavigation']).map(feature),
    ['accessibilityHazard', 'none'],
    ['accessibilitySummary', summary],
  ]
}

function feature(name: string): [property: string, value: string] {
  return ['accessibilityFeature', name]
}
