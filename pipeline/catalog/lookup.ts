import { createInstance, type Resource } from 'i18next'
import { isTag, originOf } from '../language/registry.ts'
import { SOURCE_TAG, type Tag } from '../model/language.ts'
import type { Catalog } from '../model/catalog.ts'

/** A text that was found, and the locale that it stands in. */
export interface Found {
  readonly text: string
  readonly tag: Tag
}

/** Finds a key's text for an edition: its own, that of the script it is derived from, or that of the source. */
export type Lookup = (tag: Tag, namespace: string, key: string) => Found

/** Holds catalogs in i18next, with its namespaces and fallbacks. Texts come out as they were written: nothing is put into them. */
export async function createLookup(catalogs: readonly Catalog[], source: Tag = SOURCE_TAG): Promise<Lookup> {
  const i18next = createInstance()
  const resources: Resource = {}
  for (const { tag, namespace, entries } of catalogs)
    (resources[tag] ??= {})[namespace] = Object.fromEntries([...entries].map(([key, { text }]) => [key, text]))
  await i18next.init({
    resources,
    ns: [],
    // Without this, `sr-Cyrl` would also ask for `sr`, which belongs to no script.
    load: 'currentOnly',
    fallbackLng: (tag) => [(isTag(tag) && originOf(tag)) || source, source],
    keySeparator: false,
  })
  const tagsFor = (tag: Tag): readonly Tag[] => i18next.services.languageUtils.toResolveHierarchy(tag)
  return (tag, namespace, key) => {
    for (const each of tagsFor(tag)) {
      const text: unknown = i18next.getResource(each, namespace, key)
      // A text that is empty is not yet there.
      if (typeof text === 'string' && text !== '') return { text, tag: each }
    }
    throw new Error(`No locale has the text “${key}” of ${namespace}.`)
  }
}
