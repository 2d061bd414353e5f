import { PDFDict } from '@cantoo/pdf-lib'
import { tokenize, TokenType } from '@csstools/css-tokenizer'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'
import type { Position } from '../problem.ts'
import { listOf, name, textAt, type Reading } from './reading.ts'

/** Links from a published file, and the names of link targets in it. */
export interface LinkedFile {
  readonly leads: readonly Lead[]
  readonly places: ReadonlySet<string>
}

/** An address in a file, and its place: a line of a page, or a page of a PDF (from 1). */
export interface Lead {
  readonly address: string
  readonly position?: Position
  readonly page?: number
  /** True if the target is the same document in another language. */
  readonly isTranslation?: boolean
}

/** Links of a web page: links, pictures and styles. Its targets are the ids of elements. */
export function pageLeads(bytes: Uint8Array): LinkedFile {
  const leads: Lead[] = []
  const places = new Set<string>()
  visit(fromHtml(Buffer.from(bytes).toString('utf8')), 'element', ({ properties, position }) => {
    if (typeof properties.id === 'string') places.add(properties.id)
    for (const address of [properties.href, properties.src]) {
      if (typeof address !== 'string') continue
      const place = position && { position: { line: position.start.line, column: position.start.column } }
      leads.push({ address, isTranslation: properties.hrefLang !== undefined, ...place })
    }
  })
  return { leads, places }
}

/** Links of a style sheet: the fonts, which a build writes as `url(…)`. */
export function styleLeads(bytes: Uint8Array): LinkedFile {
  const tokens = tokenize({ css: Buffer.from(bytes).toString('utf8') })
  const addresses = tokens.flatMap((token, at) => {
    const before = tokens[at - 1]
    const isQuoted = token[0] === TokenType.String && before?.[0] === TokenType.Function && before[4].value.toLowerCase() === 'url'
    return isQuoted || token[0] === TokenType.URL ? [token[4].value] : []
  })
  return { leads: addresses.map((address) => ({ address })), places: new Set() }
}

/** Links of a PDF: its addresses. Its targets are the named destinations. A rule checks links inside the PDF. */
export function pdfLeads({ context, catalog, pages }: Reading): LinkedFile {
  const leads = pages.flatMap((page, index) =>
    listOf(context, page.get(name('Annots'))).flatMap((each): Lead[] => {
      const annotation = context.lookup(each)
      const action = annotation instanceof PDFDict ? annotation.lookup(name('A')) : undefined
      const address = action instanceof PDFDict ? textAt(action, 'URI') : undefined
      return address === undefined ? [] : [{ address, page: index + 1 }]
    }),
  )
  const destinations = catalog.lookup(name('Dests'))
  const places = destinations instanceof PDFDict ? destinations.keys().map((each) => each.decodeText()) : []
  return { leads, places: new Set(places) }
}
