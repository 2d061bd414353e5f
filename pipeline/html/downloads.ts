import type { Interface } from '../edition/interface.ts'
import type { Edition } from '../model/edition.ts'
import { BOOK_FORMATS, bookName, type BookFormat } from './file-names.ts'

/** Stand for the sizes of files, which are known when the page is rendered. No text holds these words between the characters, which no source may have. */
const UNKNOWN = { pdf: '\0pdf\0', zip: '\0zip\0', epub: '\0epub\0', docx: '\0docx\0' } as const

/** The formats that a page leads to, and tells the size of. */
type Sized = keyof typeof UNKNOWN

/** Sizes of an edition’s files in bytes. */
export type Sizes = Readonly<Partial<Record<Sized, number | undefined>>>

/** File names of what a page offers. Absent for what is not made. */
export interface Offered {
  readonly pdf: string | undefined
  readonly zip: string | undefined
  readonly books: readonly BookFormat[]
}

/** What a page offers to be downloaded, with sizes that are still to be told. */
export function downloadsOf(edition: Edition, { pdf, zip, books }: Offered) {
  const offer = (format: Sized, name: string | undefined) => name !== undefined && { name, size: UNKNOWN[format] }
  return {
    pdf: offer('pdf', pdf),
    zip: offer('zip', zip),
    ...Object.fromEntries(
      BOOK_FORMATS.map((format) => [format, offer(format, books.includes(format) ? bookName(edition, format) : undefined)]),
    ),
  }
}

/** A page with the sizes of what it offers. */
export function withSizes(page: string, sizes: Sizes, words: Interface): string {
  return Object.entries(UNKNOWN).reduce((html, [format, mark]) => html.replace(mark, () => words.size(sizes[format as Sized] ?? 0)), page)
}
