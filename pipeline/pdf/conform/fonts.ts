import { PDFDict, PDFName, PDFRawStream, type PDFContext } from '@cantoo/pdf-lib'
import { unpacked } from './streams.ts'

/** The text of each character code, as a font's ToUnicode map says. */
export interface UnicodeMap {
  /** By its code, the one UTF-16 unit of most; 0 for all others. */
  readonly units: Uint16Array
  /** By their codes, those of several units, as a ligature’s. */
  readonly texts: ReadonlyMap<number, string>
}

/** The map of a font that has none. */
export const NO_MAP: UnicodeMap = { units: new Uint16Array(1 << 16), texts: new Map() }

/** A font that text is painted with. */
export interface Face {
  /** The name of its program, without the letters that tell a subset. */
  readonly face: string
  readonly map: UnicodeMap
}

const faces = new WeakMap<PDFContext, Map<string, Face>>()

/** The font that a resource dictionary gives a name; its map is empty where it has none. */
export function faceOf(context: PDFContext, resources: PDFDict | undefined, name: string): Face {
  const entry = resources?.lookupMaybe(PDFName.of('Font'), PDFDict)?.get(PDFName.of(name))
  if (!entry) return { face: name, map: NO_MAP }
  const known = faces.get(context) ?? new Map<string, Face>()
  faces.set(context, known)
  const key = entry.toString()
  const present = known.get(key)
  if (present) return present
  const font = context.lookup(entry, PDFDict)
  const stream = font.lookup(PDFName.of('ToUnicode'))
  const found = {
    face: (font.lookupMaybe(PDFName.of('BaseFont'), PDFName)?.decodeText() ?? name).replace(/^[A-Z]{6}\+/, ''),
    map: stream instanceof PDFRawStream ? parseMap(unpacked(stream).toString('latin1')) : NO_MAP,
  }
  known.set(key, found)
  return found
}

/** Reads the single characters and the ranges of a ToUnicode map (ISO 32000-1, 9.10.3). */
function parseMap(text: string): UnicodeMap {
  const units = new Uint16Array(1 << 16)
  const texts = new Map<number, string>()
  for (const [kind, width] of [
    ['bfchar', 2],
    ['bfrange', 3],
  ] as const)
    for (let at = text.indexOf(`begin${kind}`); at >= 0; at = text.indexOf(`begin${kind}`, at + 1)) {
      const values = text.slice(at, text.indexOf(`end${kind}`, at)).match(/<[^>]*>/g) ?? []
      for (let entry = 0; entry < values.length; entry += width) {
        const [low, high] = [values[entry]!, values[entry + width - 2]!].map((code) => Number.parseInt(code.slice(1, -1), 16))
        const first = utf16(values[entry + width - 1]!.slice(1, -1))
        const last = first.charCodeAt(first.length - 1)
        for (let code = low!; code <= high!; code++) {
          if (first.length === 1) units[code] = last + code - low!
          else texts.set(code, first.slice(0, -1) + String.fromCharCode(last + code - low!))
        }
      }
    }
  return { units, texts }
}

/** The text of hexadecimal UTF-16BE. */
export function utf16(hex: string): string {
  let text = ''
  for (let at = 0; at < hex.length; at += 4) text += String.fromCharCode(Number.parseInt(hex.slice(at, at + 4), 16))
  return text
}
