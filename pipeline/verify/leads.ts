import { PDFDict } from '@cantoo/pdf-lib'
import { tokenize, TokenType } from '@csstools/css-tokenizer'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'
import type { Position } from '../problem.ts'
import { listOf, name, textAt, type Reading } from './reading.ts'

/** What a published file leads to, and the names of the places in it that others may lead to. */
export interface LinkedFile {
  readonly leads: readonly Lead[]
  readonly places: ReadonlySet<string>
}

/** An address as the file has it, and where: a line of a page, or a page of a PDF, counted from 1. */
export interface Lead {
  readonly address: string
  readonly position?: Position
  readonly page?: number
  /** Whether it leads to the same in another language. */
  readonly isTranslation?: boolean
}

/** A web page: its links, pictures and styles; its places are the ids of its elements. */
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

/** A style sheet: the faces that it asks for, which a build writes as `url(…)`. */
export function styleLeads(bytes: Uint8Array): LinkedFile {
  const tokens = tokenize({ css: Buffer.from(bytes).toString('utf8') })
  const addresses = tokens.flatMap((token, at) => {
    const before = tokens[at - 1]
    const isQuoted = token[0] === TokenType.String && before?.[0] === TokenType.Function && before[4].value.toLowerCase() === 'url'
    return isQuoted || token[0] === TokenType.URL ? [token[4].value] : []
  })
  return { leads: addresses.map((address) => ({ address })), places: new Set() }
}

/** A PDF: the addresses of its links; its places are its named destinations. What it names in itself, a rule looks at. */
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
