import type { Interface, Label } from '../edition/interface.ts'
import type { Edition } from '../model/edition.ts'
import { contentWidth, HEADS, type Paper } from './paper.ts'
import { textWidth } from './text-width.ts'

/** The size of a head’s type, in the paper’s `em`. */
const SIZE = 0.75
const POINT = 25.4 / 72

/** How wide the two heads of a page may be, on one line each, in the size of their type. */
export function headRoom(paper: Paper): { readonly document: number; readonly section: number } {
  const em = paper.em * SIZE * POINT
  return { document: (contentWidth(paper) * HEADS.document) / em, section: (contentWidth(paper) * HEADS.section) / em }
}

/** What leads on to the next word, as articles and prepositions do: none ends a head that is cut. */
const LEADS_ON = /^\p{Ll}{1,3}\s$/u

/** A text as there is room for it: a longer one is cut after a word, and ends with an ellipsis. */
export function shortened(text: string, room: number): string {
  if (textWidth(text) <= room) return text
  const words = text.split(/(?<=\s)/u)
  let count = words.length
  while (count > 1 && textWidth(ended(words, count)) > room) count--
  while (count > 1 && LEADS_ON.test(words[count - 1]!)) count--
  if (textWidth(ended(words, count)) <= room) return ended(words, count)
  // A word that is longer than the head is parted.
  const signs = Array.from(words[0]!)
  while (signs.length > 1 && textWidth(`${signs.join('')}…`) > room) signs.pop()
  return `${signs.join('')}…`
}

const BETWEEN = ' · '

/** What says the same in several languages, on one line: each is cut to its share where there is no room for all. */
export function shortenedTogether(labels: readonly Pick<Label, 'text'>[], room: number): string {
  const whole = [...new Set(labels.map(({ text }) => text))]
  const joined = whole.join(BETWEEN)
  if (textWidth(joined) <= room || whole.length === 1) return shortened(joined, room)
  const share = (room - textWidth(BETWEEN) * (whole.length - 1)) / whole.length
  return whole.map((text) => shortened(text, share)).join(BETWEEN)
}

/** The first words, with an ellipsis. */
function ended(words: readonly string[], count: number): string {
  return `${words
    .slice(0, count)
    .join('')
    .replace(/[\s.,;:–—-]+$/u, '')}…`
}

/**
 * The margin boxes of the pages, which CSS fills with literal text and counters: they have no place in the page's own
 * markup. The counter styles give each page a text of its own, and are written when it is known what stands on which
 * page: `section`, `folio`, and `last-folio`, which is the last of the pages that are numbered with it.
 */
export function runningHeads(columns: readonly HeadedColumn[], paper: Paper): string {
  const titles = columns.map(({ edition: { title, shortTitle } }) => shortTitle ?? title)
  const drafts = columns.filter(({ edition }) => edition.draft).map(({ words }) => words.message('draft.label').text)
  const [before, between, after] = pageNumbers(columns).split('\u0000').map(cssString)
  return `@page { @top-left { content: ${cssString(shortenedTogether(titles, headRoom(paper).document))} }
    @top-right { content: counter(page, section) }
    @bottom-right { content: ${before} counter(page, folio) ${between} counter(page, last-folio) ${after} }
    ${drafts.length > 0 ? `@bottom-left { content: ${cssString([...new Set(drafts)].join(BETWEEN))} }` : ''} }`
}

/** An edition whose pages have heads, or one in a column beside others. */
interface HeadedColumn {
  readonly edition: Pick<Edition, 'title' | 'shortTitle' | 'draft'>
  readonly words: Interface
}

/** “page 2 of 7”; in several languages the numbers alone. */
function pageNumbers([first, ...others]: readonly HeadedColumn[]): string {
  return others.length > 0 ? '\u0000 / \u0000' : first!.words.message('page', { page: '\u0000', pages: '\u0000' }).text
}

/** A CSS string; what could end it or the style element is escaped by its code point. */
function cssString(text: string | undefined): string {
  return `"${(text ?? '').replaceAll(/["\\<>\n\r\f]/g, (character) => `\\${character.codePointAt(0)!.toString(16)} `)}"`
}
