import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, decodePDFRawStream } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowserPool, type BrowserPool } from '../../pipeline/pdf/browser-pool.ts'
import { elementsPage, printElements } from './torture/torture.ts'

let pool: BrowserPool
beforeAll(async () => (pool = await openBrowserPool()))
afterAll(() => pool.close())

/** A picture of 8 by 8 points, red to blue. */
const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAWEAEBAQAAAAAAAAAAAAAAAAAAFGH/xAAVAQEBAAAAAAAAAAAAAAAAAAAEBf/EABcRAAMBAAAAAAAAAAAAAAAAAAADFFH/2gAMAwEAAhEDEQA/AINGgL0CMEWu0//Z',
  'base64',
)

const name = PDFName.of

/** The picture with a segment more (ITU-T T.81, B.1.1.4). */
function withSegment(marker: number, content: Buffer): Buffer {
  const segment = Buffer.concat([Buffer.from([0xff, marker, 0, 0]), content])
  segment.writeUInt16BE(segment.length - 2, 2)
  return Buffer.concat([JPEG.subarray(0, 2), segment, JPEG.subarray(2)])
}

/** The picture with a colour profile in a segment of its own (ICC.1:2010, B.4). */
function withProfile(profile: Buffer): Buffer {
  return withSegment(0xe2, Buffer.concat([Buffer.from('ICC_PROFILE\0\u0001\u0001', 'latin1'), profile]))
}

/** Prints a page with a picture, and opens it. */
async function print(picture: Buffer): Promise<PDFDocument> {
  const body = `<h1>Title</h1><img alt="A picture" src="data:image/jpeg;base64,${picture.toString('base64')}">`
  return PDFDocument.load(await printElements(pool, await elementsPage(body)))
}

/** The colour space of the page's picture. */
function spaceOf({ context }: PDFDocument): string {
  for (const [, object] of context.enumerateIndirectObjects())
    if (object instanceof PDFRawStream && object.dict.get(name('Subtype')) === name('Image')) {
      const space = object.dict.lookup(name('ColorSpace'))
      return String(space instanceof PDFArray ? space.get(0) : space)
    }
  throw new Error('The page has no picture.')
}

/** The profile that every PDF declares. */
async function standardProfile(): Promise<Buffer> {
  const { catalog } = await print(JPEG)
  const intent = catalog.lookup(name('OutputIntents'), PDFArray).lookup(0, PDFDict)
  return Buffer.from(decodePDFRawStream(intent.lookup(name('DestOutputProfile')) as PDFRawStream).decode())
}

test('a picture keeps a profile that PDF/A knows, and is shown in sRGB where it has another', async () => {
  const profile = await standardProfile()
  expect(spaceOf(await print(withProfile(profile)))).toBe('/ICCBased')
  for (const kind of ['abst', 'link', 'nmcl']) {
    const other = Buffer.from(profile)
    other.write(kind, 12)
    expect(spaceOf(await print(withProfile(other)))).toBe('/DeviceRGB')
  }
  expect(spaceOf(await print(withProfile(Buffer.concat([profile, Buffer.alloc(8)]))))).toBe('/DeviceRGB')
})

test.each(['0', 'f', '00ff', '\0'])('a picture may have a long run of the same signs in its data: %j', async (signs) => {
  const pdf = await print(withSegment(0xfe, Buffer.from(signs.repeat(200), 'latin1')))
  expect(pdf.getPageCount()).toBe(1)
})
