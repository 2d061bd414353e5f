import { createHash } from 'node:crypto'
import { makeBook } from '../epub/book.ts'
import { bookPage } from '../html/book-page.ts'
import { showPictures } from '../html/book-pictures.ts'
import { bookName, folderOf, PAGE_NAME, pdfName } from '../html/file-names.ts'
import { logoView } from '../html/logo.ts'
import { bookAddresses } from '../html/book-addresses.ts'
import { firstPageSize, PAPERS } from '../html/paper.ts'
import { siteAddress } from '../html/site-address.ts'
import type { Edition } from '../model/edition.ts'
import type { Publication } from '../model/publication.ts'
import type { Begun, BuildContext, DocumentContext, Named } from './format.ts'
import { documentDate } from './pdf.ts'
import { unprinted } from './unprinted.ts'

/** Kinds of pictures that every e-reader shows (EPUB 3.2, 3.1, which those of today know). */
const PICTURES = ['image/png', 'image/jpeg', 'image/gif', 'image/svg+xml']

/** How wide a cover is, in pixels: as the screens of e-readers. */
const COVER_WIDTH = 1200

/** Makes the EPUB of an edition. Its cover is the first page of the PDF, and its page numbers are those of the PDF. */
export function beginEpub(of: Named, _: DocumentContext, { publication, theme, printer, logo }: BuildContext): Begun {
  return {
    abandon: () => undefined,
    render: async ({ edition, words }) => ({
      finish: async ({ artifactsOf, layout }) => {
        const tell = (error: Error): never => {
          throw unprinted(edition, of.tag, error)
        }
        const shown = showPictures(PICTURES)
        const mark = logo && logoView(logo.picture, shown.address(logo.picture))
        const page = bookPage(edition, publication, words, theme, bookAddresses(edition, publication, shown.address), mark)
        const { bytes: pdf } = (await artifactsOf('pdf'))[0]!
        const size = firstPageSize(PAPERS[publication.paper], COVER_WIDTH)
        const bytes = await makeBook(edition, words, {
          page,
          style: [theme.styles.get('book.css')!, accentStyle(publication)].join(''),
          pictures: await shown.files((html, measures) => printer!.drawPage(html, measures)).catch(tell),
          cover: await printer!.drawPdf(pdf, size).catch(tell),
          layout: layout!,
          facts: {
            identifier: identifierOf(edition, publication),
            publisher: words.message('publisher').text,
            modified: documentDate(edition),
            rights: typeof edition.licence === 'string' ? edition.licence : edition.licence?.text,
            pagesOf: siteAddress(publication, `${folderOf(of)}/${pdfName(of)}`) ?? pdfName(of),
            accessibility: words.message('book.accessibility').text,
          },
        })
        return [{ path: `${folderOf(of)}/${bookName(of, 'epub')}`, bytes }]
      },
    }),
  }
}

/** The accent of a publisher. E-readers lay their own colours over it at night. */
function accentStyle({ look: { accent } }: Publication): string {
  if (!accent) return ''
  return `:root { --accent: ${accent.light} }\n@media (prefers-color-scheme: dark) { :root { --accent: ${accent.dark} } }\n`
}

/** Names an edition for good: by its address, else by what tells it from all others (RFC 9562, 5.8). */
function identifierOf({ tag, document }: Edition, publication: Publication): string {
  const address = siteAddress(publication, `${folderOf({ tag, document })}/${PAGE_NAME}`)
  if (address !== undefined) return address
  const name = JSON.stringify([publication.publisher, publication.title, document, tag])
  const hex = createHash('sha256').update(name).digest('hex')
  const [, a, b, c, d, e] = /^(.{8})(.{4}).(.{3}).(.{3})(.{12})/.exec(hex)!
  return `urn:uuid:${a}-${b}-8${c}-8${d}-${e}`
}
