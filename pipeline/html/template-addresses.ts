import type { Element, Nodes } from 'hast'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { addressesOf } from '../source/style-addresses.ts'

/** What a template asks another host for, as it is written there; `offset` counts the units before its tag. */
export interface TemplateAddress {
  readonly text: string
  readonly offset: number
}

/** Without one of these a template names no other host. */
const SUSPECT = /:\/\/|=\s*["']?\s*\/\/|\burl\(|@import/i
/** Remarks of Handlebars. */
const REMARK = /\{\{!--[\s\S]*?--\}\}|\{\{![^}]*\}\}/g
/** Attributes that a browser fetches as soon as it reads them (HTML, 2.4 and 4.8; SVG 2, 16); `href` is a reader’s to follow on others than these. */
const FETCHED = ['src', 'srcSet', 'poster', 'data', 'background', 'manifest', 'xLinkHref']
const HREF_FETCHED: ReadonlySet<string> = new Set(['link', 'base', 'image', 'use', 'feimage', 'script'])
/** Relations that name a place and fetch nothing. */
const NAMING: ReadonlySet<string> = new Set(['canonical', 'alternate', 'license', 'author', 'help', 'next', 'prev', 'me'])

/**
 * The addresses on other hosts that a page made of a template would ask for: whoever serves them would be told who reads.
 * Links that a reader may follow are none.
 */
export async function templateAddresses(source: string): Promise<TemplateAddress[]> {
  const read = source.replaceAll(REMARK, (remark) => ' '.repeat(remark.length))
  if (!SUSPECT.test(read)) return []
  // Few templates need it, and it takes long to load.
  const { fromHtml } = await import('hast-util-from-html')
  const found: TemplateAddress[] = []
  visit(fromHtml(read) as Nodes, 'element', (element) => {
    const offset = element.position?.start.offset ?? 0
    for (const text of [...fetchedBy(element), ...styledBy(element)]) found.push({ text, offset })
  })
  return found
}

function fetchedBy({ tagName, properties }: Element): string[] {
  const relations = [properties['rel'] ?? []].flat().map(String)
  const onlyNames = relations.length > 0 && relations.every((each) => NAMING.has(each.toLowerCase()))
  const names = HREF_FETCHED.has(tagName.toLowerCase()) && !onlyNames ? [...FETCHED, 'href'] : FETCHED
  const values = names.flatMap((name) => [properties[name] ?? []].flat().map(String))
  const refreshes = /^refresh$/i.test(String(properties['httpEquiv'] ?? ''))
  if (refreshes) values.push(/url\s*=\s*(\S+)/i.exec(String(properties['content']))?.[1] ?? '')
  // A set of pictures has several addresses, each with its width.
  return values.flatMap((value) => value.trim().split(/,?\s+/)).filter(isOutside)
}

function styledBy(element: Element): string[] {
  const css = [element.properties['style'] ?? '', element.tagName === 'style' ? toString(element) : '']
  return css.flatMap((each) => addressesOf(each, (address) => !isOutside(address)).map(({ text }) => text))
}

function isOutside(address: string): boolean {
  return /^\s*(?:[a-z][a-z\d+.-]*:)?\/\//i.test(address)
}
