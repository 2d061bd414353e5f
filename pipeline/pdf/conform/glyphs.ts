import type { UnicodeMap } from './fonts.ts'

/** A text object of a content stream (ISO 32000-1, 9.4.1), as far as it was read. */
export interface TextObject {
  readonly start: number
  text: string
  glyphs: number
  /** Whether a glyph stands for a character that its face lacks. */
  lacks: boolean
}

/** Reads the glyphs of a content stream, each four hexadecimal digits. */
export interface GlyphReader {
  /** Adds the glyphs of the strings between two places to an object; its text may wait until that is completed. */
  read(object: TextObject, font: UnicodeMap, start: number, end: number): void
  /** Completes the text of the object that was read last. */
  complete(object: TextObject): void
}

/** Takes the text of one object after the other, as UTF-16: a million glyphs of a book make no string each. */
const UNITS = new Uint16Array(1 << 10)
const REPLACEMENT = 0xfffd

const LESS = 0x3c
const GREATER = 0x3e

export function createGlyphReader(content: Buffer): GlyphReader {
  let waiting = 0
  const complete = (object: TextObject): void => {
    object.text += String.fromCharCode.apply(null, UNITS.subarray(0, waiting) as unknown as number[])
    waiting = 0
  }
  const read = (object: TextObject, font: UnicodeMap, start: number, end: number): void => {
    let inside = false
    for (let at = start; at < end; at++) {
      const first = content[at]!
      if (first === LESS || first === GREATER) inside = first === LESS
      if (!inside || first === LESS) continue
      const code = (nibble(first) << 12) | (nibble(content[at + 1]!) << 8) | (nibble(content[at + 2]!) << 4) | nibble(content[at + 3]!)
      at += 3
      const unit = code === 0 ? REPLACEMENT : font.units[code]!
      if (unit !== 0) UNITS[waiting++] = unit
      else if (font.texts.has(code)) {
        complete(object)
        object.text += font.texts.get(code)!
      }
      if (waiting === UNITS.length) complete(object)
      object.lacks ||= code === 0
      object.glyphs++
    }
  }
  return { read, complete }
}

/** The value of a hexadecimal digit by its character. */
function nibble(character: number): number {
  return character <= 0x39 ? character - 0x30 : (character & 0xdf) - 0x37
}
