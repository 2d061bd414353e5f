import type { Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { Interface } from '../edition/interface.ts'
import type { Edition } from '../model/edition.ts'
import type { Publication } from '../model/publication.ts'
import { bookBody, type Addresses } from './body.ts'
import { publisherView, type LogoView } from './logo.ts'
import { pageView } from './page-view.ts'
import { PAPERS } from './paper.ts'
import { printForm } from './print-form.ts'
import { plainSigns } from './signs.ts'
import type { Theme } from './theme.ts'

/** An edition as one run of text, which books are made of. */
export interface BookPage {
  /** Its parts, each with `data-part`: title, imprint, text, programme, colophon. */
  readonly tree: Root
  /** Whether it has a cover, as against a letter or a brief. */
  readonly isReport: boolean
  /** Whether its contents are worth a page. */
  readonly isListed: boolean
  /** Whether each chapter begins on a page of its own. */
  readonly isLong: boolean
}

/** Renders an edition for books. What leads to other editions, or is told of the PDF alone, is not in it. */
export function bookPage(
  edition: Edition,
  publication: Publication,
  words: Interface,
  theme: Theme,
  addresses: Addresses,
  logo: LogoView | undefined,
): BookPage {
  const form = printForm(edition, publication, words, PAPERS[publication.paper])
  const { isReport, imprint, about, contact, references } = form
  const view = {
    ...pageView(edition, publication, words, addresses, bookBody(edition.body, addresses, words)),
    ...form,
    ...publisherView(logo, publication, words),
    genuine: false,
    imprint: isReport && imprint,
    colophon: !isReport && (contact !== false || about || references),
  }
  const html = plainSigns(theme.render('book.hbs', view, words, addresses))
  return { tree: fromHtml(html, { fragment: true }), isReport, isListed: form.opening, isLong: form.isLong }
}
