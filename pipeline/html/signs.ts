import { lastSignOf, unprintablePlacesAfter, unspokenPlaces } from '../language/printable.ts'

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
export function replacedSigns(text: string, before = ''): string {
  return replacedAt(text, unprintablePlacesAfter(before, text))
}

/**
 * A page whose printed text is such a text. What its tags say, and its head, is not printed, but read by machines: there it
 * stands for what means nothing.
 * @param kept stands where something comes later
 */
export function replacedInPage(page: string, kept: string): string {
  const places = unspokenPlaces(page).filter(({ start, end }) => page.slice(start, end) !== kept)
  const spoken = replacedAt(page, places)
  const body = spoken.indexOf('<body')
  const text = spoken.slice(body)
  // The whole text is looked at once: there are as many parts as tags.
  const isTurned = RIGHT_TO_LEFT.test(text)
  const shown = (part: string, before = ''): string =>
    isTurned ? replacedSigns(part, before).replaceAll(BETWEEN, REPLACEMENT) : replacedSigns(part, before)
  let last = ''
  const replace = (part: string): string => {
    if (part.startsWith('<')) {
      if (!WITHIN_LINE.test(part)) last = ''
      return part.replace(HEAD, (head) => shown(head))
    }
    const before = last
    last = lastSignOf(before + part)
    return shown(part, before)
  }
  return spoken.slice(0, body) + text.replaceAll(/<(?:"[^"]*"|'[^']*'|[^>"'])*>|[^<]+/g, replace)
}

/** The attribute that a page's running head is taken from: it is printed, too. */
const HEAD = /(?<= data-head=")[^"]*/

/** Tags that part no letter from its mark. */
const WITHIN_LINE = /^<\/?(?:a|abbr|b|bdi|cite|del|em|i|kbd|mark|q|s|small|span|strong|sub|sup|u)[\s>]/

/** Letters that are read from right to left, none of which is printable. */
const RIGHT_TO_LEFT = /(?![\u060C\u061B\u061F\u0640])[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
/** Signs between them, which are printable, but would turn the order of the signs that stand for the letters. */
const BETWEEN = /[\u060C\u061B\u061F\u0640\u064B-\u0655\u0670]/g

function replacedAt(text: string, places: readonly { readonly start: number; readonly end: number }[]): string {
  let [replaced, from] = ['', 0]
  for (const { start, end } of places) {
    replaced += text.slice(from, start) + text.slice(start, end).replaceAll(/[^ ]\p{M}*/gu, REPLACEMENT)
    from = end
  }
  return replaced + text.slice(from)
}
