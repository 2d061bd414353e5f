import { PDFDict, PDFName, PDFRawStream, type PDFContext } from '@cantoo/pdf-lib'
import { SOFT_HYPHEN } from './soft-hyphens.ts'
import { unpacked } from './streams.ts'

/** The text of each character code, as a font's ToUnicode map says. */
export interface UnicodeMap {
  /** By its code, the one UTF-16 unit of most; 0 for all others. */
  readonly units: Uint16Array
  /** By their codes, those of several units, as a ligature’s. */
  readonly texts: Map<number, string>
}

const emptyMap = (): UnicodeMap => ({ units: new Uint16Array(1 << 16), texts: new Map() })

/** A font that text is painted with. */
export interface Face {
  /** The name of its program, without the letters that tell a subset. */
  readonly name: string
  readonly map: UnicodeMap
  /** Values that the font’s own map lacks, or has otherwise: they will be written there. */
  readonly learnt: Map<number, string>
  /** The codes whose glyph the font’s own map takes for a letter and the soft hyphen after it. */
  readonly hyphenated: Set<number>
}

/** Before any font is set. */
export const NO_FACE: Face = { name: '', map: emptyMap(), learnt: new Map(), hyphenated: new Set() }

const faces = new WeakMap<PDFContext, Map<PDFDict, Face>>()

/** Every font that text was found to be painted with. */
export function facesIn(context: PDFContext): ReadonlyMap<PDFDict, Face> {
  return faces.get(context) ?? new Map<PDFDict, Face>()
}

/** The font that a resource dictionary gives a name; its map is empty where it has none. */
export function faceOf(context: PDFContext, resources: PDFDict | undefined, name: string): Face {
  const font = resources?.lookupMaybe(PDFName.of('Font'), PDFDict)?.lookupMaybe(PDFName.of(name), PDFDict)
  if (!font) return { ...NO_FACE, name }
  const known = faces.get(context) ?? new Map<PDFDict, Face>()
  faces.set(context, known)
  const present = known.get(font)
  if (present) return present
  const stream = font.lookup(PDFName.of('ToUnicode'))
  const found: Face = {
    name: (font.lookupMaybe(PDFName.of('BaseFont'), PDFName)?.decodeText() ?? name).replace(/^[A-Z]{6}\+/, ''),
    map: stream instanceof PDFRawStream ? parseMap(unpacked(stream).toString('latin1')) : emptyMap(),
    learnt: new Map(),
    hyphenated: new Set(),
  }
  separateHyphens(found)
  known.set(font, found)
  return found
}

/** Where a face has no glyph for soft hyphens, the browser lets that of the letter before stand for both. */
function separateHyphens({ map, learnt, hyphenated }: Face): void {
  for (const [code, text] of map.texts) {
    const letters = text.replaceAll(SOFT_HYPHEN, '')
    if (letters === text || letters === '') continue
    map.texts.set(code, letters)
    learnt.set(code, letters)
    if (text.endsWith(SOFT_HYPHEN)) hyphenated.add(code)
  }
}

/** Reads the single characters and the ranges of a ToUnicode map (ISO 32000-1, 9.10.3). */
function parseMap(text: string): UnicodeMap {
  const { units, texts } = emptyMap()
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
