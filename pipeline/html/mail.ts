import type { Interface } from '../edition/interface.ts'
import type { Edition } from '../model/edition.ts'
import type { Publication } from '../model/publication.ts'
import { folderOf, PAGE_NAME, pdfName } from './file-names.ts'
import { kindOf } from './labels.ts'
import { siteAddress } from './site-address.ts'

/** Without it, browsers and old editors take the letters of a plain text for others. */
const BYTE_ORDER_MARK = '\u{FEFF}'

/**
 * What is written about an edition in a mail, ready to be pasted: plain text in its language.
 * @param pdf how large it is in print; bytes
 */
export function mailText(
  edition: Edition,
  publication: Publication,
  words: Interface,
  pdf: { readonly pages: number; readonly bytes: number },
): string {
  const { title, subtitle, description, programme, place, draft } = edition
  const address = siteAddress(publication, `${folderOf(edition)}/${PAGE_NAME}`)
  const file = siteAddress(publication, `${folderOf(edition)}/${pdfName(edition)}`) ?? pdfName(edition)
  const event = programme && `${programme.place.text}, ${words.days(programme.start, programme.end)}`
  const print = words.message('library.pdf', { pages: pdf.pages, size: words.size(pdf.bytes) })
  const paragraphs = [
    [title.text, ...(subtitle ? [subtitle.text] : [])],
    [
      ...(draft ? [`${words.message('draft.label').text}.`] : []),
      `${kindOf(edition, words).text}, ${words.message('publisher').text}, ${!programme && place ? `${place.text}, ` : ''}${words.day(edition.date)}`,
      ...(event === undefined ? [] : [event]),
    ],
    [description.text],
    [...(address === undefined ? [] : [`${words.message('press.read').text} ${address}`]), `${print.text}: ${file}`],
  ]
  return `${BYTE_ORDER_MARK}${paragraphs.map((lines) => lines.filter((line) => line !== '').join('\n')).join('\n\n')}\n`
}
