import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, decodePDFRawStream } from '@cantoo/pdf-lib'
import { marksOf } from './marks.ts'
import { name, type Reading } from './reading.ts'
import { readFontProgram, type FontProgram } from './sfnt.ts'

/** A font that text is painted with, and the codes painted. */
export interface Face {
  readonly label: string
  readonly dict: PDFDict
  /** The font that a composite one is made of; the font itself where it is no composite. */
  readonly descendant: PDFDict
  readonly descriptor: PDFDict | undefined
  readonly codes: ReadonlySet<number>
}

/** Every font that text is painted with. */
export function facesOf(pdf: Reading): Face[] {
  const faces = new Map<string, Face & { codes: Set<number> }>()
  for (const stream of pdf.streams)
    for (const [key, codes] of marksOf(stream).codes) {
      const ref = stream.resources?.lookupMaybe(name('Font'), PDFDict)?.get(name(key))
      const dict = pdf.context.lookupMaybe(ref, PDFDict)
      if (!dict) continue
      const descendant = dict.lookupMaybe(name('DescendantFonts'), PDFArray)?.lookup(0, PDFDict) ?? dict
      const face = faces.get(String(ref)) ?? {
        label: dict.lookupMaybe(name('BaseFont'), PDFName)?.decodeText() ?? key,
        dict,
        descendant,
        descriptor: descendant.lookupMaybe(name('FontDescriptor'), PDFDict),
        codes: new Set<number>(),
      }
      for (const code of codes) face.codes.add(code)
      faces.set(String(ref), face)
    }
  return [...faces.values()]
}

/** The font's program, where it is embedded as TrueType. */
export function programOf({ descriptor }: Face): FontProgram | undefined {
  const stream = descriptor?.lookup(name('FontFile2'))
  return stream instanceof PDFRawStream ? readFontProgram(decodePDFRawStream(stream).decode()) : undefined
}

/** Character code → text, as the ToUnicode map says (ISO 32000-1, 9.10.3). */
export function unicodeOf({ dict }: Face): Map<number, string> {
  const stream = dict.lookup(name('ToUnicode'))
  const map = new Map<number, string>()
  if (!(stream instanceof PDFRawStream)) return map
  const text = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
  for (const [, kind, block] of text.matchAll(/begin(bfchar|bfrange)([^]*?)end\1/g)) {
    const values = block!.match(/[0-9a-f]+/gi) ?? []
    const width = kind === 'bfchar' ? 2 : 3
    for (let at = 0; at + width <= values.length; at += width) {
      const from = Number.parseInt(values[at]!, 16)
      const to = Number.parseInt(values[at + width - 2]!, 16)
      const first = Buffer.from(values[at + width - 1]!, 'hex')
        .swap16()
        .toString('utf16le')
      for (let code = from; code <= to; code++)
        map.set(code, first.slice(0, -1) + String.fromCharCode(first.charCodeAt(first.length - 1) + code - from))
    }
  }
  return map
}

/** The width that the PDF gives a code, in thousandths of its size (ISO 32000-1, 9.7.4.3). */
export function widthsOf({ descendant }: Face): (code: number) => number {
  const given = descendant.lookupMaybe(name('W'), PDFArray)
  const standard = descendant.lookupMaybe(name('DW'), PDFNumber)?.asNumber() ?? 1000
  const widths = new Map<number, number>()
  if (!given) return () => standard
  for (let at = 0; at < given.size();) {
    const first = given.lookup(at, PDFNumber).asNumber()
    const second = given.lookup(at + 1)
    if (second instanceof PDFArray) {
      second.asArray().forEach((width, index) => widths.set(first + index, (width as PDFNumber).asNumber()))
      at += 2
    } else {
      const width = given.lookup(at + 2, PDFNumber).asNumber()
      for (let code = first; code <= (second as PDFNumber).asNumber(); code++) widths.set(code, width)
      at += 3
    }
  }
  return (code) => widths.get(code) ?? standard
}
