import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A part of a line on a page, its place in points from the lower left. */
export interface Item {
  readonly text: string
  /** Of its type. */
  readonly size: number
  readonly left: number
  readonly right: number
  readonly foot: number
  /** Below its ascenders: lines may be closer than those are high. */
  readonly top: number
}

/** How high letters are that have no ascenders, of their size. */
const ASCENT = 0.5

/** The pages of a PDF, in their order. */
export async function pagesOf(pdf: PDFDocumentProxy): Promise<PDFPageProxy[]> {
  return Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)))
}

/** What is printed on a page, but for spaces. */
export async function itemsOf(page: PDFPageProxy): Promise<Item[]> {
  const { items } = await page.getTextContent()
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [along, up, , , x, y] = item.transform as [number, number, number, number, number, number]
    const [size, text, length] = [Math.hypot(along, up), item.str, item.width]
    // A turned head is read from below.
    if (up > along) return [{ text, size, left: x - size * ASCENT, right: x, foot: y, top: y + length }]
    return [{ text, size, left: x, right: x + length, foot: y, top: y + size * ASCENT }]
  })
}

/** What stands over something else on a page. @returns each with what it covers */
export function coveringIn(items: readonly Item[]): string[] {
  return items.flatMap((one, at) =>
    items.slice(at + 1).flatMap((other) => {
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left)
      const high = Math.min(one.top, other.top) - Math.max(one.foot, other.foot)
      return wide > 1 && high > 1 ? [`${one.text} | ${other.text}`] : []
    }),
  )
}
