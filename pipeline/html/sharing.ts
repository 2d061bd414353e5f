import type { Interface } from '../edition/interface.ts'
import type { Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'
import type { Edition } from '../model/edition.ts'
import { CARD, cardWords } from './card.ts'
import { cardName, folderOf, PAGE_NAME, pdfName } from './file-names.ts'
import type { Column } from './column.ts'
import { siteAddress } from './site-address.ts'

/**
 * What others than readers read at the head of a page: its address and those in other languages, and what is shown where it is
 * shared.
 * @param editions of the document that there are
 * @param of the name of the edition, which for editions side by side is that of all
 * @param hasCard whether there is a picture to be shown
 * @param columns of a parallel edition
 */
export function sharingOf(
  edition: Edition,
  publication: Publication,
  words: Interface,
  editions: readonly Tag[],
  of: Pick<Edition, 'tag' | 'document'>,
  hasCard: boolean,
  columns: readonly Column[] = [{ edition, words }],
) {
  const { document } = edition
  const canonical = siteAddress(publication, `${folderOf(of)}/${PAGE_NAME}`)
  const picture = hasCard ? siteAddress(publication, `${folderOf(of)}/${cardName(of)}`) : undefined
  const alternative = columns.map((each) => cardWords(each.edition, each.words)).join(' / ')
  const addressOf = (tag: Tag): string | undefined => siteAddress(publication, `${tag}/${document}/${PAGE_NAME}`)
  // Searchers read whole addresses alone; a folder on a disk has none.
  const alternates = editions.map((tag) => ({ tag, href: addressOf(tag) ?? `../../${tag}/${document}/${PAGE_NAME}` }))
  const usual = alternates.find(({ tag }) => tag === publication.source) ?? alternates[0]
  return {
    canonical: canonical ?? false,
    alternates: usual ? [...alternates, { ...usual, tag: 'x-default' }] : [],
    pdfAddress: siteAddress(publication, `${folderOf(of)}/${pdfName(of)}`) ?? false,
    card: [
      { property: 'og:type', content: 'article' },
      { property: 'og:title', content: columns.map((each) => each.edition.title.text).join(' / ') },
      { property: 'og:description', content: edition.description.text },
      { property: 'og:site_name', content: words.message('publisher').text },
      ...(canonical === undefined ? [] : [{ property: 'og:url', content: canonical }]),
      { property: 'article:published_time', content: edition.date },
      ...(picture === undefined ? [] : pictureTags(picture, alternative)),
    ],
    // X takes all else from Open Graph.
    large:
      picture === undefined
        ? []
        : [
            { name: 'twitter:card', content: 'summary_large_image' },
            { name: 'twitter:image:alt', content: alternative },
          ],
    // No text can end the script that it stands in.
    linkedData: JSON.stringify({ ...linkedData(edition, publication, words, alternates, addressOf), image: picture }).replaceAll(
      '<',
      '\\u003c',
    ),
  }
}

/** A picture by its whole address, which is all that sites follow. */
function pictureTags(address: string, alternative: string) {
  return [
    { property: 'og:image', content: address },
    { property: 'og:image:type', content: 'image/png' },
    { property: 'og:image:width', content: String(CARD.width) },
    { property: 'og:image:height', content: String(CARD.height) },
    { property: 'og:image:alt', content: alternative },
  ]
}

/** The report, and the event that it is about, in the words of schema.org. */
function linkedData(
  edition: Edition,
  publication: Publication,
  words: Interface,
  alternates: readonly { readonly tag: Tag; readonly href: string }[],
  addressOf: (tag: Tag) => string | undefined,
) {
  const { programme, licence } = edition
  const organisation = (name: string) => ({ '@type': 'Organization', name })
  return {
    '@context': 'https://schema.org',
    '@type': 'Report',
    name: edition.title.text,
    alternativeHeadline: edition.subtitle?.text,
    description: edition.description.text,
    inLanguage: edition.tag,
    datePublished: edition.date,
    author: edition.authors.map(({ text: name }) => ({ '@type': 'Person', name })),
    publisher: organisation(words.message('publisher').text),
    isbn: edition.isbn,
    identifier: edition.doi && { '@type': 'PropertyValue', propertyID: 'doi', value: edition.doi },
    reportNumber: edition.reference,
    license: typeof licence === 'string' ? licence : licence?.text,
    url: addressOf(edition.tag),
    workTranslation:
      publication.url === undefined
        ? undefined
        : alternates.filter(({ tag }) => tag !== edition.tag).map(({ tag, href }) => ({ '@type': 'Report', inLanguage: tag, url: href })),
    about: programme && {
      '@type': 'Event',
      name: edition.title.text,
      startDate: programme.start,
      endDate: programme.end,
      eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
      location: { '@type': 'Place', name: programme.place.text, address: programme.place.text },
      organizer: programme.organisers.map(({ text }) => organisation(text)),
    },
  }
}
