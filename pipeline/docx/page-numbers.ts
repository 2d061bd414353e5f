import type { PageNumberEstimator } from 'docx'
import type { Element } from 'hast'
import { elementsIn } from './writing.ts'

/** The names that the library gives to the headings of its contents. */
const NAME = /^_Toc\d+$/

/** What the contents tell of the pages of the print. */
export interface PrintedPages {
  readonly estimator: PageNumberEstimator
  /** The levels of headings whose pages are not told, as Word's field has them. The contents of a long print list the first level alone. */
  readonly without: string | undefined
}

/**
 * Tells the contents the pages of the print, which Word replaces by its own when it updates them. The library's own layout takes a
 * second for ten pages.
 * @param parts what the contents lead to
 * @param pages page of each heading in the contents of the print, by its id
 * @returns nothing where those of the first level are not all known
 */
export function pagesOfPrint(parts: readonly Element[], pages: ReadonlyMap<string, number>): PrintedPages | undefined {
  const headings = parts.flatMap(headingsIn)
  const numbers = headings.map(({ properties }) => pages.get(String(properties['id'])))
  const isUnknown = (tagName: string): boolean => headings.some((heading, at) => heading.tagName === tagName && numbers[at] === undefined)
  if (isUnknown('h2')) return undefined
  const estimator: PageNumberEstimator = (body) => {
    const names = namesIn(body)
    const known = names.length === numbers.length ? names.map((name, at) => [name, String(numbers[at] ?? '')] as const) : []
    return { bookmarks: new Map(known) }
  }
  return { estimator, without: isUnknown('h3') ? '2-2' : undefined }
}

/** The headings that contents list. */
function headingsIn(element: Element): Element[] {
  if (element.properties['dataFootnotes'] !== undefined) return []
  return /^h[23]$/.test(element.tagName) ? [element] : elementsIn(element.children).flatMap(headingsIn)
}

/** The names of headings in what is written, in their order. */
function namesIn(written: unknown): string[] {
  if (typeof written !== 'object' || written === null) return []
  return Object.entries(written).flatMap(([key, value]: [string, unknown]) =>
    key === 'w:name' && typeof value === 'string' && NAME.test(value) ? [value] : namesIn(value),
  )
}
