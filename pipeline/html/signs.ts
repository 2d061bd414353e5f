import { unprintablePlaces } from '../language/printable.ts'

/** Letters that another program has joined to one character, and hyphens that few faces have. */
const PLAIN: ReadonlyMap<string, string> = new Map([
  ...Array.from('\uFB00\uFB01\uFB02\uFB03\uFB04\uFB05\uFB06', (joined) => [joined, joined.normalize('NFKC')] as const),
  ...Array.from('\u2010\u2011', (hyphen) => [hyphen, '-'] as const),
])
const OTHERS = new RegExp(`[${[...PLAIN.keys()].join('')}]`, 'gu')

/** A page whose letters and hyphens are those that people type, look for and copy. */
export function plainSigns(page: string): string {
  return page.replaceAll(OTHERS, (sign) => PLAIN.get(sign)!)
}

/**
 * What has no glyph and no meaning in print: what asks for a coloured picture of the sign before, since the print has one face
 * for emoji, and what turns the direction of signs, since all its languages are read from left to right.
 */
const UNPRINTED = /[\uFE0E\uFE0F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

/** The same for print, where a letter and its accent are one character (NFC), since few faces have accents by themselves. */
export function printedSigns(page: string): string {
  return plainSigns(page.normalize('NFC')).replaceAll(UNPRINTED, '')
}

/** Stands for a sign that cannot be shown (The Unicode Standard, 23.8). */
const REPLACEMENT = '\uFFFD'

/** A text in which that stands for each sign that no face of the print has. */
export function replacedSigns(text: string): string {
  let replaced = text
  for (const { start, end } of unprintablePlaces(text).toReversed())
    replaced = replaced.slice(0, start) + replaced.slice(start, end).replaceAll(/[^ ]\p{M}*/gu, REPLACEMENT) + replaced.slice(end)
  return replaced
}

/** A page whose printed text is such a text; what its tags say, and its head, is not printed. */
export function replacedInPage(page: string): string {
  const body = page.indexOf('<body')
  const replace = (part: string): string => (part.startsWith('<') ? part : replacedSigns(part))
  return page.slice(0, body) + page.slice(body).replaceAll(/<(?:"[^"]*"|'[^']*'|[^>"'])*>|[^<]+/g, replace)
}
