import type { Element, ElementContent } from 'hast'
import { toXast } from 'hast-util-to-xast'
import type { Nodes as XmlNodes } from 'xast'
import { toXml } from 'xast-util-to-xml'
import type { Tag } from '../model/language.ts'

/** The namespace of `epub:type` (EPUB 3.3, E). */
const EPUB = 'http://www.idpf.org/2007/ops'

/** Signs that no XML may have (XML 1.0, 2.2). */
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\0-\x08\v\f\x0E-\x1F\uFFFE\uFFFF]/g

/** A document of a book. */
export interface BookDocument {
  readonly tag: Tag
  readonly title: string
  readonly content: readonly ElementContent[]
}

/** Serializes a document of a book as XHTML. What has a language says so to programs of XML too. */
export function xhtml({ tag, title, content }: BookDocument): string {
  const element = (tagName: string, properties: Element['properties'], children: readonly ElementContent[]): Element => ({
    type: 'element',
    tagName,
    properties,
    children: [...children],
  })
  const html = element('html', { lang: tag, 'xmlns:epub': EPUB }, [
    element('head', {}, [
      element('title', {}, [{ type: 'text', value: title }]),
      element('link', { rel: ['stylesheet'], href: 'book.css' }, []),
    ]),
    element('body', {}, content),
  ])
  const tree = toXast(html)
  repeatLanguage(tree)
  return xml(tree, '<!DOCTYPE html>\n')
}

/** Serializes a tree of XML. */
export function xml(tree: XmlNodes, doctype = ''): string {
  const text = toXml(tree, { closeEmptyElements: true }).toWellFormed().replaceAll(FORBIDDEN, '\uFFFD')
  return `<?xml version="1.0" encoding="UTF-8"?>\n${doctype}${text}\n`
}

function repeatLanguage(node: XmlNodes): void {
  if (node.type === 'element' && node.attributes['lang'] != null) node.attributes['xml:lang'] = node.attributes['lang']
  if ('children' in node) node.children.forEach(repeatLanguage)
}
