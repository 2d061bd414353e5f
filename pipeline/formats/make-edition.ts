import { setImmediate } from 'node:timers/promises'
import type { LimitFunction } from 'p-limit'
import type { Interface } from '../edition/interface.ts'
import { pdfName } from '../html/page-addresses.ts'
import { printPage, webPage } from '../html/pages.ts'
import { logoView } from '../html/logo.ts'
import type { Theme } from '../html/theme.ts'
import type { Hyphenation } from '../html/typography.ts'
import type { Tag } from '../model/language.ts'
import type { Picture } from '../model/document.ts'
import type { Publication } from '../model/publication.ts'
import type { Artifact, Edition } from '../model/edition.ts'
import type { PageLayout } from '../pdf/layout.ts'
import type { Printer } from '../pdf/printer.ts'
import { Failure } from '../problem.ts'
import { ownFailure, unprinted } from './unprinted.ts'

/** What editions are made with. */
export interface Workshop {
  readonly publication: Publication
  readonly theme: Theme
  /** Nothing where no PDF is wanted. */
  readonly printer: Printer | undefined
  /** The address of the style for web pages, relative to the output; none where no web page is wanted. */
  readonly stylesheet: string | undefined
  /** The publisher’s, and its address as the style’s is told. */
  readonly logo: { readonly picture: Picture; readonly address: string | undefined } | undefined
  /** Lets so many pages into the browser at a time. */
  readonly turns: LimitFunction
  /** Called with each edition that is made. */
  readonly count: () => void
}

/** An edition and the words around it. */
export interface Composed {
  readonly edition: Edition
  readonly words: Interface
}

/** What names an edition. */
type Named = Pick<Edition, 'tag' | 'document'>

/** An edition as it was built. */
export interface Built {
  readonly edition: Edition
  readonly artifacts: readonly Artifact[]
  /** Nothing where no PDF was asked for. */
  readonly layout: PageLayout | undefined
  /** From the composed edition to its files. */
  readonly milliseconds: number
}

/** An edition whose turn is over. */
export interface Turn {
  /** What keeps this edition, and it alone, from being printed is a Failure. */
  readonly finished: Promise<Built | Failure>
}

/**
 * One edition's files. It is composed when its turn has come, while the browser opens a page for it; the turn ends with the
 * print, and the PDF is finished while the next are printed. The web page tells the PDF's size, and waits for it.
 * @param of which edition it is
 * @param siblings the editions that the web page leads to
 * @param hyphenation of the print
 * @returns when it is printed
 * @throws Failure for what keeps every edition from being made
 */
export async function makeEdition(
  of: Named,
  compose: () => Composed,
  siblings: readonly Tag[],
  hyphenation: Hyphenation,
  workshop: Workshop,
): Promise<Turn> {
  const { publication, theme, printer, logo, turns, count } = workshop
  const made = await turns(async () => {
    const start = performance.now()
    const sheet = printer?.open()
    try {
      const composed = compose()
      const { edition, words } = composed
      const printing =
        sheet &&
        Promise.try(async () =>
          sheet.print(await printPage(edition, publication, words, theme, hyphenation, logo?.picture), documentDate(edition)),
        ).catch((error: Error) => error)
      // What the browser waits for comes first: the other editions' pages.
      await setImmediate()
      const page = webPageOf(composed, siblings, workshop)
      return { start, edition, page, sheet, layout: await printing }
    } catch (error) {
      sheet?.abandon()
      return ownFailure(error, of)
    }
  })
  if (made instanceof Failure) return { finished: Promise.resolve(made) }
  const { start, edition, page, sheet, layout } = made
  if (layout instanceof Error) {
    sheet?.abandon()
    return { finished: Promise.resolve(unprinted(edition, layout)) }
  }
  const finish = async (): Promise<Built | Failure> => {
    const pdf = await sheet?.finished().catch((error: Error) => error)
    count()
    if (pdf instanceof Error) return unprinted(edition, pdf)
    return { edition, layout, artifacts: artifactsOf(edition, page, pdf), milliseconds: performance.now() - start }
  }
  const finished = finish()
  finished.catch(() => undefined)
  return { finished }
}

/** Nothing where no web page is wanted. */
function webPageOf({ edition, words }: Composed, siblings: readonly Tag[], { publication, theme, stylesheet, logo, printer }: Workshop) {
  if (stylesheet === undefined) return undefined
  const links = {
    stylesheet: `../../${stylesheet}`,
    pdf: printer && pdfName(edition),
    editions: siblings,
    logo: logo?.address === undefined ? undefined : logoView(logo.picture, `../../${logo.address}`),
  }
  return webPage(edition, publication, words, theme, links)
}

function artifactsOf(edition: Edition, page: ((pdfBytes: number) => string) | undefined, pdf: Uint8Array | undefined): Artifact[] {
  const folder = `${edition.tag}/${edition.document}`
  const printed = pdf ? [{ path: `${folder}/${pdfName(edition)}`, bytes: pdf }] : []
  if (!page) return printed
  return [
    { path: pagePath(edition), bytes: new TextEncoder().encode(page(pdf?.byteLength ?? 0)) },
    ...edition.beside.map(({ name, bytes }) => ({ path: `${folder}/${name}`, bytes })),
    ...printed,
  ]
}

/** Where an edition's web page is published. */
export function pagePath({ tag, document }: Named): string {
  return `${tag}/${document}/index.html`
}

/** SOURCE_DATE_EPOCH where it is set (reproducible-builds.org), else the document's own date. */
function documentDate({ date }: Edition): Date {
  const epoch = process.env['SOURCE_DATE_EPOCH']
  return epoch !== undefined && /^\d+$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date(`${date}T00:00:00Z`)
}
