import { createInstance, type Resource } from 'i18next'
import { originOf } from '../language/registry.ts'
import { SOURCE_TAG, type Tag } from '../model/language.ts'
import type { Catalog } from '../model/catalog.ts'

/** A text and its locale. */
export interface Found {
  readonly text: string
  readonly tag: Tag
}

/** Finds a key's text for an edition: its own, that of the script it is derived from, or that of the source. */
export type Lookup = (tag: Tag, namespace: string, key: string) => Found

/** Creates a lookup from i18next, with its namespaces. Texts are not interpolated. */
export async function createLookup(catalogs: readonly Catalog[], source: Tag = SOURCE_TAG): Promise<Lookup> {
  const i18next = createInstance()
  const resources: Resource = {}
  for (const { tag, namespace, entries } of catalogs)
    (resources[tag] ??= {})[namespace] = Object.fromEntries([...entries].map(([key, { text }]) => [key, text]))
  await i18next.init({
    resources,
    ns: [],
    keySeparator: false,
  })
  return (tag, namespace, key) => {
    // The fallbacks of i18next go by Intl, to which `cnr-Latn` is `sr-Latn-ME`, where no text stands.
    for (const each of [tag, originOf(tag) ?? source, source]) {
      const text: unknown = i18next.getResource(each, namespace, key)
      // An empty text counts as missing.
      if (typeof text === 'string' && text !== '') return { text, tag: each }
    }
    throw new Error(`No locale has the text “${key}” of ${namespace}.`)
  }
}
