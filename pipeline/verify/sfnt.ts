/** Glyph facts of a TrueType program that a PDF must agree with. */
export interface FontProgram {
  readonly glyphs: number
  /** Width of a glyph in thousandths of the font size. */
  readonly width: (glyph: number) => number
  /** Outline bytes of a glyph; empty for a space. */
  readonly outline: (glyph: number) => Uint8Array
}

/**
 * Parses a TrueType program (ISO/IEC 14496-22: head, hhea, hmtx, maxp, loca, glyf).
 * @throws Error if it is not one, or lacks a table
 */
export function readFontProgram(bytes: Uint8Array): FontProgram {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tables = new Map<string, Buffer>()
  for (let index = 0; index < view.readUInt16BE(4); index++) {
    const at = 12 + 16 * index
    const start = view.readUInt32BE(at + 8)
    tables.set(view.toString('latin1', at, at + 4), view.subarray(start, start + view.readUInt32BE(at + 12)))
  }
  const table = (tag: string): Buffer => {
    const found = tables.get(tag)
    if (!found) throw new Error(`a font program without its table ${tag}`)
    return found
  }
  const unit = table('head').readUInt16BE(18)
  const isLong = table('head').readInt16BE(50) === 1
  const glyphs = table('maxp').readUInt16BE(4)
  const measured = table('hhea').readUInt16BE(34)
  const metrics = table('hmtx')
  const places = table('loca')
  const place = (glyph: number): number => (isLong ? places.readUInt32BE(4 * glyph) : 2 * places.readUInt16BE(2 * glyph))
  const outlines = table('glyf')
  const isWhole =
    measured > 0 && metrics.length >= 4 * measured && places.length >= (isLong ? 4 : 2) * (glyphs + 1) && place(glyphs) <= outlines.length
  if (!isWhole) throw new Error('a font program that is cut short')
  return {
    glyphs,
    width: (glyph) => (metrics.readUInt16BE(4 * Math.min(glyph, measured - 1)) * 1000) / unit,
    outline: (glyph) => outlines.subarray(place(glyph), place(glyph + 1)),
  }
}
