import { promisify } from 'node:util'
import { deflate, inflate, inflateSync } from 'node:zlib'
import { PDFName, PDFRawStream, type PDFDict } from '@cantoo/pdf-lib'

const FILTER = PDFName.of('Filter')
const FLATE = PDFName.of('FlateDecode')

/** One level for every build: another gives other bytes. */
export const LEVEL = 6

/**
 * A stream's content, a character a byte.
 * @throws Error where it is packed otherwise than the browser does
 */
export function decodedText(stream: PDFRawStream): string {
  return (isPacked(stream) ? inflateSync(stream.contents) : Buffer.from(stream.contents)).toString('latin1')
}

/** The same, unpacked beside what else is done; several are at a time. */
export async function unpackedText(stream: PDFRawStream): Promise<string> {
  return (isPacked(stream) ? await unpack(stream.contents) : Buffer.from(stream.contents)).toString('latin1')
}

function isPacked({ dict }: PDFRawStream): boolean {
  const filter = dict.lookup(FILTER)
  if (filter === undefined || filter === FLATE) return filter === FLATE
  throw new Error(`The browser’s PDF has an unknown form: a stream packed as ${filter.toString()}.`)
}

const unpack = promisify<Uint8Array, Buffer>(inflate)
const pack = promisify(deflate)

/** A packed stream with the entries of a dictionary, which is changed in place; several are packed at a time. */
export async function packedStream(dict: PDFDict, text: string): Promise<PDFRawStream> {
  dict.set(FILTER, FLATE)
  dict.delete(PDFName.of('DecodeParms'))
  return PDFRawStream.of(dict, await pack(Buffer.from(text, 'latin1'), { level: LEVEL }))
}
