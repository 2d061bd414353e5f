import { crc32, deflateSync } from 'node:zlib'
import type { Indexed } from './palette.ts'

/** The size of a picture, in pixels. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')
/** Eight bits a pixel, by palette, deflated, rows as they are, not interlaced (ISO/IEC 15948, 11.2.2). */
const FORM = [8, 3, 0, 0, 0]

/** Writes a picture as PNG: rows without filters, which gain nothing where colours stand by their numbers. */
export function encodePng({ width, height }: PictureSize, { data, palette }: Indexed): Uint8Array<ArrayBuffer> {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set(FORM, 8)
  const rows = new Uint8Array((width + 1) * height)
  for (let y = 0; y < height; y++) rows.set(data.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  const chunks = [
    chunk('IHDR', header),
    chunk('PLTE', Uint8Array.from(palette.flat())),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array()),
  ]
  return Uint8Array.from(Buffer.concat([SIGNATURE, ...chunks]))
}

/** A chunk: its length, its type, its data, and the checksum of both (5.3). */
function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
