import { folderOf, pdfName } from '../html/file-names.ts'
import { printPage } from '../html/print-page.ts'
import type { Edition } from '../model/edition.ts'
import type { PageLayout } from '../pdf/page-layout.ts'
import type { Begun, DocumentContext, Named, BuildContext } from './format.ts'
import { unprinted } from './unprinted.ts'

/** Makes the PDF of an edition. The browser opens a page while the edition is composed. */
export function beginPrint(of: Named, { hyphenation }: DocumentContext, { publication, theme, printer, logo }: BuildContext): Begun {
  const job = printer!.open()
  return {
    abandon: () => job.abandon(),
    render: async ({ edition, words, columns }) => {
      const tell = (error: Error): never => {
        throw unprinted(edition, of.tag, error)
      }
      const print = async (): Promise<PageLayout> =>
        job.print(await printPage(edition, publication, words, theme, hyphenation, logo?.picture, columns), documentDate(edition))
      const layout = await print().catch(tell)
      return {
        layout,
        finish: async () => [{ path: `${folderOf(of)}/${pdfName(of)}`, bytes: await job.finished().catch(tell) }],
      }
    },
  }
}

/** Date of an edition’s files: SOURCE_DATE_EPOCH if set (reproducible-builds.org), else the document’s date. */
export function documentDate({ date }: Edition): Date {
  const epoch = process.env['SOURCE_DATE_EPOCH']
  return epoch !== undefined && /^\d+$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date(`${date}T00:00:00Z`)
}
