import type { Tag } from '../model/language.ts'
import { packOf } from './registry.ts'

/**
 * How long a text is in a language beside what it says in another, in characters: the middle of the project’s own texts and of
 * the Universal Declaration of Human Rights (OHCHR), by the documents’ sum of lengths.
 */
export function proportionOf(tag: Tag, source: Tag): number {
  return (packOf(tag).proportion ?? 1) / (packOf(source).proportion ?? 1)
}
