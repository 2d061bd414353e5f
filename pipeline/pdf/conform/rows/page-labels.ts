import { PDFArray, PDFDict, PDFName, PDFNull, type PDFRef } from '@cantoo/pdf-lib'
import type { PrintedFile } from '../printed-file.ts'

/**
 * Viewers show the numbers that the pages bear (ISO 32000-1, 12.4.2), where the pages before the text have their own:
 * none on the cover, then i, ii, …, and the text from 1.
 * @throws Error where the text, which the page’s contents lead to, is on no page
 */
export function labelPages({ context, catalog, pages, preparation }: PrintedFile): void {
  if (preparation.numbering !== 'roman-front') return
  const start = catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)?.lookupMaybe(PDFName.of('text'), PDFArray)?.get(0) ?? PDFNull
  const text = pages.indexOf(start as PDFRef)
  if (text < 0) throw new Error('The text, which has page numbers of its own, begins on no page.')
  // Without a cover nothing stands before it.
  if (text === 0) return
  const ranges = [0, {}, ...(text > 1 ? [1, { S: 'r' }] : []), text, { S: 'D' }]
  catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: ranges }))
}
