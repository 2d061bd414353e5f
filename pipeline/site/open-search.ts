import type { Interface } from '../edition/interface.ts'
import { PAGE_NAME } from '../html/file-names.ts'
import { siteAddress } from '../html/site-address.ts'
import { autonym } from '../language/formats.ts'
import type { Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'
import { documentOf, element } from './feed.ts'

/** Name of a library’s description, by which browsers search it from their address bar. */
export const OPEN_SEARCH_NAME = 'opensearch.xml'
/** No name may be longer (OpenSearch 1.1, “ShortName”). */
const LONGEST_NAME = 16

/** How a library is searched by its address (OpenSearch 1.1). Nothing without the address of the site. */
export function openSearchOf(tag: Tag, publication: Publication, words: Interface): string | undefined {
  const address = siteAddress(publication, `${tag}/${PAGE_NAME}`)
  if (address === undefined) return undefined
  return documentOf(
    element(
      'OpenSearchDescription',
      { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
      element('ShortName', {}, publication.title.slice(0, LONGEST_NAME).trim()),
      element('Description', {}, `${words.message('publisher').text} · ${autonym(tag)}`),
      element('InputEncoding', {}, 'UTF-8'),
      element('Language', {}, tag),
      element('Url', { type: 'text/html', template: `${address}?q={searchTerms}` }),
    ),
  )
}
