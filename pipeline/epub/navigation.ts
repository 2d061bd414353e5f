import type { Element, ElementContent } from 'hast'
import type { Interface, Label } from '../edition/interface.ts'
import { labelOf } from '../html/labels.ts'
import type { Edition } from '../model/edition.ts'
import type { PageBreak } from './page-breaks.ts'

/** An entry of the contents, with those below it. */
interface Entry {
  readonly label: Label
  readonly href: string
  readonly depth: number
  readonly below: Entry[]
}

/** What the navigation of a book leads to. */
export interface Destinations {
  /** Address of what has an id. */
  readonly addressOf: (id: string) => string | undefined
  readonly pages: readonly PageBreak[]
  /** Address of the file that the reading begins with. */
  readonly beginning: string
  /** Whether the contents are a page of the book. */
  readonly isListed: boolean
}

/** The contents of a book, its landmarks, and the pages of its print, as EPUB 3.3 asks for them (7). */
export function navigationOf(
  edition: Edition,
  words: Interface,
  { addressOf, pages, beginning, isListed }: Destinations,
): ElementContent[] {
  const label = words.message('contents')
  const listed = [
    ...edition.outline.map(({ id, depth, phrase }) => ({ id, depth, label: labelOf(phrase, edition.tag) })),
    { id: 'footnote-label', depth: 2, label: words.message('notes') },
    { id: 'programme', depth: 2, label: words.message('programme') },
  ]
  const entries = nested(
    listed.flatMap(({ id, ...entry }) => {
      const href = addressOf(id)
      return href === undefined ? [] : [{ ...entry, href, below: [] }]
    }),
  )
  // A book without headings still has a contents: its title.
  const title: Entry = { label: labelOf(edition.title, edition.tag), href: beginning, depth: 1, below: [] }
  return [
    nav('toc', 'doc-toc', { lang: label.fallback ? label.language : undefined }, [
      element('h2', {}, [{ type: 'text', value: label.text }]),
      list(entries.length > 0 ? entries : [title]),
    ]),
    nav('landmarks', undefined, { hidden: true }, [
      element('ol', {}, [
        ...(isListed ? [landmark('toc', 'nav.xhtml', label)] : []),
        landmark('bodymatter', beginning, labelOf(edition.title, edition.tag)),
      ]),
    ]),
    ...(pages.length > 0
      ? [
          nav('page-list', 'doc-pagelist', { hidden: true }, [
            element(
              'ol',
              {},
              pages.map((page) => item(addressOf(page.id)!, page.label)),
            ),
          ]),
        ]
      : []),
  ]
}

/** Entries below those that stand higher. */
function nested(entries: readonly Entry[]): Entry[] {
  const top: Entry[] = []
  const open: Entry[] = []
  for (const entry of entries) {
    while (open.length > 0 && open.at(-1)!.depth >= entry.depth) open.pop()
    const into = open.at(-1)?.below ?? top
    into.push(entry)
    open.push(entry)
  }
  return top
}

function list(entries: readonly Entry[]): Element {
  return element(
    'ol',
    {},
    entries.map(({ label, href, below }) => {
      const [line] = item(href, label.text, label.fallback ? label.language : undefined).children
      return element('li', {}, [line!, ...(below.length > 0 ? [list(below)] : [])])
    }),
  )
}

function item(href: string, text: string, lang?: string): Element {
  return element('li', {}, [element('a', { href, lang }, [{ type: 'text', value: text }])])
}

function landmark(type: string, href: string, { text, language, fallback }: Label): Element {
  return element('li', {}, [
    element('a', { 'epub:type': type, href, lang: fallback ? language : undefined }, [{ type: 'text', value: text }]),
  ])
}

function nav(type: string, role: string | undefined, properties: Element['properties'], children: ElementContent[]): Element {
  return element('nav', { 'epub:type': type, role, ...properties }, children)
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children }
}
