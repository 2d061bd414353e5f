import { problem, type Problem } from '../problem.ts'

/** A picture that a build draws of an edition: its sharing card, or its first page. */
const DRAWN = /^([^/]+)\/([^/]+)\/\2\.\1\.(card|cover)\.png$/

/** The first eight bytes of every PNG, and the last chunk, which is empty (ISO/IEC 15948, 5.2 and 11.2.5). */
const SIGNATURE = '89504e470d0a1a0a'
const END = '0000000049454e44ae426082'

/** The size that sites ask for of a picture beside a shared address, in pixels. */
const CARD = '1200 × 630'

/** True for a picture that a build draws. @param path relative to the output folder */
export function isDrawn(path: string): boolean {
  return DRAWN.test(path)
}

/** Verifies that a picture is a whole PNG, and a card of the size that its page tells. */
export function verifyPicture(path: string, bytes: Uint8Array): Problem[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isPng = file.subarray(0, 8).toString('hex') === SIGNATURE && file.subarray(-12).toString('hex') === END
  const size = isPng ? `${file.readUInt32BE(16)} × ${file.readUInt32BE(20)}` : undefined
  const isCard = path.endsWith('.card.png')
  if (size !== undefined && (!isCard || size === CARD)) return []
  return [
    problem({
      rule: 'picture',
      file: path,
      message: size === undefined ? 'This is no whole picture in PNG.' : 'This card has not the size that its page tells.',
      found: size === undefined ? `a file that begins with ${file.subarray(0, 8).toString('hex')}` : `${size} pixels`,
      expected: isCard ? `a PNG of ${CARD} pixels` : 'a PNG',
      remedy: 'Build again.',
    }),
  ]
}
