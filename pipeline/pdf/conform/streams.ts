import { promisify } from 'node:util'
import { deflate, inflateSync } from 'node:zlib'
import { PDFName, PDFRawStream, type PDFDict } from '@cantoo/pdf-lib'

const FILTER = PDFName.of('Filter')
const FLATE = PDFName.of('FlateDecode')

/** One level for every build: another gives other bytes. */
export const LEVEL = 6

/** Most pages are unpacked in one piece of so many bytes. */
const PIECE = { chunkSize: 1 << 17 }

/**
 * A stream's content.
 * @throws Error where it is packed otherwise than the browser does
 */
export function unpacked(stream: PDFRawStream): Buffer {
  const filter = stream.dict.lookup(FILTER)
  if (filter === FLATE) return inflateSync(stream.contents, PIECE)
  if (filter === undefined) return Buffer.from(stream.contents)
  throw new Error(`The browser’s PDF has an unknown form: a stream packed as ${filter.toString()}.`)
}

const pack = promisify(deflate)

/** A packed stream with the entries of a dictionary, which is changed in place; several are packed at a time. */
export async function packedStream(dict: PDFDict, content: Buffer): Promise<PDFRawStream> {
  dict.set(FILTER, FLATE)
  dict.delete(PDFName.of('DecodeParms'))
  return PDFRawStream.of(dict, await pack(content, { level: LEVEL }))
}
