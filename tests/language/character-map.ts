import { brotliDecompressSync } from 'node:zlib'

/** The tags of known tables, by their number in the directory of a WOFF 2 file (W3C WOFF 2.0, 4.1); `cmap` and those with a form of their own. */
const CMAP = 0
const TRANSFORMED = new Set([10, 11])

/** The characters that a TrueType or WOFF 2 face has a glyph for: its `cmap` is a table that the packing leaves as it is. */
export function charactersOf(file: Uint8Array): Set<number> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  return bytes.toString('latin1', 0, 4) === 'wOF2' ? charactersOfPacked(bytes) : readCmap(bytes.subarray(directoryOf(bytes).get('cmap')))
}

/** Where the tables of a TrueType face begin (OpenType, table directory). */
function directoryOf(bytes: Buffer): Map<string, number> {
  const entries = Array.from({ length: bytes.readUInt16BE(4) }, (_, index) => 12 + 16 * index)
  return new Map(entries.map((at) => [bytes.toString('latin1', at, at + 4), bytes.readUInt32BE(at + 8)]))
}

function charactersOfPacked(bytes: Buffer): Set<number> {
  const tables = bytes.readUInt16BE(12)
  let at = 48
  const number = (): number => {
    let value = 0
    for (let more = true; more;) {
      const byte = bytes[at++]!
      value = value * 128 + (byte & 0x7f)
      more = byte >= 0x80
    }
    return value
  }
  let offset = 0
  let start = 0
  for (let table = 0; table < tables; table++) {
    const flags = bytes[at++]!
    const tag = flags & 0x3f
    if (tag === 0x3f) at += 4
    const length = number()
    // Tables 10 and 11, glyf and loca, are transformed unless their version is 3.
    const stored = TRANSFORMED.has(tag) ? (flags >> 6 !== 3 ? number() : length) : flags >> 6 !== 0 ? number() : length
    if (tag === CMAP) start = offset
    offset += stored
  }
  const data = brotliDecompressSync(bytes.subarray(at, at + bytes.readUInt32BE(20)))
  return readCmap(data.subarray(start))
}

/** Formats 4 and 12 (OpenType, `cmap`). */
function readCmap(cmap: Buffer): Set<number> {
  const found = new Set<number>()
  for (let entry = 0; entry < cmap.readUInt16BE(2); entry++) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + 8 * entry + 4))
    const format = table.readUInt16BE(0)
    if (format === 4) {
      const segments = table.readUInt16BE(6) / 2
      for (let segment = 0; segment < segments; segment++) {
        const end = table.readUInt16BE(14 + 2 * segment)
        const first = table.readUInt16BE(16 + 2 * (segments + segment))
        const delta = table.readUInt16BE(16 + 2 * (2 * segments + segment))
        const place = 16 + 2 * (3 * segments + segment)
        const range = table.readUInt16BE(place)
        for (let code = first; code <= end && code !== 0xffff; code++) {
          const glyph = range === 0 ? (code + delta) & 0xffff : table.readUInt16BE(place + range + 2 * (code - first))
          if (glyph !== 0) found.add(code)
        }
      }
    } else if (format === 12)
      for (let group = 0; group < table.readUInt32BE(12); group++)
        for (let code = table.readUInt32BE(16 + 12 * group); code <= table.readUInt32BE(20 + 12 * group); code++) found.add(code)
  }
  return found
}
