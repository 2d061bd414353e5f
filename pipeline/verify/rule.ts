import { PDFDict, type PDFObject } from '@cantoo/pdf-lib'
import { listOf, name, type Reading, type StructureElement } from './reading.ts'

/** A requirement of a standard and how a PDF is held against it. */
export interface Rule {
  /**
   * The clause, and where veraPDF has tests by number that of the test: of ISO 14289-1 after `ua`, of ISO 19005-2 after
   * `a`. A word where no standard has such a clause, and readers need it all the same.
   */
  readonly id: string
  /** What must be so, as half a sentence. */
  readonly expected: string
  /** What is found to be otherwise, a line each; none where all is well. */
  readonly check: (pdf: Reading) => string[]
}

/** How a finding names an element. */
export const label = ({ type, ref }: StructureElement): string => `${type} (object ${ref.replace(/ \d+ R$/, '')})`

export function ofType({ elements }: Reading, ...types: readonly string[]): StructureElement[] {
  return elements.filter(({ type }) => types.includes(type))
}

/** Whose each attribute is: under another owner it means nothing (ISO 32000-1, 14.8.5). */
const OWNERS = { Scope: 'Table', Headers: 'Table', RowSpan: 'Table', ColSpan: 'Table', ListNumbering: 'List', BBox: 'Layout' } as const

/** An attribute of an element, whichever of its attribute objects holds it. */
export function attribute({ context }: Reading, { dict }: StructureElement, key: keyof typeof OWNERS): PDFObject | undefined {
  for (const each of listOf(context, dict.get(name('A')))) {
    const object = context.lookup(each)
    const isOwn = object instanceof PDFDict && object.lookup(name('O')) === name(OWNERS[key])
    const value = isOwn ? object.lookup(name(key)) : undefined
    if (value) return value
  }
  return undefined
}
