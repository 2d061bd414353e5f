import { PDFArray, PDFDict, PDFNumber, PDFRawStream, PDFRef, decodePDFRawStream } from '@cantoo/pdf-lib'
import { latin, name, type Reading } from './reading.ts'

/** An uncompressed object, found through the cross-references. */
export interface Body {
  readonly number: number
  readonly generation: number
  /** The bytes from the object’s beginning to the next object’s, and the byte before, in Latin-1. */
  readonly text: string
  readonly before: string
}

interface Place {
  readonly number: number
  readonly generation: number
  readonly offset: number
}

/** A text cross-reference table: sections of rows of twenty characters (ISO 32000-1, 7.5.4; ISO 19005-2, 6.1.4). */
const TABLE = /^xref(?:\r\n|\r|\n)((?:\d+ \d+(?:\r\n|\r|\n)(?:\d{10} \d{5} [fn](?: \r| \n|\r\n))+)+)\s*trailer/
const SECTION = /(\d+) \d+(?:\r\n|\r|\n)((?:\d{10} \d{5} [fn]..)+)/gs
const ROW = 20

const known = new WeakMap<Reading, { readonly bodies: readonly Body[]; readonly fault?: string }>()

/** The uncompressed objects in file order, or the reason why the cross-references cannot be followed. */
export function bodiesIn(pdf: Reading): { readonly bodies: readonly Body[]; readonly fault?: string } {
  const cut = known.get(pdf) ?? cutBodies(pdf)
  known.set(pdf, cut)
  return cut
}

function cutBodies(pdf: Reading): { bodies: Body[]; fault?: string } {
  const text = latin(pdf.bytes)
  const last = text.lastIndexOf('startxref')
  const start = Number(/^startxref\s+(\d+)/.exec(text.slice(last, last + 32))?.[1])
  const table = TABLE.exec(text.slice(start))?.[1]
  const places = table === undefined ? placesOfStream(pdf, text.slice(start, start + 24)) : placesOfTable(table)
  if (!places) return { bodies: [], fault: 'none, or several' }
  places.sort((one, other) => one.offset - other.offset)
  const end = table === undefined ? last : start
  const bodies = places.map(({ number, generation, offset }, index) => ({
    number,
    generation,
    text: text.slice(offset, places[index + 1]?.offset ?? end),
    before: text.slice(offset - 1, offset),
  }))
  return { bodies }
}

function placesOfTable(table: string): Place[] {
  return [...table.matchAll(SECTION)].flatMap(([, first, rows = '']) =>
    Array.from({ length: rows.length / ROW }, (_, index) => rows.slice(index * ROW, (index + 1) * ROW)).flatMap((row, index) => {
      const place = { number: Number(first) + index, generation: Number(row.slice(11, 16)), offset: Number(row.slice(0, 10)) }
      return row[17] === 'n' ? [place] : []
    }),
  )
}

/** Reads a cross-reference stream of binary rows (7.5.8): kind (1 for an uncompressed object), offset, generation. */
function placesOfStream({ context }: Reading, head: string): Place[] | undefined {
  const [, number, generation] = /^(\d+) (\d+) obj/.exec(head) ?? []
  const stream = context.lookup(PDFRef.of(Number(number), Number(generation)))
  // An incrementally updated file has several cross-reference sections, each with a link to the former.
  if (!(stream instanceof PDFRawStream) || stream.dict.lookup(name('Type')) !== name('XRef') || stream.dict.has(name('Prev')))
    return undefined
  const numbers = (key: string): number[] | undefined =>
    stream.dict
      .lookupMaybe(name(key), PDFArray)
      ?.asArray()
      .map((each) => (each as PDFNumber).asNumber())
  const [kinds = 0, offsets = 0, generations = 0] = numbers('W') ?? []
  const sections = numbers('Index') ?? [0, stream.dict.lookup(name('Size'), PDFNumber).asNumber()]
  const bytes = rowsOf(stream)
  const read = (at: number, width: number): number => (width === 0 ? 0 : bytes.readUIntBE(at, width))
  const all = Array.from({ length: sections.length / 2 }, (_, section) =>
    Array.from({ length: sections[2 * section + 1]! }, (__, index) => sections[2 * section]! + index),
  ).flat()
  return all.flatMap((each, index) => {
    const at = index * (kinds + offsets + generations)
    const place = { number: each, offset: read(at + kinds, offsets), generation: read(at + kinds + offsets, generations) }
    return kinds === 0 || read(at, kinds) === 1 ? [place] : []
  })
}

/** The rows of a stream, with predictors undone (PNG filters none and up, the ones in use by PDF writers). */
function rowsOf(stream: PDFRawStream): Buffer {
  const bytes = Buffer.from(decodePDFRawStream(stream).decode())
  const parameters = stream.dict.lookupMaybe(name('DecodeParms'), PDFDict)
  if (!parameters?.has(name('Predictor'))) return bytes
  const width = parameters.lookup(name('Columns'), PDFNumber).asNumber()
  const rows = Buffer.alloc(Math.floor(bytes.length / (width + 1)) * width)
  for (let at = 0; at < rows.length; at++) {
    const row = Math.floor(at / width)
    const above = bytes[row * (width + 1)] === 2 && row > 0 ? rows[at - width]! : 0
    rows[at] = (bytes[at + row + 1]! + above) & 0xff
  }
  return rows
}
