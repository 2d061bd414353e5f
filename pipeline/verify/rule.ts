import { PDFDict, type PDFObject } from '@cantoo/pdf-lib'
import { listOf, name, type Reading, type StructureElement } from './reading.ts'

/** A requirement of a standard, and its check. */
export interface Rule {
  /**
   * Clause of ISO 14289-1 after `ua`, or of ISO 19005-2 after `a`, with veraPDF’s test number if there is one. A word for a
   * requirement beyond the standards that readers need.
   */
  readonly id: string
  /** The requirement as half a sentence. */
  readonly expected: string
  /** Returns the violations, a line each. */
  readonly check: (pdf: Reading) => string[]
}

/** Name of an element in findings. */
export const label = ({ type, ref }: StructureElement): string => `${type} (object ${ref.replace(/ \d+ R$/, '')})`

export function ofType({ elements }: Reading, ...types: readonly string[]): StructureElement[] {
  return elements.filter(({ type }) => types.includes(type))
}

/** Owners of attributes. Under another owner an attribute has no meaning (ISO 32000-1, 14.8.5). */
const OWNERS = { Scope: 'Table', Headers: 'Table', RowSpan: 'Table', ColSpan: 'Table', ListNumbering: 'List', BBox: 'Layout' } as const

/** An attribute of an element, from any of its attribute objects. */
export function attribute({ context }: Reading, { dict }: StructureElement, key: keyof typeof OWNERS): PDFObject | undefined {
  for (const each of listOf(context, dict.get(name('A')))) {
    const object = context.lookup(each)
    const isOwn = object instanceof PDFDict && object.lookup(name('O')) === name(OWNERS[key])
    const value = isOwn ? object.lookup(name(key)) : undefined
    if (value) return value
  }
  return undefined
}
