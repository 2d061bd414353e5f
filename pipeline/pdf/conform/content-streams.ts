import { PDFDict, PDFName, PDFRawStream, PDFRef, type PDFContext, type PDFObject } from '@cantoo/pdf-lib'
import { faceOf, type Face } from './fonts.ts'
import { readContentStream, type ContentStream } from './content-stream.ts'
import { packedStream, unpacked } from './streams.ts'

/** Where a content stream stands in the file. */
interface Place {
  readonly key: string
  readonly owner: PDFDict
  readonly ref: PDFRef
  readonly stream: PDFRawStream
  /** Of the page, in points. */
  readonly height?: number
}

/** Reads the content of every page, and of every form that pages draw: forms before what draws them first, else in the order of pages. */
export function readContentStreams(context: PDFContext, pages: readonly PDFRef[]): Map<string, ContentStream> {
  const contentStreams = new Map<string, ContentStream>()
  for (const page of pages) read(context, placeOf(context, page), contentStreams)
  return contentStreams
}

function placeOf(context: PDFContext, page: PDFRef): Place {
  const owner = context.lookup(page, PDFDict)
  const ref = owner.get(PDFName.of('Contents'))
  const stream = context.lookup(ref)
  if (!(ref instanceof PDFRef) || !(stream instanceof PDFRawStream))
    throw new Error('The browser’s PDF has an unknown form: a page whose content is not one stream.')
  const box = owner.lookup(PDFName.of('MediaBox'))?.toString() ?? ''
  return { key: page.toString(), owner, ref, stream, height: Number(/ ([\d.]+) *\]$/.exec(box)?.[1] ?? 842) }
}

function read(context: PDFContext, { key, owner, ref, stream, height }: Place, contentStreams: Map<string, ContentStream>): ContentStream {
  const resources = owner.lookupMaybe(PDFName.of('Resources'), PDFDict)
  const faces = new Map<string, Face>()
  const contentStream = readContentStream({
    key,
    owner,
    content: unpacked(stream),
    height,
    faceOf: (name) => {
      const face = faces.get(name) ?? faceOf(context, resources, name)
      faces.set(name, face)
      return face
    },
    formOf: (name) => readForm(context, resources, name, contentStreams),
    write: async (changed) => context.assign(ref, await packedStream(stream.dict, changed)),
  })
  contentStreams.set(key, contentStream)
  return contentStream
}

function readForm(
  context: PDFContext,
  resources: PDFDict | undefined,
  name: string,
  contentStreams: Map<string, ContentStream>,
): ContentStream | undefined {
  const ref: PDFObject | undefined = resources?.lookupMaybe(PDFName.of('XObject'), PDFDict)?.get(PDFName.of(name))
  if (!(ref instanceof PDFRef)) return undefined
  const known = contentStreams.get(ref.toString())
  if (known) {
    known.drawn++
    return known
  }
  const stream = context.lookup(ref)
  if (!(stream instanceof PDFRawStream) || stream.dict.lookup(PDFName.of('Subtype')) !== PDFName.of('Form')) return undefined
  return read(context, { key: ref.toString(), owner: stream.dict, ref, stream }, contentStreams)
}
