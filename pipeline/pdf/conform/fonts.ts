import { PDFDict, PDFName, PDFRawStream, type PDFContext } from '@cantoo/pdf-lib'
import { decodedText } from './streams.ts'

/** Character code → text, as a font's ToUnicode map says. */
export type UnicodeMap = ReadonlyMap<number, string>

const maps = new WeakMap<PDFContext, Map<string, UnicodeMap>>()

/** The Unicode map of the font that a resource dictionary gives a name; empty where it has none. */
export function unicodeMap(context: PDFContext, resources: PDFDict | undefined, name: string): UnicodeMap {
  const fonts = resources?.lookupMaybe(PDFName.of('Font'), PDFDict)
  const entry = fonts?.get(PDFName.of(name))
  if (!entry) return new Map()
  const known = maps.get(context) ?? new Map<string, UnicodeMap>()
  maps.set(context, known)
  const key = entry.toString()
  const present = known.get(key)
  if (present) return present
  const font = context.lookup(entry, PDFDict)
  const stream = font.lookup(PDFName.of('ToUnicode'))
  const map = stream instanceof PDFRawStream ? parseMap(decodedText(stream)) : new Map<number, string>()
  known.set(key, map)
  return map
}

/** Reads the single characters and the ranges of a ToUnicode map (ISO 32000-1, 9.10.3). */
function parseMap(text: string): UnicodeMap {
  const map = new Map<number, string>()
  for (const [, block] of text.matchAll(/beginbfchar(.*?)endbfchar/gs))
    for (const [, code, unicode] of block!.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi)) map.set(Number.parseInt(code!, 16), utf16(unicode!))
  for (const [, block] of text.matchAll(/beginbfrange(.*?)endbfrange/gs))
    for (const [, low, high, first] of block!.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi)) {
      const from = Number.parseInt(low!, 16)
      const start = utf16(first!)
      const last = start.codePointAt(start.length - 1)!
      for (let code = from; code <= Number.parseInt(high!, 16); code++)
        map.set(code, start.slice(0, -1) + String.fromCodePoint(last + code - from))
    }
  return map
}

/** The text of hexadecimal UTF-16BE. */
export function utf16(hex: string): string {
  return (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('')
}
