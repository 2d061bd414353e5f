import type { Overflow } from './fit.ts'
import type { BrowserPage } from './browser-page.ts'
import { Unprintable } from './unprintable.ts'

/** Whether the browser prints everything smaller than the style says, but for what comes of rounding. */
export function isSmaller(scale: number): boolean {
  return scale < 0.999
}

const TOO_WIDE = 'Something on the page is wider than the page, so that the browser would print every page smaller.'

/**
 * Sets the tables of a page narrower that are wider than it.
 * @returns what reaches out of its place the farthest
 * @throws Unprintable naming what is wider all the same: it would have the browser print every page smaller
 */
export async function fitTables(browserPage: BrowserPage): Promise<Overflow> {
  const { overflows, farthest } = await browserPage.fit()
  const [first] = overflows
  if (!first) return farthest
  throw new Unprintable(
    overflows.map(saidOf).join(' '),
    // Another table may have the same word.
    overflows.flatMap(({ table, text }) => (table === undefined ? [text] : [table, text])),
    first.column === undefined ? SHORTEN : first.isInNote ? MOVE : DIVIDE,
  )
}

/** What is told where a page is printed smaller though each of its elements stands in its place. */
export function tooWide(farthest: Overflow): Unprintable {
  return new Unprintable(`${TOO_WIDE} It is probably “${excerpt(farthest.text)}”.`, [farthest.text], SHORTEN)
}

const DIVIDE =
  'Divide the table in two of fewer columns, or write shorter words in its widest column; in long words a line may end after a hyphen.'
const MOVE = `Move the table from the note into the text, where its page is turned. ${DIVIDE}`
const SHORTEN = 'Write it shorter, or with spaces or hyphens at which a line may end.'

function saidOf({ text, column, isInNote, width, place }: Overflow): string {
  const [is, has] = [width, place].map((millimetres) => `${Math.round(millimetres)} mm`)
  if (column === undefined) return `“${excerpt(text)}” is ${is} wide, and its place is ${has}.`
  const widest = `its widest column ${column === '' ? '' : `is “${excerpt(column)}”, and `}holds “${excerpt(text)}”`
  return `A table is ${is} wide even in small type, and ${isInNote ? 'a note' : 'a page that is turned for it'} has ${has}; ${widest}.`
}

/** The beginning of a text, as its writer typed it: where words may be parted is the layout’s. */
function excerpt(text: string): string {
  const typed = text.replaceAll('\u00AD', '')
  return typed.length > 60 ? `${typed.slice(0, 60)}…` : typed
}
