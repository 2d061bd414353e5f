import type { LimitFunction } from 'p-limit'
import type { Interface } from './edition/interface.ts'
import { printPage, webPage } from './html/pages.ts'
import type { Theme } from './html/theme.ts'
import type { Hyphenation } from './html/typography.ts'
import type { Expectations } from './expectations.ts'
import type { Artifact, Edition, Publication, Tag } from './model.ts'
import type { Press } from './pdf/browser.ts'
import { finish, printEdition, type PageLayout } from './pdf/print.ts'

/** What editions are made with. */
export interface Workshop {
  readonly publication: Publication
  readonly theme: Theme
  /** None where no PDF is wanted. */
  readonly press: Press | undefined
  /** The address of the style for web pages, relative to the output; none where no web page is wanted. */
  readonly stylesheet: string | undefined
  /** Lets so many pages into the browser at a time. */
  readonly turns: LimitFunction
  readonly expectations: Expectations
  readonly hyphenation: Hyphenation
}

/** An edition and the words around it. */
export interface Composed {
  readonly edition: Edition
  readonly words: Interface
}

/** An edition as it was built; `pages` only where a PDF was asked for. */
export interface Built {
  readonly edition: Edition
  readonly pages: number | undefined
  readonly artifacts: readonly Artifact[]
  /** Nothing where no PDF was asked for. */
  readonly layout: PageLayout | undefined
  /** From the composed edition to its files. */
  readonly milliseconds: number
}

/**
 * One edition's files: the PDF first, since the web page tells its size. It is composed when its turn has come, while
 * the browser has others in hand; the turn ends with the print, and the PDF is finished while the next are printed.
 * @param siblings the editions that the web page leads to
 */
export async function makeEdition(
  compose: () => Composed,
  siblings: readonly Tag[],
  { publication, theme, press, stylesheet, turns, expectations, hyphenation }: Workshop,
): Promise<Built> {
  const { edition, words, print, start } = await turns(async () => {
    const begun = performance.now()
    const composed = compose()
    return {
      ...composed,
      start: begun,
      print:
        press &&
        (await printEdition(
          press,
          printPage(composed.edition, publication, composed.words, theme, hyphenation),
          expectations.get(nameOf(composed.edition)),
        )),
    }
  })
  const pdf = press && print && (await finish(press, print, documentDate(edition)))
  const folder = `${edition.tag}/${edition.document}`
  const name = `${edition.document}.${edition.tag}.pdf`
  const page =
    stylesheet === undefined
      ? undefined
      : webPage(edition, publication, words, theme, {
          stylesheet: `../../${stylesheet}`,
          pdf: pdf && { name, bytes: pdf.bytes.byteLength },
          editions: siblings,
        })
  const artifacts = [
    ...(page === undefined ? [] : [{ path: `${folder}/index.html`, bytes: new TextEncoder().encode(page) }]),
    ...(page === undefined ? [] : edition.pictures.map((picture) => ({ path: `${folder}/${picture.name}`, bytes: picture.bytes }))),
    ...(pdf ? [{ path: `${folder}/${name}`, bytes: pdf.bytes }] : []),
  ]
  return { edition, pages: pdf?.pages, layout: print?.layout, artifacts, milliseconds: performance.now() - start }
}

/** What an edition's expectations go by. */
export function nameOf({ tag, document }: Edition): string {
  return `${tag}/${document}`
}

/** SOURCE_DATE_EPOCH where it is set (reproducible-builds.org), else the document's own date. */
function documentDate({ date }: Edition): Date {
  const epoch = process.env['SOURCE_DATE_EPOCH']
  return epoch !== undefined && /^\d+$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date(`${date}T00:00:00Z`)
}
