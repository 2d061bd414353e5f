import type { PaperName } from '../model/publication.ts'

/** A paper and how a page is laid out on it. Lengths are in millimetres, `em` in points. */
export interface Paper {
  readonly width: number
  readonly height: number
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }
  /** The text column: 60 to 70 characters a line, with `em` as it is. */
  readonly measure: number
  /** The unit of all sizes of type: the text is 1.03 of it. */
  readonly em: number
  /** The column for names’ own spellings beside the text, 6 mm apart; nothing where the paper is too narrow for one. */
  readonly aside: number
}

/** The papers (ISO 216; ANSI/ASME Y14.1), with margins in proportion. */
export const PAPERS: Readonly<Record<PaperName, Paper>> = {
  A4: { width: 210, height: 297, margins: { top: 22, right: 18, bottom: 26, left: 28 }, measure: 118, em: 10, aside: 40 },
  A5: { width: 148, height: 210, margins: { top: 18, right: 20, bottom: 20, left: 21 }, measure: 107, em: 9, aside: 0 },
  Letter: { width: 215.9, height: 279.4, margins: { top: 21, right: 22, bottom: 24, left: 29.9 }, measure: 118, em: 10, aside: 40 },
}

/** How wide the picture of a first page is, in pixels: enough for a mail, and for a library on a dense screen. */
const PICTURE_WIDTH = 600

/** The size of the picture of a first page, in pixels. */
export function firstPageSize({ width, height }: Paper, pixels = PICTURE_WIDTH): { readonly width: number; readonly height: number } {
  return { width: pixels, height: Math.round((pixels * height) / width) }
}

/** The shares of a page’s head: the document’s title, and the section’s. */
export const HEADS = { document: 0.55, section: 0.43 } as const

const GUTTER = 6

/** The width of the page between its margins. */
export function contentWidth({ width, margins }: Paper): number {
  return width - margins.left - margins.right
}

/** The same of a page that is turned for a wide table: its margins stay where they are. */
function turnedWidth({ height, margins }: Paper): number {
  return height - margins.left - margins.right
}

/**
 * What the style takes from the paper: the size of the page, also where it is turned, and its measures as custom properties.
 * @param isParallel whether editions stand side by side, in columns that take the whole page together
 */
export function paperStyle(paper: Paper, isParallel = false): string {
  const { width, height, margins, em } = paper
  const [content, turned] = [contentWidth(paper), turnedWidth(paper)]
  const { measure, aside } = isParallel ? { measure: content, aside: 0 } : paper
  return `@page { size: ${width}mm ${height}mm; margin: ${margins.top}mm ${margins.right}mm ${margins.bottom}mm ${margins.left}mm;
    @top-left { width: ${round(content * HEADS.document)}mm } @top-right { width: ${round(content * HEADS.section)}mm } }
  @page cover { margin: 0 }
  @page turned { size: ${height}mm ${width}mm;
    @top-left { width: ${round(turned * HEADS.document)}mm } @top-right { width: ${round(turned * HEADS.section)}mm } }
  :root { font-size: ${em}pt; --page-width: ${width}mm; --page-height: ${height}mm; --content: ${content}mm; --turned: ${turned}mm; --height: ${height - margins.top - margins.bottom}mm; --measure: ${measure}mm;
    --aside: ${aside}mm; --gutter: ${GUTTER}mm }`
}

function round(millimetres: number): number {
  return Math.round(millimetres * 10) / 10
}
