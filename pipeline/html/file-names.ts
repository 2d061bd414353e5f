import type { Edition } from '../model/edition.ts'
import type { FormatName } from '../model/format-name.ts'

/** The name of an edition’s web page. Links say it, since a page that was opened from a disk has no server to add it. */
export const PAGE_NAME = 'index.html'

/** What joins the tags of editions that stand side by side: sq+mk. */
const BESIDE = '+'

/** The name by which editions that stand side by side are one. */
export function parallelTag(tags: readonly string[]): string {
  return tags.join(BESIDE)
}

/** The folder of an edition, or of several side by side, relative to the output folder. */
export function folderOf({ document, tag }: Pick<Edition, 'tag' | 'document'>): string {
  return tag.includes(BESIDE) ? `${PARALLEL}/${tag}/${document}` : `${tag}/${document}`
}

/** Path of an edition’s web page, relative to the output folder. */
export function pagePath(edition: Pick<Edition, 'tag' | 'document'>): string {
  return `${folderOf(edition)}/${PAGE_NAME}`
}

/** The folder of a former version of an edition: beside the edition’s own, so that what its files lead to is as far as before. */
export function versionFolder(folder: string, day: string): string {
  return `${folder}.${day}`
}

/** No tag and no id of a document has a full stop. */
const VERSION = /^([^/.]+\/[^/.]+)\.(\d{4}-\d{2}-\d{2})(?=\/)/

/** The former version that a published file belongs to: its folder, that of its edition, and its day. */
export function versionIn(path: string): { readonly folder: string; readonly of: string; readonly day: string } | undefined {
  const [folder, of, day] = VERSION.exec(path) ?? []
  return folder === undefined ? undefined : { folder, of: of!, day: day! }
}

/** The folder of all editions that stand side by side. */
export const PARALLEL = 'parallel'

/** The name of an edition’s offline package. */
export function zipName({ document, tag }: Pick<Edition, 'tag' | 'document'>): string {
  return `${document}.${tag}.zip`
}

/** The name of an edition's PDF. */
export function pdfName({ document, tag }: Pick<Edition, 'tag' | 'document'>): string {
  return `${document}.${tag}.pdf`
}

/** The formats of books: files of one edition for other programs than browsers, in the order in which they are offered. */
export const BOOK_FORMATS = ['epub', 'docx'] as const satisfies readonly FormatName[]

export type BookFormat = (typeof BOOK_FORMATS)[number]

/** The name of an edition’s file in such a format. */
export function bookName({ document, tag }: Pick<Edition, 'tag' | 'document'>, format: BookFormat): string {
  return `${document}.${tag}.${format}`
}

/** The name of the picture that is shown where an edition is shared. */
export function cardName({ document, tag }: Pick<Edition, 'tag' | 'document'>): string {
  return `${document}.${tag}.card.png`
}

/** The name of the picture of an edition’s first page. */
export function coverName({ document, tag }: Pick<Edition, 'tag' | 'document'>): string {
  return `${document}.${tag}.cover.png`
}

/** The name of the text about an edition that is sent in a mail. */
export function mailName({ document, tag }: Pick<Edition, 'tag' | 'document'>): string {
  return `${document}.${tag}.mail.txt`
}
