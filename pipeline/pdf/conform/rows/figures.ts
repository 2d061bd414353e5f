import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib'
import { around, overlap, paintedArea, UNCHANGED, type Box, type Matrix } from '../bounds.ts'
import type { ContentStream } from '../content-stream.ts'
import { sequenceOf, type PrintedFile } from '../printed-file.ts'
import { elementsOf, type Content } from '../tree.ts'

/**
 * A figure says which area of the page it takes (ISO 32000-1, 14.8.5.4.3), so that what enlarges a page or shows where a
 * reader is can find it. One that a page draws through a form does not: such are pictures that shine through.
 */
export function boundFigures(file: PrintedFile): void {
  const { context } = file
  for (const figure of elementsOf(file.tree, 'Figure')) {
    const contents = elementsOf(figure).flatMap(({ kids }) => kids.filter((kid): kid is Content => kid.kind === 'content'))
    const area = areaOf(file, contents)
    if (!area) continue
    const layout = context.obj({ O: 'Layout', BBox: area.map((edge) => Math.round(edge * 100) / 100) })
    const present = context.lookup(figure.dict.get(PDFName.of('A')))
    const others = present instanceof PDFArray ? present.asArray() : present ? [present] : []
    figure.dict.set(PDFName.of('A'), others.length === 0 ? layout : context.obj([...others, layout]))
  }
}

/** The area of what stands on one page; nothing for what stands on several, or is drawn through a form. */
function areaOf(file: PrintedFile, contents: readonly Content[]): Box | undefined {
  const [first] = contents
  if (!first || contents.some(({ page, form }) => page !== first.page || form)) return undefined
  const contentStream = file.contentStreams.get(first.contentStream)!
  const canvas = { content: contentStream.content, areaOf: (name: string) => drawn(contentStream, name) }
  let area: Box | undefined
  for (const content of contents) {
    const { open, close } = sequenceOf(file, content)!
    const painted = paintedArea(canvas, open.end, close.start)
    area = area && painted ? around(area, painted) : (area ?? painted)
  }
  return area && overlap(area, numbers(contentStream.owner, 'MediaBox') as unknown as Box)
}

const PICTURE: Box = [0, 0, 1, 1]

/** What a page draws by name: a picture fills the unit of its space (ISO 32000-1, 8.9.5), a form its box (8.10.1). */
function drawn({ owner }: ContentStream, name: string): { readonly box: Box; readonly matrix: Matrix } | undefined {
  const resources = owner.lookupMaybe(PDFName.of('Resources'), PDFDict)
  const stream = resources?.lookupMaybe(PDFName.of('XObject'), PDFDict)?.lookup(PDFName.of(name))
  if (!(stream instanceof PDFRawStream)) return undefined
  if (stream.dict.lookup(PDFName.of('Subtype')) === PDFName.of('Image')) return { box: PICTURE, matrix: UNCHANGED }
  const [box, matrix] = [numbers(stream.dict, 'BBox'), numbers(stream.dict, 'Matrix')]
  return box && { box: box as unknown as Box, matrix: (matrix as unknown as Matrix | undefined) ?? UNCHANGED }
}

function numbers(dict: PDFDict, key: string): number[] | undefined {
  const list = dict.lookupMaybe(PDFName.of(key), PDFArray)
  return list?.asArray().map((each) => (each instanceof PDFNumber ? each.asNumber() : 0))
}
