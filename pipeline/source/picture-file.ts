import { crc32 } from 'node:zlib'

/**
 * First bytes of files by media type, with `.` for any byte (ISO/IEC 15948 for PNG, ITU-T T.81 for JPEG, RFC 9649 for WebP,
 * GIF89a, 17).
 */
const BEGINNINGS: Readonly<Record<string, RegExp>> = {
  'image/png': /^\u0089PNG\r\n\u001A\n/,
  'image/jpeg': /^\u00FF\u00D8\u00FF/,
  'image/webp': /^RIFF.{4}WEBP/s,
  'image/gif': /^GIF8[79]a/,
}

const ENDINGS: Readonly<Record<string, (file: Buffer) => boolean>> = {
  'image/png': endsAsPng,
  'image/jpeg': endsAsJpeg,
  'image/webp': (file) => file.readUInt32LE(4) + 8 <= file.length,
  'image/gif': (file) => [...gifBlocks(file)].at(-1)?.introducer === TRAILER,
}

/** True if a file begins as its media type requires. Otherwise it would print as an empty place. */
export function isOfType(bytes: Uint8Array, type: string): boolean {
  return BEGINNINGS[type]?.test(String.fromCodePoint(...bytes.subarray(0, 12))) ?? false
}

/** True if a file of a media type is complete. Browsers show a truncated or damaged file in part, without a message. */
export function isWhole(bytes: Uint8Array, type: string): boolean {
  return ENDINGS[type]?.(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) ?? false
}

/**
 * Checks a PNG’s chunks: each has length, name, data and checksum, and the last is IEND (ISO/IEC 15948, 5.3). A damaged chunk is
 * accepted if its name begins with a small letter: it is ancillary (5.4), and browsers ignore it.
 */
function endsAsPng(file: Buffer): boolean {
  for (let at = 8; at + 12 <= file.length;) {
    const end = at + 12 + file.readUInt32BE(at)
    if (end > file.length) return false
    const name = file.toString('latin1', at + 4, at + 8)
    if (/^[A-Z]/.test(name) && crc32(file.subarray(at + 4, end - 4)) !== file.readUInt32BE(end - 4)) return false
    if (name === 'IEND') return true
    at = end
  }
  return false
}

/** Searches for the end marker. Cameras append films and other data. */
function endsAsJpeg(file: Buffer): boolean {
  return [...jpegMarks(file)].at(-1)?.mark === END
}

/** The end marker, and markers of frames that browsers draw: baseline, extended and progressive (ITU-T T.81, B.1.1.3). */
const [END, FRAMES] = [0xd9, [0xc0, 0xc1, 0xc2]]

/** Markers of a JPEG with their offsets. Segments have lengths; scans contain no markers of their own (ITU-T T.81, B.1.1). */
function* jpegMarks(file: Buffer): Generator<{ readonly mark: number; readonly at: number }> {
  for (let at = file.indexOf(0xff, 2); at >= 0 && at + 1 < file.length; at = file.indexOf(0xff, at)) {
    const mark = file[at + 1]!
    const standsAlone = mark <= 0x01 || mark === 0xff || (mark >= 0xd0 && mark <= 0xd7)
    if (mark !== END && !standsAlone && at + 3 >= file.length) return
    yield { mark, at }
    if (mark === END) return
    at += standsAlone ? 1 : 2 + file.readUInt16BE(at + 2)
  }
}

/** Tests by media type for an image with a height and a width. */
const DRAWN: Readonly<Record<string, (file: Buffer) => boolean>> = {
  'image/png': (file) => file.toString('latin1', 12, 16) === 'IHDR' && file.readUInt32BE(16) * file.readUInt32BE(20) > 0,
  'image/jpeg': (file) =>
    [...jpegMarks(file)].some(
      ({ mark, at }) => FRAMES.includes(mark) && at + 9 <= file.length && file.readUInt16BE(at + 5) * file.readUInt16BE(at + 7) > 0,
    ),
  // The first chunk is a lossy or lossless image, or announces one (RFC 9649, 2.5 to 2.7).
  'image/webp': (file) => /^(?:VP8 .{7}\u009D\u0001\u002A|VP8L.{4}\/|VP8X)/s.test(file.toString('latin1', 12, 26)),
  'image/gif': (file) => [...gifBlocks(file)].some(({ introducer }) => introducer === IMAGE),
}

/** True if browsers find an image in a complete file of a media type. Otherwise the print would lack the picture. */
export function isDrawn(bytes: Uint8Array, type: string): boolean {
  return DRAWN[type]?.(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) ?? false
}

/** Bytes that introduce the blocks of a GIF (GIF89a, appendix A). */
const [EXTENSION, IMAGE, TRAILER] = [0x21, 0x2c, 0x3b]

/** The blocks of a GIF up to its trailer or its premature end: introducer and end offset. */
function* gifBlocks(file: Buffer): Generator<{ readonly introducer: number; readonly end: number }> {
  const HEADER = 13
  for (let at = HEADER + coloursAt(file, HEADER - 3); at < file.length;) {
    const introducer = file[at]!
    let end = at + 1
    if (introducer === EXTENSION) end = dataEnd(file, at + 2)
    else if (introducer === IMAGE) end = dataEnd(file, at + 11 + coloursAt(file, at + 9))
    else if (introducer !== TRAILER) return
    if (end > file.length) return
    yield { introducer, end }
    if (introducer === TRAILER) return
    at = end
  }
}

/** Size in bytes of the colour table that a flags byte announces (GIF89a, 18 and 20). */
function coloursAt(file: Buffer, at: number): number {
  const packed = file[at] ?? 0
  return packed & 0x80 ? 3 * 2 ** ((packed & 0x07) + 1) : 0
}

/** End of data in sub-blocks with lengths, the last of length 0 (GIF89a, 15 and 16). Beyond the file’s end if it is truncated. */
function dataEnd(file: Buffer, from: number): number {
  let at = from
  while (at < file.length && file[at] !== 0) at += file[at]! + 1
  return at + 1
}

/**
 * A picture as shown on paper: of an animation only the first image, because the one that a browser shows depends on timing.
 * @param bytes a complete file
 */
export function stillOf(bytes: Uint8Array, type: string): Uint8Array {
  if (type !== 'image/gif') return bytes
  const first = gifBlocks(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).find(({ introducer }) => introducer === IMAGE)
  return first ? Buffer.concat([bytes.subarray(0, first.end), Buffer.from([TRAILER])]) : bytes
}
