import type { Interface } from '../edition/interface.ts'
import type { Edition } from '../model/edition.ts'
import { contentWidth, HEADS, type Paper } from './paper.ts'

/** The size of a head’s type, in the paper’s `em`, and how wide a letter of it is on average, in its own size. */
const SIZE = 0.75
const LETTER = 0.6
const POINT = 25.4 / 72

/** How many letters the two heads of a page have room for, on one line each. */
export function headRoom(paper: Paper): { readonly document: number; readonly section: number } {
  const letter = paper.em * SIZE * POINT * LETTER
  const lettersIn = (share: number): number => Math.floor((contentWidth(paper) * share) / letter)
  return { document: lettersIn(HEADS.document), section: lettersIn(HEADS.section) }
}

/** A text as there is room for it: a longer one is cut after a word, and ends with an ellipsis. */
export function shortened(text: string, room: number): string {
  const signs = Array.from(text)
  if (signs.length <= room) return text
  const beginning = signs.slice(0, room - 1).join('')
  const words = signs[room - 1] === ' ' ? beginning : beginning.replace(/\s+\S*$/u, '')
  return `${words.replace(/[\s.,;:–—-]+$/u, '')}…`
}

/**
 * The margin boxes of the pages, which CSS fills with literal text and counters: they have no place in the page's own
 * markup. The counter styles give each page a text of its own, and are written when it is known what stands on which
 * page: `section`, `folio`, and `last-folio`, which is the last of the pages that are numbered with it.
 */
export function runningHeads({ title, shortTitle, draft }: Edition, words: Interface, paper: Paper): string {
  const [before, between, after] = words.message('page', { page: '\u0000', pages: '\u0000' }).text.split('\u0000').map(cssString)
  return `@page { @top-left { content: ${cssString(shortened((shortTitle ?? title).text, headRoom(paper).document))} }
    @top-right { content: counter(page, section) }
    @bottom-right { content: ${before} counter(page, folio) ${between} counter(page, last-folio) ${after} }
    ${draft ? `@bottom-left { content: ${cssString(words.message('draft.label').text)} }` : ''} }`
}

/** A CSS string; what could end it or the style element is escaped by its code point. */
function cssString(text: string | undefined): string {
  return `"${(text ?? '').replaceAll(/["\\<>\n\r\f]/g, (character) => `\\${character.codePointAt(0)!.toString(16)} `)}"`
}
