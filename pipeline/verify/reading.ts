import { inflateSync } from 'node:zlib'
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFStream,
  decodePDFRawStream,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib'

/** A published PDF, parsed anew for verification. */
export interface Reading {
  readonly context: PDFContext
  readonly catalog: PDFDict
  readonly bytes: Uint8Array
  readonly pages: readonly PDFDict[]
  /** References of the pages, in order. */
  readonly pageRefs: readonly string[]
  /** All structure elements, parents first. */
  readonly elements: readonly StructureElement[]
  /** Page contents, and the forms, pattern cells and masks that they use. */
  readonly streams: readonly ContentStream[]
  /** The forms among the streams, by reference. */
  readonly forms: ReadonlyMap<string, ContentStream>
  /** Entries of the parent tree by number: the element of an annotation, or the elements of a stream’s marked content. */
  readonly parents: ReadonlyMap<number, PDFObject>
  readonly metadata: string
  readonly metadataBytes: Uint8Array
}

export interface StructureElement {
  readonly ref: string
  readonly type: string
  readonly dict: PDFDict
  readonly parent: StructureElement | undefined
  readonly kids: readonly StructureElement[]
  /** Marked content that the element owns: stream and identifier. */
  readonly contents: readonly { readonly stream: string; readonly mcid: number }[]
  /** Annotations that the element owns. */
  readonly annotations: readonly string[]
  /** Children that are not read, because they are not elements or lack a type. */
  readonly unread: readonly string[]
}

export interface ContentStream {
  /** Reference of the page, form or pattern. */
  readonly ref: string
  readonly owner: PDFDict
  readonly text: string
  readonly resources: PDFDict | undefined
}

export const name = PDFName.of

/**
 * Parses a PDF.
 * @throws Error if the file is damaged or not a PDF
 */
export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  const document = await PDFDocument.load(bytes, {
    parseSpeed: Infinity,
    updateMetadata: false,
    throwOnInvalidObject: true,
    ignoreEncryption: true,
  })
  const { context, catalog } = document
  const leaves = document.getPages()
  const root = catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)
  const elements: StructureElement[] = []
  for (const kid of listOf(context, root?.get(name('K')))) if (kid instanceof PDFRef) readElement(context, kid, undefined, elements)
  const streams = new Map<string, ContentStream>()
  for (const { ref, node } of leaves) {
    const text = listOf(context, node.get(name('Contents')))
      .map((each) => decoded(context.lookup(each)))
      .join('\n')
    readStream(context, { ref: ref.toString(), owner: node, text, resources: node.Resources() }, streams)
  }
  const metadataBytes = Buffer.from(decoded(catalog.lookup(name('Metadata'))), 'latin1')
  return {
    context,
    catalog,
    bytes,
    pageRefs: leaves.map(({ ref }) => ref.toString()),
    parents: parentsIn(root),
    pages: leaves.map(({ node }) => node),
    elements,
    streams: [...streams.values()],
    forms: new Map([...streams].filter(([, { owner }]) => owner.lookup(name('Subtype')) === name('Form'))),
    metadata: metadataBytes.toString('utf8'),
    metadataBytes,
  }
}

function parentsIn(root: PDFDict | undefined): Map<number, PDFObject> {
  const entries = root?.lookupMaybe(name('ParentTree'), PDFDict)?.lookupMaybe(name('Nums'), PDFArray)
  const parents = new Map<number, PDFObject>()
  if (!entries) return parents
  for (let at = 0; at + 1 < entries.size(); at += 2) parents.set(entries.lookup(at, PDFNumber).asNumber(), entries.get(at + 1))
  return parents
}

/** One value or an array, as a list. */
export function listOf(context: PDFContext, value: PDFObject | undefined): PDFObject[] {
  const found = context.lookup(value)
  return found instanceof PDFArray ? found.asArray() : value === undefined ? [] : [value]
}

/** The text of a string. Absent if there is none. */
export function textAt(dict: PDFDict, key: string): string | undefined {
  const value = dict.lookup(name(key)) as PDFObject & { decodeText?: () => string }
  return value?.decodeText?.()
}

const UTF_16 = new TextDecoder('utf-16be', { ignoreBOM: true })

/** Decodes hexadecimal digits of big-endian UTF-16. */
export const utf16 = (digits: string): string => UTF_16.decode(Buffer.from(digits.replaceAll(/\s/g, ''), 'hex'))

/** Name of a stream in findings. */
export function placeOf({ pageRefs }: Reading, { ref, owner }: ContentStream): string {
  const page = pageRefs.indexOf(ref)
  return page >= 0 ? `page ${page + 1}` : `${owner.has(name('PatternType')) ? 'pattern' : 'form'} ${ref}`
}

export const latin = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

function decoded(stream: PDFObject | undefined): string {
  if (stream instanceof PDFRawStream && isPlainlyPacked(stream)) return inflateSync(stream.getContents()).toString('latin1')
  if (stream instanceof PDFRawStream) return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
  return stream instanceof PDFStream ? Buffer.from(stream.getContents()).toString('latin1') : ''
}

/** True if Node’s own decompression can be used, which takes a tenth of the library’s time. */
function isPlainlyPacked({ dict }: PDFRawStream): boolean {
  return dict.lookup(name('Filter')) === name('FlateDecode') && !dict.has(name('DecodeParms'))
}

function readElement(context: PDFContext, ref: PDFRef, parent: StructureElement | undefined, all: StructureElement[]): StructureElement {
  const dict = context.lookup(ref, PDFDict)
  const kids: StructureElement[] = []
  const contents: { stream: string; mcid: number }[] = []
  const annotations: string[] = []
  const unread: string[] = []
  const element = {
    ref: ref.toString(),
    type: dict.lookupMaybe(name('S'), PDFName)?.decodeText() ?? '',
    dict,
    parent,
    kids,
    contents,
    annotations,
    unread,
  }
  all.push(element)
  const page = dict.get(name('Pg'))
  for (const kid of listOf(context, dict.get(name('K')))) {
    const value = context.lookup(kid)
    if (value instanceof PDFNumber) contents.push({ stream: String(page), mcid: value.asNumber() })
    else if (!(value instanceof PDFDict)) unread.push(String(kid))
    else if (value.has(name('MCID'))) {
      const stream = String(value.get(name('Stm')) ?? value.get(name('Pg')) ?? page)
      contents.push({ stream, mcid: value.lookup(name('MCID'), PDFNumber).asNumber() })
      if (value.lookup(name('Type')) !== name('MCR')) unread.push('content without the type MCR')
    } else if (value.has(name('Obj'))) {
      annotations.push(String(value.get(name('Obj'))))
      if (value.lookup(name('Type')) !== name('OBJR')) unread.push('an annotation without the type OBJR')
    } else if (kid instanceof PDFRef) kids.push(readElement(context, kid, element, all))
    else unread.push('an element that is no object by itself')
  }
  return element
}

function readStream(context: PDFContext, stream: ContentStream, streams: Map<string, ContentStream>): void {
  if (streams.has(stream.ref)) return
  streams.set(stream.ref, stream)
  for (const ref of streamsOf(context, stream.resources)) {
    const object = context.lookup(ref)
    if (!(object instanceof PDFRawStream)) continue
    const resources = object.dict.lookupMaybe(name('Resources'), PDFDict)
    readStream(context, { ref: String(ref), owner: object.dict, text: decoded(object), resources }, streams)
  }
}

/** Streams among resources: forms, cells of tiling patterns, and masks (ISO 32000-1, 8.7.3 and 11.6.5.2). */
function streamsOf(context: PDFContext, resources: PDFDict | undefined): PDFObject[] {
  const dictionaries = (kind: string): [PDFObject, PDFDict][] =>
    (resources?.lookupMaybe(name(kind), PDFDict)?.entries() ?? []).flatMap(([, ref]) => {
      const object = context.lookup(ref)
      const dict = object instanceof PDFRawStream ? object.dict : object
      return dict instanceof PDFDict ? [[ref, dict]] : []
    })
  return [
    ...dictionaries('XObject').flatMap(([ref, dict]) => (dict.lookup(name('Subtype')) === name('Form') ? [ref] : [])),
    ...dictionaries('Pattern').flatMap(([ref, dict]) => (String(dict.lookup(name('PatternType'))) === '1' ? [ref] : [])),
    ...dictionaries('ExtGState').flatMap(([, state]) => {
      const mask = state.lookup(name('SMask'))
      return mask instanceof PDFDict ? (mask.get(name('G')) ?? []) : []
    }),
  ]
}
