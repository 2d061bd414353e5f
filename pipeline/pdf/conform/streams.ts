import { promisify } from 'node:util'
import { deflate, inflateSync } from 'node:zlib'
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
  const filter = stream.dict.lookup(FILTER)
  const { contents } = stream
  if (filter === undefined) return Buffer.from(contents.buffer, contents.byteOffset, contents.byteLength).toString('latin1')
  if (filter !== FLATE) throw new Error(`The browser’s PDF has an unknown form: a stream packed as ${filter.toString()}.`)
  return inflateSync(contents).toString('latin1')
}

const pack = promisify(deflate)

/** A packed stream with the entries of a dictionary, which is changed in place; several are packed at a time. */
export async function packedStream(dict: PDFDict, text: string): Promise<PDFRawStream> {
  dict.set(FILTER, FLATE)
  dict.delete(PDFName.of('DecodeParms'))
  return PDFRawStream.of(dict, await pack(Buffer.from(text, 'latin1'), { level: LEVEL }))
}
