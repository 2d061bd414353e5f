import { PDFDict, PDFName, type PDFDocument, type PDFRef, type PDFContext } from '@cantoo/pdf-lib'
import type { Preparation } from '../preparation.ts'
import type { ContentStream } from './content-stream.ts'
import type { MarkedContent } from './marked-content.ts'
import { readContentStreams } from './content-streams.ts'
import { readTree, type Content, type Element } from './tree.ts'

/** A printed PDF, open to be mended: its objects, its structure as a tree, its pages as what they paint. */
export interface PrintedFile {
  readonly context: PDFContext
  readonly catalog: PDFDict
  readonly information: PDFDict
  readonly pages: readonly PDFRef[]
  readonly structureRoot: PDFDict
  readonly tree: Element
  readonly contentStreams: ReadonlyMap<string, ContentStream>
  readonly preparation: Preparation
  /** The elements whose type the page gave; read with the marks. */
  readonly marked: Set<Element>
  /** Notes by their names on the page, and what calls them; read with the marks. */
  readonly notes: {
    /** Each with the parts in which it goes on on later pages. */
    readonly parts: Map<string, Element[]>
    /** The name of the note that a reference calls. */
    readonly calls: Map<Element, string>
  }
  /** The document's own date. */
  readonly date: Date
}

/** A requirement and what is done so that the file meets it. */
export interface Row {
  /** Of ISO 14289-1 (PDF/UA-1) unless it says otherwise. */
  readonly clause: string
  readonly requires: string
  readonly mend: (file: PrintedFile) => void
}

/** Opens what the browser printed. */
export function openPrinted(document: PDFDocument, preparation: Preparation, date: Date): PrintedFile {
  const { context, catalog } = document
  const pages = document.getPages().map(({ ref }) => ref)
  const structureRoot = catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
  return {
    context,
    catalog,
    information: context.lookup(context.trailerInfo.Info, PDFDict),
    pages,
    structureRoot,
    tree: readTree(context, structureRoot),
    contentStreams: readContentStreams(context, pages),
    preparation,
    marked: new Set(),
    notes: { parts: new Map(), calls: new Map() },
    date,
  }
}

/** The marked-content sequence behind an element's content. */
export function sequenceOf({ contentStreams }: PrintedFile, content: Content): MarkedContent | undefined {
  return contentStreams.get(content.contentStream)?.sequences.get(content.mcid)
}

/** The text that a reader hears of an element: what replaces it, else what it and its kids have painted. */
export function textOf(file: PrintedFile, element: Element): string {
  const replaced = file.context.lookup(element.dict.get(PDFName.of('ActualText')) ?? element.dict.get(PDFName.of('Alt')))
  if (replaced && 'decodeText' in replaced) return (replaced as { decodeText(): string }).decodeText()
  return element.kids
    .map((kid) => (kid.kind === 'element' ? textOf(file, kid) : kid.kind === 'content' ? (sequenceOf(file, kid)?.text ?? '') : ''))
    .join('')
}

/** The words by which a place in the text is found: those of an element, or of the nearest around it that has any. */
export function wordsAround(file: PrintedFile, element: Element | undefined): string {
  for (let at = element; at; at = at.parent) {
    const words = textOf(file, at).replaceAll(/\s+/g, ' ').trim()
    if (words !== '') return words
  }
  return ''
}

/** A number for a new sequence of a content stream. */
export function nextIdentifier({ sequences }: ContentStream): number {
  return Math.max(-1, ...sequences.keys()) + 1
}
