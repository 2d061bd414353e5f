import type { Catalog, Entry } from '../model/catalog.ts'
import { SOURCE_TAG, type Tag } from '../model/language.ts'
import { isComplete } from './locales.ts'
import type { KeyedText } from './reconcile.ts'

/** The texts that come with a language’s pack. Empty if there is none. */
export type BuiltIn = (tag: Tag) => ReadonlyMap<string, Entry>

/** The interface texts that a page can use: the publication’s own, then those of the packs. */
export interface InterfaceTexts {
  readonly english: Catalog
  readonly translations: readonly Catalog[]
}

/**
 * Computes the interface texts that a publication must translate, by locale: its own English texts in every locale, the texts
 * that a locale overrides, and the texts that its language pack lacks.
 * @param own English texts of the publication
 */
export function interfaceWork(own: Catalog, translations: readonly Catalog[], builtIn: BuiltIn) {
  // Where the source’s language lacks a text, English has it.
  const english = new Map([...builtIn(SOURCE_TAG), ...builtIn(own.tag)])
  const written = new Map([...own.entries].filter(([key, { text }]) => text !== '' && english.get(key)?.text !== text))
  const open = (catalog: Catalog, key: string): boolean =>
    !written.has(key) && (catalog.entries.get(key)?.text ? true : isComplete(catalog.tag) && !builtIn(catalog.tag).has(key))
  const keysOf = (catalog: Catalog): Set<string> => new Set([...written.keys(), ...[...english.keys()].filter((key) => open(catalog, key))])
  const needed = new Set(translations.flatMap((catalog) => [...keysOf(catalog)]))
  const entries = new Map([...written, ...[...english].filter(([key]) => needed.has(key) && !written.has(key))])
  return {
    /** English texts that some locale translates. */
    english: { ...own, entries },
    /** Texts that a locale translates. */
    segmentsOf: (catalog: Catalog): KeyedText[] => {
      const keys = keysOf(catalog)
      return [...entries].flatMap(([key, { text }]) => (keys.has(key) ? [{ key, text }] : []))
    },
    /**
     * Texts for pages, from the present translations. If the publication overrides an English text, the pack’s translations
     * of it do not count.
     */
    textsOver: (present: readonly Catalog[]): InterfaceTexts => ({
      english: { ...own, entries: new Map([...english, ...written]) },
      translations: present.map((catalog) => {
        const brought = [...builtIn(catalog.tag)].filter(([key]) => !written.has(key))
        const set = [...catalog.entries].filter(([, { text }]) => text !== '')
        return { ...catalog, entries: new Map([...brought, ...set]) }
      }),
    }),
  }
}
