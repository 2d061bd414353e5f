import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib'
import { deflateSync, inflateSync } from 'node:zlib'
import { expect } from 'vitest'

export const name = PDFName.of

/** A good PDF, open to be spoilt. */
export interface Spoilt {
  readonly pdf: PDFDocument
  readonly catalog: PDFDict
  readonly page: PDFDict
  /** The first element of a type. */
  readonly element: (type: string) => PDFDict
  /** The first object for which something holds. */
  readonly find: (holds: (dict: PDFDict) => boolean) => PDFDict
  /** Rewrites the content of the first page. */
  readonly paint: (change: (text: string) => string) => void
  /** Rewrites a stream. */
  readonly rewrite: (ref: PDFRef, change: (text: string) => string) => void
  /** Rewrites the file after it is saved. */
  readonly reprint: (change: (text: string) => string) => void
}

/** A change that makes a good PDF a bad one. */
export type Spoil = (spoilt: Spoilt) => void

/** For each rule what makes it find something: one way, or several by what of the rule they touch. */
export type Spoils = Readonly<Record<string, Spoil | Readonly<Record<string, Spoil>>>>

/** A good PDF after a change. */
export async function spoil(good: Uint8Array, change: Spoil): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(good, { updateMetadata: false })
  const { context, catalog } = pdf
  const page = pdf.getPages()[0]!.node
  const rewrite = (ref: PDFRef, rewriting: (text: string) => string): void => {
    const stream = context.lookup(ref) as PDFRawStream
    const isPacked = stream.dict.has(name('Filter'))
    const text = (isPacked ? inflateSync(stream.contents) : Buffer.from(stream.contents)).toString('latin1')
    const bytes = Buffer.from(rewriting(text), 'latin1')
    expect(bytes.toString('latin1')).not.toBe(text)
    context.assign(ref, PDFRawStream.of(stream.dict, isPacked ? deflateSync(bytes) : bytes))
  }
  const find = (holds: (dict: PDFDict) => boolean): PDFDict => {
    for (const [, object] of context.enumerateIndirectObjects()) {
      const dict = object instanceof PDFRawStream ? object.dict : object
      if (dict instanceof PDFDict && holds(dict)) return dict
    }
    throw new Error('The good PDF has no such object.')
  }
  const reprints: ((text: string) => string)[] = []
  change({
    pdf,
    catalog,
    page,
    find,
    rewrite,
    element: (type) => find((dict) => dict.get(name('Type')) === name('StructElem') && dict.get(name('S')) === name(type)),
    paint: (rewriting) => rewrite(page.get(name('Contents')) as PDFRef, rewriting),
    reprint: (reprinting) => void reprints.push(reprinting),
  })
  const saved = await pdf.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false })
  const text = Buffer.from(saved).toString('latin1')
  const reprinted = reprints.reduce((before, reprinting) => reprinting(before), text)
  expect(reprints.length === 0 || reprinted !== text).toBe(true)
  return Buffer.from(reprinted, 'latin1')
}

export const set =
  (key: string, value: (spoilt: Spoilt) => unknown, of: (spoilt: Spoilt) => PDFDict) =>
  (spoilt: Spoilt): void =>
    of(spoilt).set(name(key), value(spoilt) as never)
export const inCatalog = (key: string, value: unknown) =>
  set(
    key,
    ({ pdf }) => pdf.context.obj(value as never),
    ({ catalog }) => catalog,
  )
export const retype = (from: string, to: string) =>
  set(
    'S',
    () => name(to),
    ({ element }) => element(from),
  )
export const metadata =
  (from: string | RegExp, to: string) =>
  ({ catalog, rewrite }: Spoilt) =>
    rewrite(catalog.get(name('Metadata')) as PDFRef, (text) => text.replace(from, to))
export const link = ({ find }: Spoilt): PDFDict => find((dict) => dict.get(name('Subtype')) === name('Link'))
export const font = ({ find }: Spoilt): PDFDict => find((dict) => dict.get(name('Subtype')) === name('Type0'))
export const descendant = ({ find }: Spoilt): PDFDict => find((dict) => dict.get(name('Subtype')) === name('CIDFontType2'))
export const descriptor = ({ find }: Spoilt): PDFDict => find((dict) => dict.get(name('Type')) === name('FontDescriptor'))
export const picture = ({ find }: Spoilt): PDFDict => find((dict) => dict.get(name('Subtype')) === name('Image'))
export const resources = ({ page }: Spoilt): PDFDict => page.lookup(name('Resources'), PDFDict)
export const state = ({ page, pdf }: Spoilt): PDFDict => {
  const states = page.lookup(name('Resources'), PDFDict).lookup(name('ExtGState'), PDFDict)
  return pdf.context.lookup(states.entries()[0]![1], PDFDict)
}
export const kids = ({ pdf }: Spoilt, dict: PDFDict): PDFArray => {
  const found = dict.lookup(name('K'))
  if (found instanceof PDFArray) return found
  const list = pdf.context.obj([dict.get(name('K'))!])
  dict.set(name('K'), list)
  return list
}
/** Puts a new empty element into the first of a type, before its other kids or after them. */
export const addTo =
  (type: string, kid: string, where: 'first' | 'last' = 'last') =>
  (spoilt: Spoilt): void => {
    const { context } = spoilt.pdf
    const parent = spoilt.element(type)
    const ref = context.register(context.obj({ Type: 'StructElem', S: kid, P: context.getObjectRef(parent)! }))
    const list = kids(spoilt, parent)
    if (where === 'first') list.insert(0, ref)
    else list.push(ref)
  }
/** Gives the first element of a type one attribute, under the owner whose it is or another, instead of those that it has. */
export const attribute = (type: string, owner: string, key: string, value: unknown): Spoil =>
  set(
    'A',
    ({ pdf }) => pdf.context.obj({ O: owner, [key]: value } as never),
    ({ element }) => element(type),
  )

type Entries = Readonly<Record<string, number>>

/** Draws a form on the first page as the content says, where its name is Drawn unless it is given another. */
export const addForm =
  (form: string, drawing: string, entries: Entries = {}, named = 'Drawn'): Spoil =>
  ({ pdf, page, paint }) => {
    const { context } = pdf
    const forms = page.lookup(name('Resources'), PDFDict).lookupMaybe(name('XObject'), PDFDict) ?? context.obj({})
    page.lookup(name('Resources'), PDFDict).set(name('XObject'), forms)
    const own = context.obj({ XObject: forms })
    const dict = context.obj({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 9, 9], Resources: own, ...entries })
    forms.set(name(named), context.register(PDFRawStream.of(dict, Buffer.from(form))))
    paint((text) => `${text}\n${drawing}`)
  }

/** Draws a form through another one. */
export const addFormInForm =
  (form: string, drawing: string, entries: Entries = {}): Spoil =>
  (spoilt) => {
    addForm(form, '', entries, 'Inner')(spoilt)
    addForm('/Inner Do', drawing)(spoilt)
  }

/** Uses a stream on the first page: as the cell of a pattern, or as a mask. */
export const addCell =
  (content: string, kind: 'Pattern' | 'ExtGState'): Spoil =>
  ({ pdf, page, paint }) => {
    const { context } = pdf
    const own = page.lookup(name('Resources'), PDFDict)
    const all = own.lookupMaybe(name(kind), PDFDict) ?? context.obj({})
    own.set(name(kind), all)
    const entries =
      kind === 'Pattern' ? { PatternType: 1, PaintType: 1, TilingType: 1, XStep: 9, YStep: 9 } : { Type: 'XObject', Subtype: 'Form' }
    const dict = context.obj({ ...entries, BBox: [0, 0, 9, 9], Resources: { Font: own.get(name('Font'))! } })
    const cell = context.register(PDFRawStream.of(dict, Buffer.from(content)))
    all.set(name('Cell'), kind === 'Pattern' ? cell : context.obj({ Type: 'ExtGState', SMask: { S: 'Luminosity', G: cell } }))
    paint((text) => `${text}\n/Artifact BMC ${kind === 'Pattern' ? '/Pattern cs /Cell scn' : '/Cell gs'} 0 0 9 9 re f EMC`)
  }

/** Changes the profile of the output intent. */
export const profile =
  (change: (bytes: Buffer) => void): Spoil =>
  ({ pdf, find }) => {
    const ref = find((dict) => dict.has(name('DestOutputProfile'))).get(name('DestOutputProfile')) as PDFRef
    const { buffer, byteOffset, length } = (pdf.context.lookup(ref) as PDFRawStream).contents
    change(Buffer.from(buffer, byteOffset, length))
  }

/** A profile of red, green and blue, of some kind, that has so many components for the PDF. */
export function iccProfile({ context }: PDFDocument, kind: string, components: number): PDFRef {
  const bytes = Buffer.alloc(132)
  bytes.writeUInt32BE(bytes.length)
  bytes.write(`\u0004   ${kind}RGB XYZ `, 8)
  bytes.write('acsp', 36)
  return context.register(PDFRawStream.of(context.obj({ N: components }), bytes))
}

/** A change of the file itself. */
export const bytesOf =
  (change: (text: string) => string): Spoil =>
  ({ reprint }) =>
    reprint(change)

/** Changes the program of the first face. */
export const program =
  (change: (bytes: Buffer) => Buffer): Spoil =>
  (spoilt) =>
    spoilt.rewrite(descriptor(spoilt).get(name('FontFile2')) as PDFRef, (text) => change(Buffer.from(text, 'latin1')).toString('latin1'))

/** Gives every character of the first face another Unicode value. */
export function unicode(hex: string): Spoil {
  return (spoilt) =>
    spoilt.rewrite(font(spoilt).get(name('ToUnicode')) as PDFRef, (text) =>
      text.replaceAll(
        /(begincodespacerange[^]*?endcodespacerange)|<[0-9A-Fa-f]{4}>(?=\s*\n)/g,
        (found, space?: string) => space ?? (found && `<${hex}>`),
      ),
    )
}
