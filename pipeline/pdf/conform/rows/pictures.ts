import { PDFArray, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib'
import type { PrintedFile } from '../printed-file.ts'
import { unpacked } from '../streams.ts'

/** The kinds of profile that a picture may have, and the number of parts of a colour in each space (ISO 19005-2, 6.2.4.2). */
const CLASSES: ReadonlySet<string> = new Set(['prtr', 'mntr', 'scnr', 'spac'])
const PARTS: Readonly<Record<string, number>> = { 'RGB ': 3, 'Lab ': 3, GRAY: 1, CMYK: 4 }

/** What stands for a profile that cannot be used, by the number of parts: sRGB and its greys, which the document declares. */
const DEVICES: Readonly<Record<number, string>> = { 1: 'DeviceGray', 3: 'DeviceRGB' }

/**
 * The browser hands on the profile that a picture came with, whatever it is. One that PDF/A does not know goes: the picture
 * is shown in sRGB, as one without a profile is.
 * @throws Error where the picture’s colours mean nothing without it
 */
export function dropProfiles({ context }: PrintedFile): void {
  for (const [, picture] of context.enumerateIndirectObjects()) {
    if (!(picture instanceof PDFRawStream) || picture.dict.get(PDFName.of('Subtype')) !== PDFName.of('Image')) continue
    const space = context.lookup(picture.dict.get(PDFName.of('ColorSpace')))
    if (!(space instanceof PDFArray) || space.get(0) !== PDFName.of('ICCBased')) continue
    const profile = space.lookup(1, PDFRawStream)
    const parts = profile.dict.lookup(PDFName.of('N'), PDFNumber).asNumber()
    if (isKnown(unpacked(profile), parts)) continue
    const device = DEVICES[parts]
    if (device === undefined)
      throw new Error('A picture has a colour profile that no PDF/A can hold. Save it anew with its colours as sRGB.')
    picture.dict.set(PDFName.of('ColorSpace'), PDFName.of(device))
  }
}

/** Whether a profile’s header (ICC.1:2010, 7.2) is one that PDF/A knows, of this number of parts, and the profile as long as it says. */
function isKnown(profile: Buffer, parts: number): boolean {
  return (
    profile.length >= 128 &&
    profile.readUInt32BE(0) === profile.length &&
    profile[8]! < 5 &&
    CLASSES.has(profile.toString('latin1', 12, 16)) &&
    PARTS[profile.toString('latin1', 16, 20)] === parts &&
    profile.toString('latin1', 36, 40) === 'acsp'
  )
}
