import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib'
import { Unprintable } from '../../unprintable.ts'
import type { PrintedFile } from '../printed-file.ts'
import { unpacked } from '../streams.ts'
import { elementsOf, textEntry } from '../tree.ts'

/** The kinds of profile that a picture may have, and the number of parts of a colour in each space (ISO 19005-2, 6.2.4.2). */
const CLASSES: ReadonlySet<string> = new Set(['prtr', 'mntr', 'scnr', 'spac'])
const PARTS: Readonly<Record<string, number>> = { 'RGB ': 3, 'Lab ': 3, GRAY: 1, CMYK: 4 }

/** What stands for a profile that cannot be used, by the number of parts: sRGB and its greys, which the document declares. */
const DEVICES: Readonly<Record<number, string>> = { 1: 'DeviceGray', 3: 'DeviceRGB' }

/**
 * The browser hands on the profile that a picture came with, whatever it is. One that PDF/A does not know goes: the picture
 * is shown in sRGB, as one without a profile is.
 * @throws Unprintable where the picture’s colours mean nothing without it
 */
export function dropProfiles(file: PrintedFile): void {
  const { context } = file
  for (const [ref, picture] of context.enumerateIndirectObjects()) {
    if (!(picture instanceof PDFRawStream) || picture.dict.get(PDFName.of('Subtype')) !== PDFName.of('Image')) continue
    const space = context.lookup(picture.dict.get(PDFName.of('ColorSpace')))
    if (!(space instanceof PDFArray) || space.get(0) !== PDFName.of('ICCBased')) continue
    const profile = space.lookup(1, PDFRawStream)
    const parts = profile.dict.lookup(PDFName.of('N'), PDFNumber).asNumber()
    if (isKnown(unpacked(profile), parts)) continue
    const device = DEVICES[parts]
    if (device === undefined) {
      const shown = alternativesOf(file, ref)
      const which = shown.length > 0 ? `, ${shown.map((each) => `“${each}”`).join(' or ')},` : ''
      throw new Unprintable(
        `A picture${which} has a colour profile that no PDF/A can hold.`,
        shown,
        'Save it anew with its colours as sRGB.',
      )
    }
    picture.dict.set(PDFName.of('ColorSpace'), PDFName.of(device))
  }
}

/** What the pictures show that stand on the pages with a certain one. */
function alternativesOf({ context, pages, tree }: PrintedFile, picture: PDFRef): string[] {
  const holds = (page: PDFRef): boolean => {
    const resources = context.lookup(page, PDFDict).lookupMaybe(PDFName.of('Resources'), PDFDict)
    return resources?.lookupMaybe(PDFName.of('XObject'), PDFDict)?.values().includes(picture) ?? false
  }
  const holders = new Set(pages.filter(holds))
  return elementsOf(tree, 'Figure')
    .filter(({ kids }) => kids.some((kid) => kid.kind === 'content' && holders.has(kid.page)))
    .flatMap((figure) => textEntry(figure, 'Alt') ?? [])
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
