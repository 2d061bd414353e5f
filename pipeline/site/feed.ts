import type { Element, ElementContent } from 'xast'
import { toXml } from 'xast-util-to-xml'
import type { Interface } from '../edition/interface.ts'
import { correctionsId } from '../html/corrections.ts'
import { PAGE_NAME, pdfName } from '../html/file-names.ts'
import { siteAddress } from '../html/site-address.ts'
import { autonym } from '../language/formats.ts'
import type { Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'
import type { Shelf, Shelved } from './shelves.ts'

/** Name of a language’s feed, in its library. */
export const FEED_NAME = 'feed.xml'

/** The final editions of a language and their corrections as an Atom feed (RFC 4287), the newest first. Nothing without the address of the site: an entry is named by its own. */
export function feedOf({ tag, final }: Shelf, publication: Publication, words: Interface): string | undefined {
  const address = siteAddress(publication, `${tag}/${PAGE_NAME}`)
  if (address === undefined || final.length === 0) return undefined
  const entries = final.flatMap((each) => [...correctionEntries(each, tag, publication, words), editionEntry(each, tag, publication)])
  const newestFirst = entries.toSorted((x, y) => (x.updated < y.updated ? 1 : x.updated > y.updated ? -1 : 0))
  const feed = element(
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': tag },
    element('id', {}, address),
    element('title', {}, `${words.message('publisher').text} · ${autonym(tag)}`),
    element('updated', {}, newestFirst[0]!.updated),
    element('author', {}, element('name', {}, words.message('publisher').text)),
    element('link', { rel: 'self', type: 'application/atom+xml', href: siteAddress(publication, `${tag}/${FEED_NAME}`)! }),
    element('link', { rel: 'alternate', type: 'text/html', href: address }),
    ...newestFirst.map(({ entry }) => entry),
  )
  return documentOf(feed)
}

/** An entry, and when it was made, as Atom has it. */
interface Entry {
  readonly updated: string
  readonly entry: Element
}

function editionEntry({ document, title, description, date, printed }: Shelved, tag: Tag, publication: Publication): Entry {
  const at = (name: string): string => siteAddress(publication, `${tag}/${document}/${name}`)!
  const text = (name: string, { text: value, language }: typeof title) =>
    element(name, language === tag ? {} : { 'xml:lang': language }, value)
  const entry = element(
    'entry',
    {},
    element('id', {}, at(PAGE_NAME)),
    text('title', title),
    element('updated', {}, momentOf(date)),
    text('summary', description),
    element('link', { rel: 'alternate', type: 'text/html', href: at(PAGE_NAME) }),
    ...(printed === undefined
      ? []
      : [element('link', { rel: 'enclosure', type: 'application/pdf', length: String(printed), href: at(pdfName({ tag, document })) })]),
  )
  return { updated: momentOf(date), entry }
}

/** What was corrected after the publication, an entry a day. */
function correctionEntries({ document, title, corrected = [] }: Shelved, tag: Tag, publication: Publication, words: Interface): Entry[] {
  return corrected.map(({ on, texts }) => {
    const address = `${siteAddress(publication, `${tag}/${document}/${PAGE_NAME}`)!}#${correctionsId(on)}`
    const entry = element(
      'entry',
      {},
      element('id', {}, address),
      element('title', {}, words.message('corrections.of', { title: title.text }).text),
      element('updated', {}, momentOf(on)),
      element('summary', {}, words.message('corrections.count', { count: texts }).text),
      element('link', { rel: 'alternate', type: 'text/html', href: address }),
    )
    return { updated: momentOf(on), entry }
  })
}

/** A day as Atom has it: its beginning, in no time zone of its own. */
function momentOf(date: string): string {
  return `${date}T00:00:00Z`
}

export function element(name: string, attributes: Record<string, string>, ...children: readonly (ElementContent | string)[]): Element {
  const nodes = children.map((each): ElementContent => (typeof each === 'string' ? { type: 'text', value: each } : each))
  return { type: 'element', name, attributes, children: nodes }
}

/** An element as a file of its own. */
export function documentOf(root: Element): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${toXml(root)}\n`
}
