import { constants, inflateSync } from 'node:zlib'

/**
 * Reads page numbers, and how large pages are printed, out of a PDF as Chromium 153 prints it: version 1.4, a classic cross-reference table in one part,
 * objects in the clear. `/Dests` in the catalog holds the ids that links of the page lead to, as names.
 */

/** On which pages of a PDF things stand. */
export interface Places {
  /** How many pages there are. */
  readonly pages: number
  /** Id → page, counted from 1. Empty where no link of the page leads to a place in it. */
  readonly destinations: ReadonlyMap<string, number>
  /** Id → how high it stands, in points: as if the page had no upper margin. */
  readonly heights: ReadonlyMap<string, number>
  /** Id → how far from the left it stands, in points. */
  readonly lefts: ReadonlyMap<string, number>
  /** How large everything is printed, 1 as the style says: where anything is wider than a page, the browser prints all smaller. */
  readonly scale: number
}

/**
 * Where the destinations of a PDF stand.
 * @throws Error where the file is not built as Chromium 153 builds it
 */
export function placesIn(pdf: Uint8Array): Places {
  const { root, objectOf } = openTable(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength))
  const catalog = objectOf(root)
  const tree = /\/Pages (\d+) 0 R/.exec(catalog)
  if (!tree) throw unknownForm('it has no pages')
  const leaves = (reference: string): string[] => {
    const kids = /\/Kids \[([^\]]*)\]/.exec(objectOf(reference))
    return kids ? [...kids[1]!.matchAll(/(\d+) 0 R/g)].flatMap((kid) => leaves(kid[1]!)) : [reference]
  }
  const all = leaves(tree[1]!)
  const numbers = new Map(all.map((reference, index) => [reference, index + 1]))
  const dests = /\/Dests (\d+) 0 R/.exec(catalog)
  const entries = dests ? [...objectOf(dests[1]!).matchAll(/\/(\S+)\s*\[(\d+) 0 R(?:\s*\/XYZ ([\d.-]+) ([\d.]+))?/g)] : []
  const found = entries.map(([, name, reference, left, height]) => {
    const page = numbers.get(reference!)
    if (page === undefined) throw unknownForm(`the destination ${name} is on no page`)
    return { id: decodeName(name!), page, left: Number(left), height: Number(height) }
  })
  const destinations = new Map(found.map(({ id, page }) => [id, page]))
  const heights = new Map(found.map(({ id, height }) => [id, height]))
  const lefts = new Map(found.map(({ id, left }) => [id, left]))
  const contents = /\/Contents (\d+) 0 R/.exec(objectOf(all[0] ?? ''))
  if (!contents) throw unknownForm('its first page is empty')
  return { pages: numbers.size, destinations, heights, lefts, scale: scaleOf(objectOf(contents[1]!)) }
}

/** After the margin boxes the browser clips the page, and turns its own units into those of the print, 300 to an inch. */
const TURNED = /\bre\s+W\*? n\s+q\s+(\S+) 0 0 \1 \S+ \S+ cm/

/** The browser's units to an inch: CSS pixels, and those of its PDF. */
const [PIXELS, UNITS] = [96, 300]

/** So much of a page, packed, has its beginning in it. */
const BEGINNING = 1 << 14

/** How large a page is printed. @param object its content stream */
function scaleOf(object: string): number {
  const start = /stream\r?\n/.exec(object)
  if (!start) throw unknownForm('a page has no content')
  const from = start.index + start[0].length
  const packed = Buffer.from(object.slice(from, from + BEGINNING), 'latin1')
  const content = object.includes('/FlateDecode') ? inflateSync(packed, { finishFlush: constants.Z_SYNC_FLUSH }) : packed
  const turned = TURNED.exec(content.toString('latin1'))
  if (!turned) throw unknownForm('a page is not clipped')
  return (Number(turned[1]) * PIXELS) / UNITS
}

/** An entry of a cross-reference table: `0000000017 00000 n` and a line end of two bytes (ISO 32000-1, 7.5.4). */
const ENTRY = 20

/** The catalog’s number, and what gives an object’s text by its number. */
function openTable(file: Buffer): { root: string; objectOf: (number: string) => string } {
  const trailer = file.toString('latin1', file.length - 512)
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(trailer)?.[1] ?? Number.NaN)
  const root = /\/Root (\d+) 0 R/.exec(trailer)?.[1]
  const head = /^xref\s+0 \d+\s+(?=\d{10} )/.exec(Number.isNaN(start) ? '' : file.toString('latin1', start, start + 64))?.[0]
  if (root === undefined || head === undefined) throw unknownForm('it has no cross-reference table')
  const objectOf = (number: string): string => {
    const at = start + head.length + ENTRY * Number(number)
    const offset = Number(/^(\d{10}) 00000 n/.exec(file.toString('latin1', at, at + ENTRY))?.[1] ?? Number.NaN)
    const object = Number.isNaN(offset) ? '' : file.toString('latin1', offset, file.indexOf('endobj', offset))
    if (!object.startsWith(`${number} 0 obj`)) throw unknownForm(`it lacks the object ${number}`)
    return object
  }
  return { root, objectOf }
}

/**
 * A PDF name writes some characters as # and two hexadecimal digits; Chromium puts there what the link says, which is
 * percent-encoded as in an address, except that a lone % stands for itself.
 */
function decodeName(name: string): string {
  const fragment = name.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

function unknownForm(what: string): Error {
  return new Error(`The browser’s PDF has an unknown form: ${what}.`)
}
