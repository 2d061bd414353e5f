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
        for (let code = low!; code <= high!; code++) map.set(code, first.slice(0, -1) + String.fromCharCode(last + code - low!))
      }
    }
  return map
}

/** The text of hexadecimal UTF-16BE. */
export function utf16(hex: string): string {
  let text = ''
  for (let at = 0; at < hex.length; at += 4) text += String.fromCharCode(Number.parseInt(hex.slice(at, at + 4), 16))
  return text
}
