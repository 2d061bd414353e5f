/**
 * The characters that every face of the print has a glyph for, as ranges of code points: the subsets latin, latin-ext and
 * cyrillic of Noto Serif and Noto Sans in Fontsource 5.3. A test holds them against the faces.
 */
export const PRINTABLE: readonly (readonly [first: number, last: number])[] = [
  [0x0, 0x0], [0xd, 0xd], [0x20, 0x7e], [0xa0, 0x2cc], [0x2ce, 0x2d7], [0x2da, 0x2da], [0x2dc, 0x2ff], [0x301, 0x301], [0x304, 0x304],
  [0x308, 0x308], [0x329, 0x329], [0x400, 0x45f], [0x490, 0x491], [0x4b0, 0x4b1], [0x1d00, 0x1dbf], [0x1e00, 0x1e9f], [0x1ef2, 0x1eff],
  [0x2002, 0x2002], [0x2009, 0x2009], [0x200b, 0x200b], [0x2013, 0x2014], [0x2018, 0x201a], [0x201c, 0x201e], [0x2020, 0x2020],
  [0x2022, 0x2022], [0x2026, 0x2026], [0x2032, 0x2033], [0x2039, 0x203a], [0x2044, 0x2044], [0x20a0, 0x20bf], [0x2113, 0x2113],
  [0x2116, 0x2116], [0x2122, 0x2122], [0x2212, 0x2212], [0x2c60, 0x2c7f], [0xa720, 0xa7ca], [0xa7d0, 0xa7d1], [0xa7d3, 0xa7d3],
  [0xa7d5, 0xa7d9], [0xa7f2, 0xa7ff], [0xfeff, 0xfeff], [0xfffd, 0xfffd],
] // prettier-ignore

const hex = (code: number): string => `\\u{${code.toString(16)}}`

/** Of what nobody sees, nothing needs a glyph. */
const UNPRINTABLE = new RegExp(
  `(?![\\p{Default_Ignorable_Code_Point}\\p{Cc}])[^${PRINTABLE.map(([first, last]) => `${hex(first)}-${hex(last)}`).join('')}]`,
  'u',
)

const WITH_MARKS = /\P{M}?\p{M}*/gsu

/** The places of a text at which there is something that no face has. A letter and its mark may be one character (NFC). */
export function unprintablePlaces(text: string): { readonly start: number; readonly end: number }[] {
  if (!UNPRINTABLE.test(text)) return []
  return [...text.matchAll(WITH_MARKS)]
    .filter(([sign]) => UNPRINTABLE.test(sign.normalize('NFC')))
    .map(({ 0: sign, index }) => ({ start: index, end: index + sign.length }))
}
