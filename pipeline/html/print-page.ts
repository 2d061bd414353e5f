import type { Interface } from '../edition/interface.ts'
import type { Picture } from '../model/document.ts'
import type { Publication } from '../model/publication.ts'
import type { Edition } from '../model/edition.ts'
import { printAddresses } from './page-addresses.ts'
import { bodyHtml } from './body.ts'
import { faceAddress } from './embedded-faces.ts'
import { styleElements } from './style-elements.ts'
import { fontFaces, fontsFor } from './fonts.ts'
import { printedGlanceOf } from './glance.ts'
import { lookStyle } from './look.ts'
import { logoView, publisherView } from './logo.ts'
import { contentWidth, PAPERS, paperStyle } from './paper.ts'
import { printForm } from './print-form.ts'
import { runningHeads } from './running-heads.ts'
import { printedSigns, replacedInPage, replacedSigns } from './signs.ts'
import { stylesOf, type Theme } from './theme.ts'
import type { Hyphenation } from './typography.ts'
import { pageView } from './page-view.ts'
import type { Column } from './column.ts'

/** The page that is printed: everything that it needs is in it, since it reaches nothing else, but for the faces, which it names. */
export async function printPage(
  edition: Edition,
  publication: Publication,
  words: Interface,
  theme: Theme,
  hyphenation: Hyphenation,
  logo?: Picture,
  columns?: readonly Column[],
): Promise<string> {
  const addresses = printAddresses(edition, columns !== undefined)
  const paper = PAPERS[publication.paper]
  const view = {
    ...pageView(edition, publication, words, addresses, bodyHtml(edition.body, addresses, words, hyphenation), columns),
    ...printForm(
      edition,
      publication,
      words,
      paper,
      columns?.slice(1).map((column) => column.edition),
    ),
    ...publisherView(logo && logoView(logo, addresses.picture(logo)), publication, words),
    paper: publication.paper,
    numbering: edition.numbering,
    glance: !columns && edition.programme && printedGlanceOf(edition.programme, words, contentWidth(paper)),
  }
  // The content says which faces the styles need; they take their place in it afterwards.
  const rendered = printedSigns(theme.render('print.hbs', { ...view, styles: STYLES }, words, addresses, hyphenation))
  // A final edition has every sign: where its print finds that a face lacks one, it is not published.
  const isDraft = edition.draft !== undefined
  const content = isDraft ? replacedInPage(rendered, STYLES) : rendered
  const heads = printedSigns(runningHeads(columns ?? [{ edition, words }], paper))
  const fonts = fontFaces(await fontsFor(content), faceAddress)
  const fixed = [paperStyle(paper, columns !== undefined), ...stylesOf(theme, 'print.css'), lookStyle(publication)]
  return content.replace(STYLES, () => styleElements(fonts, fixed, isDraft ? replacedSigns(heads) : heads))
}

/** Stands where the styles come later; no text holds this character. */
const STYLES = '\0'
