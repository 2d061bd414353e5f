import { PDFNumber, PDFRawStream, decodePDFRawStream, type PDFObject } from '@cantoo/pdf-lib'
import { name } from './reading.ts'

/** Header fields of a colour profile (ICC.1:2010, 7.2). */
export interface Profile {
  readonly kind: string
  readonly space: string
}

/** Colour spaces of profiles, with their number of components (ISO 32000-1, table 67). */
const COMPONENTS: Readonly<Record<string, number>> = { GRAY: 1, 'RGB ': 3, 'Lab ': 3, CMYK: 4 }

/**
 * Reads the header of a colour profile. Returns nothing unless its version is 4 or earlier, its length is as stated, and its
 * components are those that the PDF states.
 */
export function readProfile(stream: PDFObject | undefined): Profile | undefined {
  if (!(stream instanceof PDFRawStream)) return undefined
  const bytes = Buffer.from(stream.dict.has(name('Filter')) ? decodePDFRawStream(stream).decode() : stream.contents)
  const text = (from: number): string => bytes.toString('latin1', from, from + 4)
  const isWhole = bytes.length > 128 && bytes.readUInt32BE(0) === bytes.length && bytes.readUInt8(8) <= 4 && text(36) === 'acsp'
  const profile = { kind: text(12), space: text(16) }
  const components = stream.dict.lookup(name('N'))
  return isWhole && components instanceof PDFNumber && components.asNumber() === COMPONENTS[profile.space] ? profile : undefined
}
