import type { Face } from './fonts.ts'

/** A text object of a content stream (ISO 32000-1, 9.4.1), as far as it was read. */
export interface TextObject {
  readonly start: number
  text: string
  glyphs: number
  /** Whether a glyph stands for a character that its face lacks. */
  lacks: boolean
  /** The codes without a Unicode value, for each of which the text has the sign `NAMELESS`. */
  nameless: number[]
}

/** Stands in a text for a glyph without a Unicode value, as long as nobody knows it: a character that no text of a page has. */
export const NAMELESS = '\0'

/** Reads the glyphs of a content stream, each four hexadecimal digits. */
export interface GlyphReader {
  /**
   * Adds the glyphs of the strings between two places to an object; its text may wait until that is completed.
   * @returns the code of the last
   */
  read(object: TextObject, face: Face, start: number, end: number): number
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
  const read = (object: TextObject, { map }: Face, start: number, end: number): number => {
    let inside = false
    let code = 0
    for (let at = start; at < end; at++) {
      const first = content[at]!
      if (first === LESS || first === GREATER) inside = first === LESS
      if (!inside || first === LESS) continue
      code = (nibble(first) << 12) | (nibble(content[at + 1]!) << 8) | (nibble(content[at + 2]!) << 4) | nibble(content[at + 3]!)
      at += 3
      const unit = code === 0 ? REPLACEMENT : map.units[code]!
      if (unit !== 0) UNITS[waiting++] = unit
      else if (map.texts.has(code)) {
        complete(object)
        object.text += map.texts.get(code)!
      } else {
        UNITS[waiting++] = 0
        object.nameless.push(code)
      }
      if (waiting === UNITS.length) complete(object)
      object.lacks ||= code === 0
      object.glyphs++
    }
    return code
  }
  return { read, complete }
}

/** The value of a hexadecimal digit by its character. */
function nibble(character: number): number {
  return character <= 0x39 ? character - 0x30 : (character & 0xdf) - 0x37
}
