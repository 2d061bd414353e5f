import type { Edition } from '../model/edition.ts'

/** The name of an edition’s web page. Links say it, since a page that was opened from a disk has no server to add it. */
export const PAGE_NAME = 'index.html'

/** The name of an edition’s offline package. */
export function zipName({ document, tag }: Pick<Edition, 'tag' | 'document'>): string {
  return `${document}.${tag}.zip`
}

/** The name of an edition's PDF. */
export function pdfName({ document, tag }: Pick<Edition, 'tag' | 'document'>): string {
  return `${document}.${tag}.pdf`
}
