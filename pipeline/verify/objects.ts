import { PDFArray, PDFDict, PDFName, PDFRawStream, PDFRef, type PDFObject } from '@cantoo/pdf-lib'
import type { Reading } from './reading.ts'

/** A PDF object, and the number of the indirect object that contains it. */
export interface Held<T extends PDFObject = PDFObject> {
  readonly object: T
  readonly number: number
}

const known = new WeakMap<Reading, readonly Held[]>()

/** All objects of the file, at any depth. */
export function objectsIn(pdf: Reading): readonly Held[] {
  const read = known.get(pdf)
  if (read) return read
  const found: Held[] = []
  const visit = (object: PDFObject, number: number): void => {
    found.push({ object, number })
    if (object instanceof PDFArray) for (const each of object.asArray()) visit(each, number)
    else if (object instanceof PDFRawStream) visit(object.dict, number)
    else if (object instanceof PDFDict)
      for (const [key, value] of object.entries()) {
        found.push({ object: key, number })
        visit(value, number)
      }
  }
  for (const [ref, object] of pdf.context.enumerateIndirectObjects()) visit(object, ref.objectNumber)
  known.set(pdf, found)
  return found
}

/** All dictionaries, including those of streams. */
export function dictionariesIn(pdf: Reading): Held<PDFDict>[] {
  return objectsIn(pdf).filter((held): held is Held<PDFDict> => held.object instanceof PDFDict)
}

/** True for object streams and cross-reference streams. */
function holdsOthers(object: PDFObject): boolean {
  return object instanceof PDFRawStream && ['/ObjStm', '/XRef'].includes(String(object.dict.get(PDFName.of('Type'))))
}

/** Numbers of objects that cannot be reached from the document’s root or information dictionary. */
export function unreachableIn(pdf: Reading): number[] {
  const leads = new Map<number, number[]>()
  for (const { object, number } of objectsIn(pdf))
    if (object instanceof PDFRef) (leads.get(number) ?? leads.set(number, []).get(number)!).push(object.objectNumber)
  const { Root, Info } = pdf.context.trailerInfo
  const waiting = [Root, Info].flatMap((object) => (object instanceof PDFRef ? object.objectNumber : []))
  const reached = new Set<number>()
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    if (reached.has(number)) continue
    reached.add(number)
    waiting.push(...(leads.get(number) ?? []))
  }
  return pdf.context
    .enumerateIndirectObjects()
    .flatMap(([ref, object]) => (reached.has(ref.objectNumber) || holdsOthers(object) ? [] : ref.objectNumber))
}
