/** Signs of Chinese and Japanese print that Unicode holds for signs of their own (CJK Symbols and Punctuation). */
const OWN: Readonly<Record<string, string>> = { '。': '.', '、': ',' }
/** Signs as wide as an ideograph: U+FF01 to U+FF5E are those of ASCII, U+3000 is the space. */
const WIDE = /^[\u3000-\u3002\uFF01-\uFF5E]+$/u

/** The sign, or the signs, that stand in Latin and Cyrillic print where East Asian keyboards give their own; nothing for any other. */
export function narrowForm(sign: string): string | undefined {
  if (!WIDE.test(sign)) return undefined
  return sign.replaceAll(/./gu, (each) => OWN[each] ?? each.normalize('NFKC'))
}

/** The places of a text at which there are such signs. */
export function widePlaces(text: string): { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(/[\u3000-\u3002\uFF01-\uFF5E]+/gu)].map(({ 0: sign, index }) => ({ start: index, end: index + sign.length }))
}
