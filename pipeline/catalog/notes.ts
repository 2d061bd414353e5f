import type { Tag } from '../model/language.ts'
import type { Catalog } from '../model/catalog.ts'
import type { Found } from './lookup.ts'
import { localesBehind } from './states.ts'

/** Prefix of the keys of translators’ notes. A text calls a note by its key: `[^notes.1]`. */
export const NOTE_PREFIX = 'notes.'

/**
 * True if a key in a locale file names a translator’s note: it has the prefix, and the English lacks it. A section called “Notes”
 * has such keys in English.
 */
export function isNote(key: string, english: { has(key: string): boolean }): boolean {
  return key.startsWith(NOTE_PREFIX) && !english.has(key)
}

/** Translators’ notes of an edition: its own, then those of the script it is derived from. */
export function notesFor(tag: Tag, english: { has(key: string): boolean }, translations: readonly Catalog[]): Map<string, Found> {
  const notes = new Map<string, Found>()
  for (const locale of localesBehind(tag)) {
    const entries = translations.find((catalog) => catalog.tag === locale)?.entries ?? new Map<string, { text: string }>()
    for (const [key, { text }] of entries) if (text !== '' && isNote(key, english) && !notes.has(key)) notes.set(key, { text, tag: locale })
  }
  return notes
}
