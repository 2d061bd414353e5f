/** How wide a sign of Noto Sans is at most, in its own size: the first row that has it. Accents take no width. */
const WIDTHS: readonly (readonly [width: number, signs: RegExp])[] = [
  [0.31, /[ijlіїјЈJ \u00A0.,:;!()’‘']/u],
  [0.41, /[ftIІЇ“”/[\]|-]/u],
  [0.46, /[rгѓ"„?]/u],
  [0.51, /[szcтзсѕє–]/u],
  [0.56, /[vyxkSLухкЅГЃ«»]/u],
  [0.61, /[aeавеёлоячTEYZXVFЕТХЗ\d]/u],
  [0.66, /[BCPRKВРБКУб]/u],
  [0.76, /[GHUNDЂЋЏЦПДНф]/u],
  [0.96, /[mwMWМФŒœшњљыЖ%@]/u],
  [1.06, /[ÆæшщЮШЩЉЊЫю—…&]/u],
  [0.81, /[\p{Lu}жм]/u],
  [0.66, /[\p{Ll}\p{Nd}\p{P}]/u],
]
const WIDEST = 1.4

/** How wide a text in Noto Sans is at most, on one line, in the size of its type: for what is laid out before a browser can tell. */
export function textWidth(text: string): number {
  const signs = Array.from(text.normalize('NFD').replaceAll(/\p{M}|\u00AD/gu, ''))
  return signs.reduce((sum, sign) => sum + (WIDTHS.find(([, row]) => row.test(sign))?.[0] ?? WIDEST), 0)
}
