import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A part of a line on a page, its place in points from the lower left. */
export interface Item {
  readonly text: string
  /** Of its type. */
  readonly size: number
  readonly left: number
  readonly right: number
  readonly foot: number
}

/** The pages of a PDF, in their order. */
export async function pagesOf(pdf: PDFDocumentProxy): Promise<PDFPageProxy[]> {
  return Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)))
}

/** What is printed on a page, but for spaces. */
export async function itemsOf(page: PDFPageProxy): Promise<Item[]> {
  const { items } = await page.getTextContent()
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [size, , , , left, foot] = item.transform as [number, number, number, number, number, number]
    return [{ text: item.str, size, left, right: left + item.width, foot }]
  })
}

/** What stands over something else on a page. @returns each with what it covers */
export function coveringIn(items: readonly Item[]): string[] {
  /** Below its ascenders: lines may be closer than those are high. */
  const top = ({ foot, size }: Item): number => foot + size * 0.5
  return items.flatMap((one, at) =>
    items.slice(at + 1).flatMap((other) => {
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left)
      const high = Math.min(top(one), top(other)) - Math.max(one.foot, other.foot)
      return wide > 1 && high > 1 ? [`${one.text} | ${other.text}`] : []
    }),
  )
}
