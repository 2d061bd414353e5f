import { makeDocx } from '../docx/document.ts'
import { bookAddresses } from '../html/book-addresses.ts'
import { bookPage } from '../html/book-page.ts'
import { showPictures } from '../html/book-pictures.ts'
import { bookName, folderOf } from '../html/file-names.ts'
import { kindOf } from '../html/labels.ts'
import { logoView } from '../html/logo.ts'
import { PAPERS } from '../html/paper.ts'
import type { Begun, BuildContext, DocumentContext, Named } from './format.ts'
import { documentDate } from './pdf.ts'
import { unprinted } from './unprinted.ts'

/** Kinds of pictures that every Word shows. */
const PICTURES = ['image/png', 'image/jpeg', 'image/gif']

/** Drawings are printed too: so fine are they drawn. */
const DENSITY = 3

/** Makes the DOCX of an edition, for readers who go on writing. */
export function beginDocx(of: Named, _: DocumentContext, { publication, theme, printer, logo }: BuildContext): Begun {
  return {
    abandon: () => undefined,
    render: async ({ edition, words }) => ({
      finish: async ({ layout }) => {
        const shown = showPictures(PICTURES, DENSITY)
        const mark = logo && logoView(logo.picture, shown.address(logo.picture))
        const page = bookPage(edition, publication, words, theme, bookAddresses(edition, publication, shown.address), mark)
        const pictures = await shown
          .files((html, size) => printer!.drawPage(html, size))
          .catch((error: Error) => {
            throw unprinted(edition, of.tag, error)
          })
        const bytes = await makeDocx(edition, words, {
          page,
          pictures,
          paper: PAPERS[publication.paper],
          look: publication.look,
          publisher: words.message('publisher').text,
          kind: kindOf(edition, words).text,
          modified: documentDate(edition),
          pages: layout?.headings,
        })
        return [{ path: `${folderOf(of)}/${bookName(of, 'docx')}`, bytes }]
      },
    }),
  }
}
