type Range = readonly [first: number, last: number]

/**
 * The characters that every face of the print has a glyph for: the subsets latin and latin-ext, and the subset cyrillic, of
 * Noto Serif and Noto Sans in Fontsource 5.3. A test holds them against the faces.
 */
export const PRINTABLE: Readonly<Record<'latin' | 'cyrillic', readonly Range[]>> = {
  latin: [
    [0x0, 0x0], [0xd, 0xd], [0x20, 0x7e], [0xa0, 0x2cc], [0x2ce, 0x2d7], [0x2da, 0x2da], [0x2dc, 0x2ff], [0x304, 0x304],
    [0x308, 0x308], [0x329, 0x329], [0x1d00, 0x1dbf], [0x1e00, 0x1e9f], [0x1ef2, 0x1eff], [0x2002, 0x2002], [0x2009, 0x2009],
    [0x200b, 0x200b], [0x2013, 0x2014], [0x2018, 0x201a], [0x201c, 0x201e], [0x2020, 0x2020], [0x2022, 0x2022], [0x2026, 0x2026],
    [0x2032, 0x2033], [0x2039, 0x203a], [0x2044, 0x2044], [0x20a0, 0x20bf], [0x2113, 0x2113], [0x2122, 0x2122], [0x2212, 0x2212],
    [0x2c60, 0x2c7f], [0xa720, 0xa7ca], [0xa7d0, 0xa7d1], [0xa7d3, 0xa7d3], [0xa7d5, 0xa7d9], [0xa7f2, 0xa7ff], [0xfeff, 0xfeff],
    [0xfffd, 0xfffd],
  ],
  cyrillic: [[0x301, 0x301], [0x400, 0x45f], [0x490, 0x491], [0x4b0, 0x4b1], [0x2116, 0x2116]],
} // prettier-ignore

/**
 * What the browser needs no glyph for: white space, spaces, which it makes, and what nobody sees. Not among them are a space
 * as wide as an ideograph (U+3000), and what is ignored by scripts that the faces do not have.
 */
export const BLANK: readonly Range[] = [
  [0x9, 0xa], [0xc, 0xd], [0xad, 0xad], [0x34f, 0x34f], [0x2000, 0x200f], [0x2028, 0x202f], [0x205f, 0x206f], [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
] // prettier-ignore

const hex = (code: number): string => `\\u{${code.toString(16)}}`
const setOf = (...ranges: readonly (readonly Range[])[]): string =>
  ranges
    .flat()
    .map(([first, last]) => `${hex(first)}-${hex(last)}`)
    .join('')

/** A letter and its marks come from one file. */
const PRINTED = new RegExp(`^(?:[${setOf(PRINTABLE.latin, BLANK)}]*|[${setOf(PRINTABLE.cyrillic, BLANK)}]*)$`, 'u')

/** What asks for a closer look; most texts have none of it. */
const ODD = new RegExp(`\\p{M}|[^${setOf(...Object.values(PRINTABLE), BLANK)}]`, 'u')

const WITH_MARKS = /\P{M}?\p{M}*/gsu

/** Cyrillic vowels with a circumflex, for which neither Unicode nor the faces have a character, and the Latin ones that look the same. */
const CIRCUMFLEX: Readonly<Record<string, string>> = { а: 'â', е: 'ê', о: 'ô', А: 'Â', Е: 'Ê', О: 'Ô' }
const REPLACED = /([аеоАЕО])\u0302|\u2011/gu

/** A text as it is set: „ко̂д“ with the letter that the faces have, and a word processor’s no-break hyphen as a hyphen. */
export function printedForm(text: string): string {
  return /[\u0302\u2011]/.test(text)
    ? text.replaceAll(REPLACED, (_, vowel?: string) => (vowel === undefined ? '-' : CIRCUMFLEX[vowel]!))
    : text
}

/** The places of a text at which there is something that no face has. A letter and its mark may be one character (NFC). */
export function unprintablePlaces(text: string): { readonly start: number; readonly end: number }[] {
  if (!ODD.test(text)) return []
  return [...text.matchAll(WITH_MARKS)]
    .filter(([sign]) => !PRINTED.test(printedForm(sign).normalize('NFC')))
    .map(({ 0: sign, index }) => ({ start: index, end: index + sign.length }))
}
