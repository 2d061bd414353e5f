import type { Tag } from '../model/language.ts'
import type { Catalog } from '../model/catalog.ts'
import type { Found } from './lookup.ts'
import { localesBehind } from './states.ts'

/** What begins the key of a note that a translator adds; a text calls it by its key: `[^notes.1]`. */
export const NOTE_PREFIX = 'notes.'

/**
 * Whether a key of a document's locale file names a translator's note: it is under `notes.`, and the English has no such
 * key, as it would have for a section called “Notes”.
 */
export function isNote(key: string, english: { has(key: string): boolean }): boolean {
  return key.startsWith(NOTE_PREFIX) && !english.has(key)
}

/** The translators' notes of an edition: its own, then those of the script that it is derived from. */
export function notesFor(tag: Tag, english: { has(key: string): boolean }, translations: readonly Catalog[]): Map<string, Found> {
  const notes = new Map<string, Found>()
  for (const locale of localesBehind(tag)) {
    const entries = translations.find((catalog) => catalog.tag === locale)?.entries ?? new Map<string, { text: string }>()
    for (const [key, { text }] of entries) if (text !== '' && isNote(key, english) && !notes.has(key)) notes.set(key, { text, tag: locale })
  }
  return notes
}
