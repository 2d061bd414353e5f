import { PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib'
import type { PrintedFile } from './printed-file.ts'

/** The primaries and the white of sRGB under D50, as X, Y, Z (IEC 61966-2-1, adapted by the Bradford matrix of ICC.1:2010). */
const WHITE = [0.9642, 1, 0.8249]
const RED = [0.43607, 0.22249, 0.01392]
const GREEN = [0.38515, 0.71687, 0.09708]
const BLUE = [0.14307, 0.06061, 0.7141]
/** From D65 to D50. */
const ADAPTATION = [1.04788, 0.02292, -0.0502, 0.02959, 0.99048, -0.01706, -0.00923, 0.01508, 0.75168]
/** g, a, b, c, d of sRGB's curve (ICC.1:2010, 10.16, type 3). */
const CURVE = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]

/** Declares that colours are sRGB (ISO 19005-2, 6.2.3), by a profile of our own. */
export function declareColours({ context, catalog }: PrintedFile): void {
  const profile = context.register(PDFRawStream.of(context.obj({ N: 3 }), srgbProfile()))
  const intent = context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: PDFString.of('sRGB'),
    Info: PDFString.of('sRGB (IEC 61966-2-1)'),
    DestOutputProfile: profile,
  })
  catalog.set(PDFName.of('OutputIntents'), context.obj([context.register(intent)]))
}

/** An ICC profile, version 4.2, of three primaries and one curve. */
function srgbProfile(): Uint8Array {
  const curve = tag('para', [3 << 16, ...CURVE.map(fixed)])
  const parts: readonly (readonly [signature: string, bytes: Buffer])[] = [
    ['desc', unicode('sRGB')],
    ['cprt', unicode('CC0')],
    ['wtpt', tag('XYZ ', WHITE.map(fixed))],
    ['chad', tag('sf32', ADAPTATION.map(fixed))],
    ['rXYZ', tag('XYZ ', RED.map(fixed))],
    ['gXYZ', tag('XYZ ', GREEN.map(fixed))],
    ['bXYZ', tag('XYZ ', BLUE.map(fixed))],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ]
  const bodies = [...new Set(parts.map(([, bytes]) => bytes))]
  const start = 128 + 4 + 12 * parts.length
  const offsets = new Map(bodies.map((body, index) => [body, start + bodies.slice(0, index).reduce((sum, { length }) => sum + length, 0)]))
  const table = Buffer.concat([
    words([parts.length]),
    ...parts.map(([signature, bytes]) => Buffer.concat([Buffer.from(signature), words([offsets.get(bytes)!, bytes.length])])),
  ])
  const size = start + bodies.reduce((sum, { length }) => sum + length, 0)
  return Buffer.concat([header(size), table, ...bodies])
}

/** The header of a display profile (ICC.1:2010, 7.2); its date is that of sRGB's own standard. */
function header(size: number): Buffer {
  const bytes = Buffer.alloc(128)
  bytes.writeUInt32BE(size, 0)
  bytes.writeUInt32BE(0x04200000, 8)
  bytes.write('mntrRGB XYZ ', 12)
  for (const [index, part] of [1999, 10, 1, 0, 0, 0].entries()) bytes.writeUInt16BE(part, 24 + 2 * index)
  bytes.write('acsp', 36)
  words(WHITE.map(fixed)).copy(bytes, 68)
  return bytes
}

function tag(type: string, values: readonly number[]): Buffer {
  return Buffer.concat([Buffer.from(type), words([0, ...values])])
}

/** A text in one language (multiLocalizedUnicodeType), filled up to whole words. */
function unicode(text: string): Buffer {
  const characters = Buffer.from(text, 'utf16le').swap16()
  const filler = Buffer.alloc((4 - (characters.length % 4)) % 4)
  return Buffer.concat([tag('mluc', [1, 12]), Buffer.from('enUS'), words([characters.length, 28]), characters, filler])
}

/** A signed number with 16 bits after the point. */
function fixed(value: number): number {
  return Math.round(value * 65536)
}

function words(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length)
  for (const [index, value] of values.entries()) bytes.writeInt32BE(value | 0, 4 * index)
  return bytes
}
