import { logoView } from '../html/logo.ts'
import { PACKED, packedAssets } from '../html/assets.ts'
import { movedPage } from '../html/moved-page.ts'
import { webPage } from '../html/web-page.ts'
import type { Artifact } from '../model/edition.ts'
import { describe } from '../publish/manifest.ts'
import { searchedPage } from '../search/searched-page.ts'
import { lineOf, SEARCH_NAME, searchFile } from '../search/shards.ts'
import { packFiles } from '../publish/package.ts'
import { sealFiles, sealOf } from '../publish/seal.ts'
import type { Begun, DocumentContext, Named, BuildContext } from './format.ts'
import { PAGE_NAME, pdfName, zipName, pagePath } from '../html/file-names.ts'

/**
 * Makes the offline package of an edition: its page and its PDF with all that they need, at the same paths as in the output, and
 * a manifest of its own. Its page leads to no other edition, since none is in the package.
 */
export function beginPackage(of: Named, _: DocumentContext, buildContext: BuildContext): Begun {
  const { publication, theme, logo, signer } = buildContext
  const shownLogo = logo?.address === undefined ? undefined : { path: logo.address, bytes: logo.picture.bytes }
  const folder = `${of.tag}/${of.document}`
  return {
    abandon: () => undefined,
    render: async ({ edition, words, facts }) => ({
      finish: async ({ artifactsOf, layout }) => {
        const links = {
          root: '../../',
          stylesheet: `../../${PACKED.styles}`,
          pdf: pdfName(of),
          logo: shownLogo && logoView(logo!.picture, `../../${shownLogo.path}`),
          script: `../../${PACKED.script}`,
          search: { script: `../../${PACKED.search}`, file: SEARCH_NAME, folder: PAGE_NAME },
          site: undefined,
        }
        // Rendered while the PDF is finished.
        const pageOf = webPage(edition, publication, words, theme, links)
        const pdf = await artifactsOf('pdf')
        const page = pageOf({ pdf: pdf[0]!.bytes.byteLength })
        const files: Artifact[] = [
          { path: 'index.html', bytes: new TextEncoder().encode(movedPage(edition, words, theme, pagePath(of), PACKED.script)) },
          { path: pagePath(of), bytes: new TextEncoder().encode(page) },
          ...edition.beside.map(({ name, bytes }) => ({ path: `${folder}/${name}`, bytes })),
          ...pdf,
          searchFile(`${folder}/${SEARCH_NAME}`, of.tag, [], lineOf(searchedPage(of.document, page))),
          ...(await packedAssets(theme, publication, shownLogo, page)),
        ]
        const seal = sealOf(
          {
            complete: true,
            files: new Map(files.map((file) => [file.path, describe(file)])),
            facts: new Map([[folder, { ...facts, pages: layout?.pages }]]),
            versions: new Map(),
          },
          signer,
        )
        return [{ path: `${folder}/${zipName(of)}`, bytes: await packFiles([...files, ...sealFiles(seal)], edition.date) }]
      },
    }),
  }
}
