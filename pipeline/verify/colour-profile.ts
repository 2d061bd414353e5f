import { PDFNumber, PDFRawStream, decodePDFRawStream, type PDFObject } from '@cantoo/pdf-lib'
import { name } from './reading.ts'

/** Of a colour profile what its header tells (ICC.1:2010, 7.2). */
export interface Profile {
  readonly kind: string
  readonly space: string
}

/** The spaces of colours that a profile may be of, and of how many components each is (ISO 32000-1, table 67). */
const COMPONENTS: Readonly<Record<string, number>> = { GRAY: 1, 'RGB ': 3, 'Lab ': 3, CMYK: 4 }

/** A profile of version 4 or earlier that is as long as it says and has the components that the PDF says; else nothing. */
export function readProfile(stream: PDFObject | undefined): Profile | undefined {
  if (!(stream instanceof PDFRawStream)) return undefined
  const bytes = Buffer.from(stream.dict.has(name('Filter')) ? decodePDFRawStream(stream).decode() : stream.contents)
  const text = (from: number): string => bytes.toString('latin1', from, from + 4)
  const isWhole = bytes.length > 128 && bytes.readUInt32BE(0) === bytes.length && bytes.readUInt8(8) <= 4 && text(36) === 'acsp'
  const profile = { kind: text(12), space: text(16) }
  const components = stream.dict.lookup(name('N'))
  return isWhole && components instanceof PDFNumber && components.asNumber() === COMPONENTS[profile.space] ? profile : undefined
}
