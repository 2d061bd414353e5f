import { logoView } from '../html/logo.ts'
import { movedPage } from '../html/moved-page.ts'
import { webPage } from '../html/web-page.ts'
import type { Artifact } from '../model/edition.ts'
import type { Begun, DocumentContext, Named, BuildContext } from './format.ts'
import { BOOK_FORMATS, PAGE_NAME, pdfName, zipName, pagePath } from '../html/file-names.ts'

/** The formats that the page offers. */
const SIZED = ['pdf', 'zip', ...BOOK_FORMATS] as const

/** A page at a former address of a document. */
function movedFrom(id: string, { tag }: Named, page: string): Artifact {
  return { path: pagePath({ tag, document: id }), bytes: new TextEncoder().encode(page) }
}

/** Makes the web page of an edition and the files beside it. The page states the size of the PDF. */
export function beginPage(of: Named, { siblings, beside }: DocumentContext, buildContext: BuildContext): Begun {
  const { publication, theme, makers, assets, logo } = buildContext
  return {
    abandon: () => undefined,
    render: async ({ edition, words, facts }) => {
      const links = {
        root: '../../',
        stylesheet: `../../${assets!.stylesheet}`,
        pdf: makers.has('pdf') ? pdfName(of) : undefined,
        script: `../../${assets!.script}`,
        search: undefined,
        site: {
          editions: siblings,
          beside,
          zip: makers.has('zip') ? zipName(of) : undefined,
          books: BOOK_FORMATS.filter((format) => makers.has(format)),
          hasPress: makers.has('press'),
          versions: buildContext.versionsOf(of, edition.formerly, facts),
        },
        logo: logo?.address === undefined ? undefined : logoView(logo.picture, `../../${logo.address}`),
      }
      return {
        // Finished late, because the browser is waiting for the page for print.
        finish: async ({ artifactsOf }) => {
          const sizes = await Promise.all(SIZED.map(async (format) => [format, (await artifactsOf(format))[0]?.bytes.byteLength] as const))
          const page = webPage(edition, publication, words, theme, links)
          return [
            { path: pagePath(of), bytes: new TextEncoder().encode(page(Object.fromEntries(sizes))) },
            ...edition.formerly.map((id) =>
              movedFrom(id, of, movedPage(edition, words, theme, `../${encodeURIComponent(of.document)}/${PAGE_NAME}`, links.script)),
            ),
            ...edition.beside.map(({ name, bytes }) => ({ path: `${of.tag}/${of.document}/${name}`, bytes })),
          ]
        },
      }
    },
  }
}
