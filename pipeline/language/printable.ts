import { hasSign } from './has-sign.ts'

/**
 * What the files of the faces have glyphs for, by the part of a family that a file holds: hexadecimal ranges, as in CSS. Of the
 * text faces, what Noto Serif, Sans and Sans Mono have in all weights and slopes (Fontsource 5.3); `latin-a` is of `latin-ext` the
 * letters of European languages, Latin Extended-A with ș and ț; `signs` is DejaVu Sans 2.37, as far as its letters need no shaping;
 * `emoji` is Noto Emoji. A test holds them against the files. Earlier ones come first.
 */
export const PRINTABLE = {
  latin: '0 d 20-7e a0-ac ae-ff 131 152-153 2bb-2bc 2c6 2da 2dc 304 308 329 2002 2009 200b 2013-2014 2018-201a 201c-201e 2022 '
    + '2026 2032-2033 2039-203a 2044 20ac 2122 2212 feff fffd',
  'latin-a': '100-130 132-151 154-17f 218-21b',
  'latin-ext': '100-130 132-151 154-2ba 2bd-2c5 2c7-2cc 2ce-2d7 2dd-2ff 304 308 329 1d00-1dbf 1e00-1e9f 1ef2-1eff 2020 20a0-20ab '
    + '20ad-20bf 2113 2c60-2c7f a720-a7ca a7d0-a7d1 a7d3 a7d5-a7d9 a7f2-a7ff',
  cyrillic: '301 400-45f 490-491 4b0-4b1 2116',
  vietnamese: '102-103 110-111 128-129 168-169 1a0-1a1 1af-1b0 300-301 303-304 308-309 323 329 1ea0-1ef9 20ab',
  greek: '370-377 37a-37f 384-38a 38c 38e-3a1 3a3-3e1 3f0-3ff',
  'greek-ext': '1f00-1f15 1f18-1f1d 1f20-1f45 1f48-1f4d 1f50-1f57 1f59 1f5b 1f5d 1f5f-1f7d 1f80-1fb4 1fb6-1fc4 1fc6-1fd3 1fd6-1fdb '
    + '1fdd-1fef 1ff2-1ff4 1ff6-1ffe',
  'cyrillic-ext': '460-48f 492-4af 4b2-52f 1c80-1c88 20b4 2de0-2dff a640-a69f fe2e-fe2f',
  signs: '21-7e a1-ac ae-2e9 2ec-2ee 2f3 2f7 300-34f 351-353 357-358 35a 35c-362 370-377 37a-37f 384-38a 38c 38e-3a1 3a3-3e1 '
    + '3f0-525 531-556 559-55f 561-587 589-58a 60c 61b 61f 640 64b-655 670 e3f 10a0-10c5 10d0-10fc 1d00-1d14 1d16-1d23 '
    + '1d26-1d2e 1d30-1d5b 1d5d-1d6a 1d77-1d78 1d7b 1d7d 1d85 1d9b-1dbf 1dc4-1dc9 1e00-1efb 1f00-1f15 1f18-1f1d 1f20-1f45 '
    + '1f48-1f4d 1f50-1f57 1f59 1f5b 1f5d 1f5f-1f7d 1f80-1fb4 1fb6-1fc4 1fc6-1fd3 1fd6-1fdb 1fdd-1fef 1ff2-1ff4 1ff6-1ffe '
    + '2010-2027 2030-205e 2070-2071 2074-208e 2090-209c 20a0-20b5 20b8-20ba 20bd 20d0-20d1 20d6-20d7 20db-20dc 20e1 2100-2109 '
    + '210b-2149 214b 214e 2150-2185 2189 2190-2311 2318-2319 231c-2321 2324-2328 232b-232c 2373-2375 237a 237d 2387 2394 '
    + '239b-23ae 23ce-23cf 23e3 23e5 23e8 2422-2423 2460-2469 2500-269c 269e-26b8 26c0-26c3 26e2 2701-2704 2706-2709 270c-2727 '
    + '2729-274b 274d 274f-2752 2756 2758-275e 2761-2794 2798-27af 27b1-27be 27c5-27c6 27e0 27e6-27eb 27f0-27ff 2906-2907 '
    + '290a-290b 2940-2941 2983-2984 29ce-29d5 29eb 29fa-29fb 2a00-2a02 2a0c-2a1c 2a2f 2a6a-2a6b 2a7d-2aa0 2aae-2aba 2af9-2afa '
    + '2b00-2b1a 2b1f-2b24 2b53-2b54 2c60-2c77 2c79-2c7f 2d00-2d25 2e18 2e1f 2e22-2e25 2e2e 4dc0-4dff a644-a647 a64c-a64d '
    + 'a650-a651 a654-a657 a662-a66e a68a-a68d a694-a695 a698-a699 a708-a716 a71b-a71f a722-a72b a730-a741 a746-a74b a74e-a753 '
    + 'a756-a757 a764-a767 a780-a783 a789-a78e a790-a791 a7a0-a7aa a7f8-a7ff fb00-fb06 fb13-fb17 fe00-fe0f fe20-fe23 fffd '
    + '1d300-1d356 1d538-1d539 1d53b-1d53e 1d540-1d544 1d546 1d54a-1d550 1d552-1d56b 1d7d8-1d7e1 1f030-1f093 1f0a0-1f0ae '
    + '1f0b1-1f0be 1f0c1-1f0cf 1f0d1-1f0df',
  emoji: '0 d 20 23 2a 30-39 a9 ae 200d 203c 2049 20e3 2122 2139 2194-2199 21a9-21aa 231a-231b 2328 23cf 23e9-23f3 23f8-23fa 24c2 '
    + '25aa-25ab 25b6 25c0 25fb-25fe 2600-2604 260e 2611 2614-2615 2618 261d 2620 2622-2623 2626 262a 262e-262f 2638-263a 2640 '
    + '2642 2648-2653 265f-2660 2663 2665-2666 2668 267b 267e-267f 2692-2697 2699 269b-269c 26a0-26a1 26a7 26aa-26ab 26b0-26b1 '
    + '26bd-26be 26c4-26c5 26c8 26ce-26cf 26d1 26d3-26d4 26e9-26ea 26f0-26f5 26f7-26fa 26fd 2702 2705 2708-270d 270f 2712 2714 '
    + '2716 271d 2721 2728 2733-2734 2744 2747 274c 274e 2753-2755 2757 2763-2764 2795-2797 27a1 27b0 27bf 2934-2935 2b05-2b07 '
    + '2b1b-2b1c 2b50 2b55 3030 303d 3297 3299 fe0e-fe0f 1f004 1f0cf 1f170-1f171 1f17e-1f17f 1f18e 1f191-1f19a 1f1e6-1f1ff '
    + '1f201-1f202 1f21a 1f22f 1f232-1f23a 1f250-1f251 1f300-1f321 1f324-1f393 1f396-1f397 1f399-1f39b 1f39e-1f3f0 1f3f3-1f3f5 '
    + '1f3f7-1f4fd 1f4ff-1f53d 1f549-1f54e 1f550-1f567 1f56f-1f570 1f573-1f57a 1f587 1f58a-1f58d 1f590 1f595-1f596 1f5a4-1f5a5 '
    + '1f5a8 1f5b1-1f5b2 1f5bc 1f5c2-1f5c4 1f5d1-1f5d3 1f5dc-1f5de 1f5e1 1f5e3 1f5e8 1f5ef 1f5f3 1f5fa-1f64f 1f680-1f6c5 '
    + '1f6cb-1f6d2 1f6d5-1f6d9 1f6dc-1f6e5 1f6e9 1f6eb-1f6ec 1f6f0 1f6f3-1f6fc 1f7e0-1f7eb 1f7f0 1f90c-1f93a 1f93c-1f945 '
    + '1f947-1f9ff 1fa70-1fa7c 1fa80-1fac6 1fac8 1facc-1fadd 1fadf-1faeb 1faef-1fafa e0062-e0063 e0065 e0067 e006c e006e '
    + 'e0073-e0074 e0077 e007f',
} as const // prettier-ignore

/** A part of a family of faces, in a file of its own. */
export type Subset = keyof typeof PRINTABLE

/**
 * What the browser needs no glyph for: white space, spaces, which it makes, and what nobody sees. Not among them are a space
 * as wide as an ideograph (U+3000), and what is ignored by scripts that the faces do not have.
 */
export const BLANK = '9-a c-d ad 34f 2000-200f 2028-202f 205f-206f fe00-fe0f feff'

/** The code points of a list of ranges: the first and the last of each. */
export function rangesOf(list: string): (readonly [first: number, last: number])[] {
  return list.split(' ').map((range) => {
    const [first, last] = range.split('-').map((code) => Number.parseInt(code, 16))
    return [first!, last ?? first!]
  })
}

/** A class of a regular expression, without its brackets. */
function classOf(...lists: readonly string[]): string {
  const hex = (code: number): string => `\\u{${code.toString(16)}}`
  return lists
    .flatMap(rangesOf)
    .map(([first, last]) => `${hex(first)}-${hex(last)}`)
    .join('')
}

/** The 16-bit units of the usual letters and signs, without marks. */
const USUAL = [PRINTABLE.latin, PRINTABLE['latin-ext'], PRINTABLE.cyrillic, BLANK]
  .flatMap(rangesOf)
  .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index))
  .filter((code) => !/\p{M}/u.test(String.fromCodePoint(code)))
/** What asks for a closer look; most texts have none of it. */
const hasOdd = hasSign(new RegExp(`[^${USUAL.map((code) => `\\u${code.toString(16).padStart(4, '0')}`).join('')}]`))

/** What a browser sets with the sign before, from one file: marks, tones of skin, joiners and tags (UAX #29, GB9). */
const EXTENDING = String.raw`[\p{M}\p{EMod}\u200C\u200D\u{E0020}-\u{E007F}]`
const BEGINS_EXTENDING = new RegExp(`^${EXTENDING}`, 'u')
/** A sign with its marks; a picture that several signs make, as a family, is one (GB11). */
const SIGN = new RegExp(String.raw`(?:\p{ExtPict}(?:${EXTENDING}*\u200D\p{ExtPict})*|\P{M})?${EXTENDING}*`, 'gsu')
/** A mark by itself, or after what is blank: another face than ours is asked for it, or print loses it. */
const ALONE = new RegExp(
  String.raw`(?:^|(?![\uFE00-\uFE0F\u034F])[ \u00A0${classOf(BLANK)}])[\uFE00-\uFE0F\u034F]*(?![\uFE00-\uFE0F\u034F])\p{M}`,
  'u',
)
/** The same, where it is more than one of ASCII. */
const FURTHER_SIGN = /[\0-\x7F]\p{M}+|[^\0-\x7F]\p{M}*/gu

const expressions = new Map<Subset, RegExp>()

/** The first file that has a sign whole: a letter and its marks come from one. Nothing where there is none. */
function subsetOf(sign: string): Subset | undefined {
  if (ALONE.test(sign)) return undefined
  const composed = sign.normalize('NFC')
  return (Object.keys(PRINTABLE) as Subset[]).find((subset) => {
    if (!expressions.has(subset)) expressions.set(subset, new RegExp(`^[${classOf(PRINTABLE[subset], BLANK)}]*$`, 'u'))
    return expressions.get(subset)!.test(composed)
  })
}

/** The files that a text is set from; every page has letters of ASCII. */
export function subsetsOf(text: string): ReadonlySet<Subset> {
  const signs = new Set(text.match(FURTHER_SIGN))
  return new Set<Subset>(['latin', ...[...signs].flatMap((sign) => subsetOf(sign) ?? [])])
}

/** Cyrillic vowels with a circumflex, for which neither Unicode nor the text faces have a character, and the Latin ones that look the same. */
const CIRCUMFLEX: Readonly<Record<string, string>> = { а: 'â', е: 'ê', о: 'ô', А: 'Â', Е: 'Ê', О: 'Ô' }
const REPLACED = /([аеоАЕО])\u0302/gu

/** A text as it is set: „ко̂д“ with the letter that the text faces have. */
export function printedForm(text: string): string {
  return text.includes('\u0302') ? text.replaceAll(REPLACED, (_, vowel: string) => CIRCUMFLEX[vowel]!) : text
}

/**
 * The places of a text at which there is something that no face has: words of another script as one. A letter and its mark may
 * be one character (NFC).
 */
export function unprintablePlaces(text: string): { readonly start: number; readonly end: number }[] {
  return unprintablePlacesAfter('', text)
}

/** The same in a text that goes on with its line: a mark at its beginning belongs to the sign before. */
export function unprintablePlacesAfter(before: string, text: string): { readonly start: number; readonly end: number }[] {
  if (!hasOdd(text)) return []
  const places: { start: number; end: number }[] = []
  for (const { 0: sign, index } of text.matchAll(SIGN)) {
    if (sign === '' || subsetOf(index === 0 && BEGINS_EXTENDING.test(sign) ? before + sign : sign) !== undefined) continue
    const last = places.at(-1)
    const end = index + sign.length
    if (last && /^ ?$/.test(text.slice(last.end, index))) last.end = end
    else places.push({ start: index, end })
  }
  return places
}

/** No sign has so many marks. */
const LONGEST_SIGN = 64

/** The last sign of a text, with its marks. */
export function lastSignOf(text: string): string {
  return (
    text
      .slice(-LONGEST_SIGN)
      .match(SIGN)
      ?.findLast((sign) => sign !== '') ?? ''
  )
}

/** Characters that mean nothing in a text: controls, and what Unicode gives no meaning. Metadata must not hold most of them (XML 1.0, 2.2). */
const UNSPOKEN = /(?![\t\n\r])[\p{Cc}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}]/gu

/** The places of a text at which there is one of them. */
export function unspokenPlaces(text: string): { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(UNSPOKEN)].map(({ 0: sign, index }) => ({ start: index, end: index + sign.length }))
}
