/** Letters and digits of mathematics (U+1D400 to U+1D7FF), in circles and brackets (U+2460 to U+24FF), and units of one sign (U+3371 to U+33DF). */
const FANCY = /^(?=[^]*\S)[\s\u{1D400}-\u{1D7FF}\u210A-\u2131\u2460-\u24FF\u3371-\u33DF]+$/u

/** The usual letters for signs that look like letters and are none, as social networks have them for bold text; nothing for any other. */
export function plainForm(sign: string): string | undefined {
  if (!FANCY.test(sign)) return undefined
  const plain = sign.normalize('NFKC').replaceAll(/(?<=\p{L})[23](?!\p{N})/gu, (digit) => (digit === '2' ? '²' : '³'))
  return /^[\p{Script=Latin}\p{Script=Greek}\p{N}\s()]+$/u.test(plain) ? plain : undefined
}
