import type { Edit } from './edits.ts'
import type { MarkedContent, Span } from './marked-content.ts'

export const SOFT_HYPHEN = '\u00AD'

/** A mark that replaces the text of what is painted in it. */
export interface Replacement {
  readonly open: Span
  readonly text: string
  /** How much text its object held before it. */
  readonly before: number
  /** What was painted in it, and as what text. */
  readonly shown: (Span & { readonly text: string })[]
}

/**
 * Takes soft hyphens out of what is read: a mark that stands for one alone goes with its glyph of no width, and one that
 * adds it to a cluster lets go of it; a ligature over it has painted that glyph as a blank. One that says no more than the
 * glyphs goes as well, and so does one without glyphs: that of a line which the page's end moved overleaf, of which the
 * browser paints the marks on both pages. Says whether a soft hyphen stood there, so that the line may end after it.
 */
export function unwrap(mark: Replacement, close: Span, object: { text: string; glyphs: number }, edits: Edit[]): boolean {
  const painted = object.text.slice(mark.before)
  const text = mark.text.replaceAll(SOFT_HYPHEN, '')
  const drop = ({ start, end }: Span): void => void edits.push({ start, end, text: '' })
  if (mark.shown.length === 0) {
    drop(mark.open)
    drop(close)
    return false
  }
  object.text = object.text.slice(0, mark.before) + text
  if (text === mark.text && text !== painted) return false
  const blanks = mark.shown.filter((each) => each.text.trim() === '')
  const words = blanks.reduce((left, blank) => left.replace(blank.text, ''), painted)
  if (text === '') mark.shown.forEach(drop)
  else if (text === words) blanks.forEach(drop)
  if (text === '' || text === painted || text === words) {
    drop(mark.open)
    drop(close)
  } else {
    const hex = Buffer.from(`\uFEFF${text}`, 'utf16le').swap16().toString('hex')
    edits.push({ ...mark.open, text: `/Span <</ActualText <${hex}> >>BDC` })
  }
  return mark.text.endsWith(SOFT_HYPHEN)
}

/** A hyphen that the browser put at the end of a line: in what, on which line, and as what sign. */
export interface LineEnd {
  readonly sequence: Pick<MarkedContent, 'hyphens'> & { text: string }
  readonly line: string
  readonly sign: string
}

/** Whether a text object may be such a hyphen: nothing else, where a line may end. */
export function isLineEnd({ breaks, glyphs, text }: { breaks: boolean; glyphs: number; text: string }): boolean {
  return breaks && glyphs === 1 && /^[-\u2010]$/.test(text)
}

/** What something follows on its line is no such hyphen, but a word’s own from another file of its face. */
export function takeBack({ sequence, sign }: LineEnd): void {
  sequence.hyphens.pop()
  sequence.text = sequence.text.slice(0, -SOFT_HYPHEN.length) + sign
}
