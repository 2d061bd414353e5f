import { PDFDict, PDFHexString, PDFName } from '@cantoo/pdf-lib'
import type { PrintedFile } from '../printed-file.ts'

/**
 * Each bookmark has the words of its heading: the browser mixes in the calls to notes and the marks of the preparation.
 * @throws Error where the bookmarks are not those of the page’s headings
 */
export function nameBookmarks({ catalog, preparation: { headings } }: PrintedFile): void {
  const outlines = catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict)
  const bookmarks = outlines ? below(outlines) : []
  if (bookmarks.length !== headings.length)
    throw new Error(`The browser’s PDF has ${bookmarks.length} bookmarks for ${headings.length} headings of the page.`)
  for (const [index, bookmark] of bookmarks.entries()) bookmark.set(PDFName.of('Title'), PDFHexString.fromText(headings[index]!))
}

/** The items below one of an outline, in reading order (ISO 32000-1, 12.3.3). */
function below(item: PDFDict): PDFDict[] {
  const items: PDFDict[] = []
  let next = item.lookupMaybe(PDFName.of('First'), PDFDict)
  while (next) {
    items.push(next, ...below(next))
    next = next.lookupMaybe(PDFName.of('Next'), PDFDict)
  }
  return items
}
