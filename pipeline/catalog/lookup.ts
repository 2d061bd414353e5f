import { createInstance, type Resource } from 'i18next'
import { isTag, originOf } from '../language/registry.ts'
import { SOURCE_TAG, type Tag } from '../model/language.ts'
import type { Catalog } from '../model/catalog.ts'

/** A text and its locale. */
export interface Found {
  readonly text: string
  readonly tag: Tag
}

/** Finds a key's text for an edition: its own, that of the script it is derived from, or that of the source. */
export type Lookup = (tag: Tag, namespace: string, key: string) => Found

/** Creates a lookup from i18next, with its namespaces and fallbacks. Texts are not interpolated. */
export async function createLookup(catalogs: readonly Catalog[], source: Tag = SOURCE_TAG): Promise<Lookup> {
  const i18next = createInstance()
  const resources: Resource = {}
  for (const { tag, namespace, entries } of catalogs)
    (resources[tag] ??= {})[namespace] = Object.fromEntries([...entries].map(([key, { text }]) => [key, text]))
  await i18next.init({
    resources,
    ns: [],
    // Otherwise `sr-Cyrl` would fall back to `sr`, which has no script.
    load: 'currentOnly',
    fallbackLng: (tag) => [(isTag(tag) && originOf(tag)) || source, source],
    keySeparator: false,
  })
  const hierarchies = new Map<Tag, readonly Tag[]>()
  const tagsFor = (tag: Tag): readonly Tag[] => {
    const known = hierarchies.get(tag) ?? i18next.services.languageUtils.toResolveHierarchy(tag)
    hierarchies.set(tag, known)
    return known
  }
  return (tag, namespace, key) => {
    for (const each of tagsFor(tag)) {
      const text: unknown = i18next.getResource(each, namespace, key)
      // An empty text counts as missing.
      if (typeof text === 'string' && text !== '') return { text, tag: each }
    }
    throw new Error(`No locale has the text “${key}” of ${namespace}.`)
  }
}
