/**
 * Characters that act on a terminal, break lines or change direction: controls (C0, DEL, C1), line and paragraph separators, and
 * directional marks (Unicode Standard, 23.1 and 23.2; UAX #9).
 */
const ACTING = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu

/** U+2400 to U+241F are pictures of the controls from 0 on; U+2421 is the picture of DEL. */
const PICTURES = 0x24_00
const DELETE = 0x7f
const PICTURE_OF_DELETE = 0x24_21

/** A text on one line, safe for a terminal. Acting characters are replaced by their picture or number. */
export function visible(text: string): string {
  return text.replaceAll(ACTING, (character) => {
    const code = character.codePointAt(0)!
    if (code < 0x20) return String.fromCodePoint(PICTURES + code)
    return code === DELETE ? String.fromCodePoint(PICTURE_OF_DELETE) : `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
  })
}
