import type { TermForms } from '../catalog/glossary.ts'
import { digestOf } from '../catalog/ledger.ts'

/** The forms in the source’s own language: the term’s name, what else the glossary accepts there, and what it forbids. */
export function namedBy(term: string, own: TermForms | undefined): TermForms {
  return {
    accepted: [term, ...(own?.accepted ?? []).filter((form) => form !== term)],
    stems: own?.stems ?? [],
    forbidden: own?.forbidden ?? [],
  }
}

/** The same forms, whatever the order of those that are not preferred. */
export function isAlike(one: TermForms, other: TermForms): boolean {
  return digestOfForms(one) === digestOfForms(other)
}

/** The digest of a term’s forms. Forms are alike if it is the same. */
export function digestOfForms({ accepted: [preferred, ...others], stems, forbidden }: TermForms): string {
  const lists = [others, stems, forbidden].map((list) => [...new Set(list)].sort())
  return digestOf(JSON.stringify([preferred, ...lists]))
}

/** Forms as people read them. */
export function formsText({ accepted, forbidden }: Pick<TermForms, 'accepted' | 'forbidden'>): string {
  return accepted.join(', ') + (forbidden.length > 0 ? ` (not: ${forbidden.join(', ')})` : '')
}
