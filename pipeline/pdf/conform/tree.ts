import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFString,
  type PDFContext,
  type PDFObject,
  type PDFRef,
} from '@cantoo/pdf-lib'

/** A structure element (ISO 32000-1, 14.7.2), freed of its references. */
export interface Element {
  readonly kind: 'element'
  type: string
  parent: Element | undefined
  kids: Kid[]
  readonly dict: PDFDict
  readonly ref: PDFRef
}

/** What an element painted: a sequence of a page's stream or of a form's. */
export interface Content {
  readonly kind: 'content'
  /** The content stream's key. */
  readonly contentStream: string
  readonly mcid: number
  readonly page: PDFRef
  /** The form whose stream holds it, where that is not the page's. */
  readonly form?: PDFRef
}

/** An annotation that belongs to an element. */
export interface Annotated {
  readonly kind: 'annotation'
  readonly ref: PDFRef
  readonly page: PDFRef
}

export type Kid = Element | Content | Annotated

const name = PDFName.of

/** Reads the tree below the structure root. */
export function readTree(context: PDFContext, root: PDFDict): Element {
  const readElement = (ref: PDFRef, parent: Element | undefined): Element => {
    const dict = context.lookup(ref, PDFDict)
    const element: Element = { kind: 'element', type: dict.lookup(name('S'), PDFName).decodeText(), parent, kids: [], dict, ref }
    const page = dict.get(name('Pg')) as PDFRef
    element.kids = listOf(context, dict.get(name('K'))).map((kid) => readKid(kid, page, element))
    return element
  }
  const readKid = (kid: PDFObject, page: PDFRef, parent: Element): Kid => {
    const value = context.lookup(kid)
    if (value instanceof PDFNumber) return { kind: 'content', contentStream: page.toString(), mcid: value.asNumber(), page }
    const dict = value as PDFDict
    const own = (dict.get(name('Pg')) as PDFRef | undefined) ?? page
    const type = dict.lookup(name('Type'))
    if (type === name('OBJR')) return { kind: 'annotation', ref: dict.get(name('Obj')) as PDFRef, page: own }
    if (type !== name('MCR')) return readElement(kid as PDFRef, parent)
    const form = dict.get(name('Stm')) as PDFRef | undefined
    const mcid = dict.lookup(name('MCID'), PDFNumber).asNumber()
    return { kind: 'content', contentStream: (form ?? own).toString(), mcid, page: own, ...(form && { form }) }
  }
  return readElement(listOf(context, root.get(name('K')))[0] as PDFRef, undefined)
}

function listOf(context: PDFContext, value: PDFObject | undefined): PDFObject[] {
  const list = context.lookup(value)
  return list instanceof PDFArray ? list.asArray() : value === undefined ? [] : [value]
}

/** Every element of some types below one and itself, of all types where none is named, parents first; kids may be changed on the way. */
export function elementsOf(root: Element, ...types: readonly string[]): Element[] {
  const found: Element[] = []
  const visit = (element: Element): void => {
    if (types.length === 0 || types.includes(element.type)) found.push(element)
    for (const kid of element.kids) if (kid.kind === 'element') visit(kid)
  }
  visit(root)
  return found
}

/** A new element without kids. */
function newElement(context: PDFContext, type: string): Element {
  const dict = context.obj({ Type: 'StructElem' })
  return { kind: 'element', type, parent: undefined, kids: [], dict, ref: context.register(dict) }
}

/** Gives an element its kids, which are then its own. */
export function adopt(element: Element, kids: Kid[]): void {
  element.kids = kids
  for (const kid of kids) if (kid.kind === 'element') kid.parent = element
}

/** Puts a new element of a type around kids, which stand somewhere else then no longer. */
export function around(context: PDFContext, type: string, kids: Kid[]): Element {
  const element = newElement(context, type)
  adopt(element, kids)
  return element
}

/** The nearest element of a type, from an element upwards. */
export function closest(element: Element | undefined, ...types: readonly string[]): Element | undefined {
  for (let at = element; at; at = at.parent) if (types.includes(at.type)) return at
  return undefined
}

/** A text entry of an element, such as its alternative text. */
export function textEntry({ dict }: Element, key: string): string | undefined {
  const value = dict.lookup(name(key))
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined
}

export function setTextEntry({ dict }: Element, key: string, text: string): void {
  dict.set(name(key), PDFHexString.fromText(text))
}
