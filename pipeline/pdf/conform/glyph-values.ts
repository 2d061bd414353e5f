import { PDFName, PDFRawStream, PDFRef, type PDFContext } from '@cantoo/pdf-lib'
import { facesIn, type Face, type UnicodeMap } from './fonts.ts'
import { NAMELESS, type TextObject } from './glyphs.ts'
import { packedStream } from './streams.ts'

/**
 * Learns the values of the glyphs without one in a cluster, and writes them into its object’s text. The browser tells the
 * text of a cluster of several glyphs by a mark alone: a ligature over a soft hyphen has no value of its own unless it
 * stands elsewhere without one.
 * @param cluster its text, without soft hyphens, for which blanks are painted
 * @param before how much text its object held before it
 */
export function learnGlyphs(cluster: string, object: TextObject, before: number, { map, learnt }: Face): void {
  const parts = object.text.slice(before).split(NAMELESS)
  if (parts.length === 1) return
  const [first, last] = [parts[0]!.trimEnd(), parts.at(-1)!.trimStart()]
  const rest = cluster.startsWith(first) && cluster.endsWith(last) ? cluster.slice(first.length, cluster.length - last.length) : ''
  const codes = object.nameless.splice(1 - parts.length)
  for (const [index, code] of codes.entries()) {
    // What one glyph says for all need not be said again.
    const text = index === 0 ? rest || cluster : JOINER
    map.texts.set(code, text)
    learnt.set(code, text)
    parts[index + 1] = text + parts[index + 1]!
  }
  object.text = object.text.slice(0, before) + parts.join('')
}

/** The value of a glyph that says no more than the one before it: the combining grapheme joiner, which is not spoken. */
const JOINER = '\u034F'

/** Writes the maps anew of the fonts of which values were learnt (ISO 32000-1, 9.10.3). */
export async function writeGlyphValues(context: PDFContext): Promise<void> {
  for (const [font, { map, learnt }] of facesIn(context)) {
    const ref = font.get(PDFName.of('ToUnicode'))
    const stream = context.lookup(ref)
    if (learnt.size === 0 || !(ref instanceof PDFRef) || !(stream instanceof PDFRawStream)) continue
    context.assign(ref, await packedStream(stream.dict, Buffer.from(cmapOf(map), 'latin1')))
  }
}

/** So many rows a section of such a map may have. */
const ROWS = 100

function cmapOf({ units, texts }: UnicodeMap): string {
  const rows: string[] = []
  for (const [code, unit] of units.entries()) {
    const text = texts.get(code) ?? (unit === 0 ? '' : String.fromCharCode(unit))
    if (text !== '') rows.push(`<${hexadecimal(String.fromCharCode(code))}> <${hexadecimal(text)}>`)
  }
  const sections = Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, index) => rows.slice(index * ROWS, (index + 1) * ROWS))
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange',
    ...sections.map((section) => `${section.length} beginbfchar\n${section.join('\n')}\nendbfchar`),
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n')
}

const hexadecimal = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()
