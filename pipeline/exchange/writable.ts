/** Control characters that XML 1.0 cannot hold (§ 2.2) and other formats garble, and halves of surrogate pairs. */
// oxlint-disable-next-line no-control-regex
const UNWRITABLE = /[\0-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu

/** The first sign of a text that no file of a translator’s tool can hold. */
export function unwritableSign(text: string): string | undefined {
  return text.match(UNWRITABLE)?.[0]
}

/** A text without such signs. */
export function writable(text: string): string {
  return text.replaceAll(UNWRITABLE, '')
}
