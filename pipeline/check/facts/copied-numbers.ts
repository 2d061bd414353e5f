/** A run of a text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Figures in a row with signs between: a telephone number, an account, a date, a version, a time; or so many that they may be one without. */
const SEQUENCE = /(?<![\p{L}\d])[+(]*(?:\d+(?:[ \u00A0\u202F\u2009.,:/()–—‑-]{1,3}\d+)+|\d{7,})(?!\d)/gu
/** So many figures make two sequences the same, however they are grouped: 038 221 351, +383 38 221-351. */
const LONG = 6
/** A number with decimals, whose sign tells how large it is: 1,234.5 and 1 234,5. */
const WITH_DECIMALS = /^\d+(?:([ .,])\d{3}(?:\1\d{3})*(?!\1))?[.,]\d+$/

/**
 * Sequences of figures that both texts have, such as telephone numbers. A copied sequence is right, however it would be
 * read as a number.
 */
export function copiedNumbers(english: string, own: string): { readonly theirs: Span[]; readonly own: Span[] } {
  const copied: ReturnType<typeof copiedNumbers> = { theirs: [], own: [] }
  const left = sequencesIn(own)
  const text = plain(own)
  for (const { written, digits, start, end } of sequencesIn(english)) {
    const at = WITH_DECIMALS.test(written) ? -1 : left.findIndex((other) => isSame(digits, other.digits))
    const whole = at >= 0 ? left.splice(at, 1)[0] : standsAt(text, written)
    if (!whole) continue
    copied.theirs.push({ start, end })
    copied.own.push({ start: whole.start, end: whole.end })
  }
  return copied
}

interface Sequence extends Span {
  readonly written: string
  readonly digits: string
}

function sequencesIn(text: string): Sequence[] {
  return [...text.matchAll(SEQUENCE)].map(({ 0: written, index }) => ({
    written: plain(written),
    digits: written.replaceAll(/\D/g, ''),
    start: index,
    end: index + written.length,
  }))
}

/** With one kind of space and of hyphen, as long as before. */
function plain(text: string): string {
  return text.replaceAll(/[\u00A0\u202F\u2009]/g, ' ').replaceAll(/[–—‑]/g, '-')
}

function isSame(a: string, b: string): boolean {
  if (a === b) return a.length >= LONG
  return Math.min(a.length, b.length) > LONG && (a.endsWith(b.replace(/^0/, '')) || b.endsWith(a.replace(/^0/, '')))
}

function standsAt(text: string, written: string): Span | undefined {
  for (let at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + 1)) {
    const end = at + written.length
    if (!/\d/.test(text[at - 1] ?? '') && !/^(?:\d|[.,]\d)/.test(text.slice(end, end + 2))) return { start: at, end }
  }
  return undefined
}
