import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, decodePDFRawStream } from '@cantoo/pdf-lib'
import { marksOf } from './marks.ts'
import { name, utf16, type Reading } from './reading.ts'
import { readFontProgram, type FontProgram } from './sfnt.ts'

/** A font that paints text, and the codes it paints. */
export interface Face {
  readonly label: string
  readonly dict: PDFDict
  /** The descendant of a composite font, or the font itself. */
  readonly descendant: PDFDict
  readonly descriptor: PDFDict | undefined
  readonly codes: ReadonlySet<number>
}

/** All fonts that paint text. */
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

const programs = new WeakMap<PDFRawStream, FontProgram | Error>()

function readProgram({ descriptor }: Face): FontProgram | Error | undefined {
  const stream = descriptor?.lookup(name('FontFile2'))
  if (!(stream instanceof PDFRawStream)) return undefined
  const known = programs.get(stream)
  if (known) return known
  let program: FontProgram | Error
  try {
    program = readFontProgram(decodePDFRawStream(stream).decode())
  } catch (error) {
    program = error as Error
  }
  programs.set(stream, program)
  return program
}

/** The font’s program. Absent unless it is an undamaged embedded TrueType program. */
export function programOf(face: Face): FontProgram | undefined {
  const program = readProgram(face)
  return program instanceof Error ? undefined : program
}

/** Reason why the embedded font program cannot be read. Absent if it can, or there is none. */
export function damageOf(face: Face): string | undefined {
  const program = readProgram(face)
  return program instanceof Error ? program.message : undefined
}

/** Rows of a ToUnicode map: a code with a text, or a range of codes with a text or a list of texts. */
const ROWS = {
  bfchar: /<(?<from>[0-9a-f]+)>\s*<(?<text>[0-9a-f\s]*)>/gi,
  bfrange: /<(?<from>[0-9a-f]+)>\s*<(?<to>[0-9a-f]+)>\s*(?:<(?<text>[0-9a-f\s]*)>|\[(?<texts>[^\]]*)\])/gi,
} as const

const maps = new WeakMap<PDFRawStream, ReadonlyMap<number, string>>()

/** Texts by character code, from the ToUnicode map (ISO 32000-1, 9.10.3). */
export function unicodeOf({ dict }: Face): ReadonlyMap<number, string> {
  const stream = dict.lookup(name('ToUnicode'))
  if (!(stream instanceof PDFRawStream)) return new Map()
  const known = maps.get(stream)
  if (known) return known
  const map = new Map<number, string>()
  maps.set(stream, map)
  const written = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
  for (const [, kind, block] of written.matchAll(/begin(bfchar|bfrange)([^]*?)end\1/g))
    for (const { groups } of block!.matchAll(ROWS[kind as keyof typeof ROWS])) {
      const { from = '', to = from, text = '', texts } = groups!
      const first = Number.parseInt(from, 16)
      if (texts !== undefined)
        for (const [index, [, each]] of [...texts.matchAll(/<([0-9a-f\s]*)>/gi)].entries()) map.set(first + index, utf16(each!))
      else for (let code = first; code <= Number.parseInt(to, 16); code++) map.set(code, plus(utf16(text), code - first))
    }
  return map
}

/** Advances the last character of a text by a number of steps. */
function plus(text: string, steps: number): string {
  return steps === 0 ? text : text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + steps)
}

/** Widths of codes in the PDF, in thousandths of the font size (ISO 32000-1, 9.7.4.3). */
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
