import type { Edition, Lead } from '../model/edition.ts'
import { stillOf } from '../source/picture-file.ts'
import { base64 } from './base64.ts'
import type { Addresses } from './body.ts'
import { PAGE_NAME, pdfName } from './file-names.ts'

/** How the web page names what lies beside it: by relative addresses, with files by their names. */
export function webAddresses(edition: Pick<Edition, 'tag' | 'document'>): Addresses {
  return { picture: ({ name }) => escaped(name), lead: (lead) => leadAddress(lead, edition, () => PAGE_NAME) }
}

/** How a page of editions side by side does, which stands a folder deeper: by way of the edition in its first column. */
export function parallelAddresses(edition: Pick<Edition, 'tag' | 'document'>): Addresses {
  const first = fromParallel(edition)
  const { picture, lead } = webAddresses(edition)
  return {
    picture: (each) => fromParallel({ ...edition, tag: each.edition ?? edition.tag }) + picture(each),
    lead: (to) => (to.kind === 'edition' || to.kind === 'file' ? first + lead(to) : lead(to)),
  }
}

/** The way from a page of editions side by side to an edition in one of its columns. */
function fromParallel({ tag, document }: Pick<Edition, 'tag' | 'document'>): string {
  return `../../../${tag}/${document}/`
}

/** How the page of an offline package does: other documents are not in it. */
export function packedAddresses(edition: Pick<Edition, 'tag' | 'document'>): Addresses {
  const { picture, lead } = webAddresses(edition)
  return { picture, lead: (to) => (to.kind === 'edition' ? undefined : lead(to)) }
}

/** How the print page does: with its pictures in it. A PDF leads to the PDFs of other documents. @param isParallel whether editions stand side by side */
export function printAddresses(edition: Pick<Edition, 'tag' | 'document'>, isParallel = false): Addresses {
  const way = isParallel ? fromParallel(edition) : ''
  return {
    picture: ({ mediaType, bytes }) => `data:${mediaType};base64,${base64(stillOf(bytes, mediaType))}`,
    lead: (lead) => {
      const address = leadAddress(lead, edition, pdfName)
      return lead.kind === 'edition' || lead.kind === 'file' ? `${RELATIVE}${encodeURIComponent(way + address)}` : address
    },
  }
}

/**
 * Stands before a relative address, escaped whole, in a page that has no address itself, as which the browser would drop
 * it; it is taken away in the PDF. No address on the web ends so (RFC 2606, 2).
 */
export const RELATIVE = 'https://relative.invalid/'

function leadAddress(lead: Lead, { tag }: Pick<Edition, 'tag'>, fileOf: (edition: Pick<Edition, 'tag' | 'document'>) => string): string {
  if (lead.kind === 'address') return lead.url
  if (lead.kind === 'place') return `#${lead.id}`
  if (lead.kind === 'file') return escaped(lead.name) + (lead.fragment === '' ? '' : `#${encodeURI(lead.fragment)}`)
  const folder = lead.tag === tag ? `../${lead.document}` : `../../${lead.tag}/${lead.document}`
  return `${folder}/${fileOf(lead)}${lead.id === undefined ? '' : `#${lead.id}`}`
}

/** A path as an address: blanks, signs and letters beyond ASCII are escaped. */
function escaped(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
