import { CARD, cardPage } from '../html/card.ts'
import { cardName, coverName, folderOf, mailName } from '../html/file-names.ts'
import { mailText } from '../html/mail.ts'
import { firstPageSize, PAPERS } from '../html/paper.ts'
import type { Begun, DocumentContext, Named, BuildContext } from './format.ts'
import { unprinted } from './unprinted.ts'

/** Makes the card that is shown where a parallel edition is shared. */
export function beginCard(of: Named, _: DocumentContext, { publication, theme, printer, logo }: BuildContext): Begun {
  return {
    abandon: () => undefined,
    render: async ({ edition, words, columns }) => {
      const page = await cardPage(edition, publication, words, theme, logo?.picture, columns)
      const card = printer!.drawPage(page, CARD).catch((error: Error): never => {
        throw unprinted(edition, of.tag, error)
      })
      card.catch(() => undefined)
      return { finish: async () => [{ path: `${folderOf(of)}/${cardName(of)}`, bytes: await card }] }
    },
  }
}

/** Makes what an edition is told of with: the card that is shown where it is shared, its first page as a picture, and a text for mails. */
export function beginPress(of: Named, _: DocumentContext, { publication, theme, printer, logo }: BuildContext): Begun {
  return {
    abandon: () => undefined,
    render: async ({ edition, words }) => {
      const tell = (error: Error): never => {
        throw unprinted(edition, of.tag, error)
      }
      const drawCard = async (): Promise<Uint8Array> =>
        printer!.drawPage(await cardPage(edition, publication, words, theme, logo?.picture), CARD)
      // Drawn while the PDF is printed.
      const card = drawCard().catch(tell)
      card.catch(() => undefined)
      return {
        finish: async ({ artifactsOf, layout }) => {
          const { bytes: pdf } = (await artifactsOf('pdf'))[0]!
          const folder = folderOf(of)
          const mail = mailText(edition, publication, words, { pages: layout?.pages ?? 0, bytes: pdf.byteLength })
          return [
            { path: `${folder}/${cardName(of)}`, bytes: await card },
            {
              path: `${folder}/${coverName(of)}`,
              bytes: await printer!.drawPdf(pdf, firstPageSize(PAPERS[publication.paper])).catch(tell),
            },
            { path: `${folder}/${mailName(of)}`, bytes: new TextEncoder().encode(mail) },
          ]
        },
      }
    },
  }
}
