import type { Tag } from '../model/language.ts'

/**
 * How long a translation is beside its English, in characters: the middle of the project’s own texts and of the
 * Universal Declaration of Human Rights (OHCHR), by the documents’ sum of lengths.
 */
export const PROPORTION: Readonly<Record<Tag, number>> = { en: 1, sq: 1.1, mk: 1.06, 'sr-Cyrl': 0.98, 'sr-Latn': 1 }
