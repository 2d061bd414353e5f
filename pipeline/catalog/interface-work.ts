import type { Catalog, Entry } from '../model/catalog.ts'
import { SOURCE_TAG, type Tag } from '../model/language.ts'
import { isComplete } from './locales.ts'
import type { KeyedText } from './reconcile.ts'

/** The texts that come with a language; none for a language without. */
export type BuiltIn = (tag: Tag) => ReadonlyMap<string, Entry>

/** The interface texts that a page may ask for: the publication’s own over those that come with the languages. */
export interface InterfaceTexts {
  readonly english: Catalog
  readonly translations: readonly Catalog[]
}

/**
 * The interface texts that a publication answers for, by locale: its own English ones, in every locale; those that a locale
 * overrides by itself; and those that its language does not bring along. The others are nobody’s work.
 * @param own the English that the publication has written itself
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
    /** The English that somebody is to answer, or has. */
    english: { ...own, entries },
    /** What a locale is to answer. */
    segmentsOf: (catalog: Catalog): KeyedText[] => {
      const keys = keysOf(catalog)
      return [...entries].flatMap(([key, { text }]) => (keys.has(key) ? [{ key, text }] : []))
    },
    /** What pages ask for, from the translations as they are. Where the English of a text is overridden, what answered the former does not count. */
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
