import type { Edition, Lead } from '../model/edition.ts'
import type { Publication } from '../model/publication.ts'
import type { Addresses } from './body.ts'
import { folderOf, PAGE_NAME } from './file-names.ts'
import { siteAddress } from './site-address.ts'

/** How a book names what lies outside it: it is read far from the site, so by the site’s address, where that is known. */
export function bookAddresses(
  edition: Pick<Edition, 'tag' | 'document'>,
  publication: Pick<Publication, 'url'>,
  picture: Addresses['picture'],
): Addresses {
  const lead = (to: Lead): string | undefined => {
    if (to.kind === 'address') return to.url
    if (to.kind === 'place') return `#${to.id}`
    if (to.kind === 'file') return withFragment(siteAddress(publication, `${folderOf(edition)}/${to.name}`), encodeURI(to.fragment))
    return withFragment(siteAddress(publication, `${folderOf(to)}/${PAGE_NAME}`), to.id ?? '')
  }
  return { picture, lead }
}

function withFragment(address: string | undefined, fragment: string): string | undefined {
  return address === undefined || fragment === '' ? address : `${address}#${fragment}`
}
