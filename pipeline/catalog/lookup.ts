import { createInstance } from 'i18next'
import { LANGUAGES } from '../language/languages.ts'
import { SOURCE_TAG, type Catalog, type Tag } from '../model.ts'

/** A text that was found, and the locale that it stands in. */
export interface Found {
  readonly text: string
  readonly tag: Tag
}

/** Finds a key's text for an edition: its own, that of the script it is derived from, or English. */
export type Lookup = (tag: Tag, namespace: string, key: string) => Found

/** What i18next gives for a key that no locale has; no text is this one. */
const ABSENT = '\0'

/**
 * Holds catalogs in i18next, with its namespaces and fallbacks. Texts come out as they were written:
 * interpolation and nesting are off, so that `{{x}}` or `$t(x)` in a translation is literal text.
 */
export async function createLookup(catalogs: readonly Catalog[]): Promise<Lookup> {
  const i18next = createInstance()
  const derived = Object.entries(LANGUAGES).flatMap(([tag, { derivedFrom }]) => (derivedFrom ? [[tag, [derivedFrom, SOURCE_TAG]]] : []))
  await i18next.init({
    resources: {},
    ns: [],
    // Without this, `sr-Cyrl` would also ask for `sr`, which belongs to no script.
    load: 'currentOnly',
    fallbackLng: { ...Object.fromEntries(derived), default: [SOURCE_TAG] },
    keySeparator: false,
    nsSeparator: false,
    returnEmptyString: false,
  })
  for (const { tag, namespace, entries } of catalogs) {
    const texts = Object.fromEntries([...entries].map(([key, { text }]) => [key, text]))
    i18next.addResourceBundle(tag, namespace, texts)
  }
  return (tag, namespace, key) => {
    const { res, usedLng } = i18next.t(key, { lng: tag, ns: namespace, defaultValue: ABSENT, skipInterpolation: true, returnDetails: true })
    if (res === ABSENT) throw new Error(`No locale has the text “${key}” of ${namespace}.`)
    return { text: res, tag: usedLng as Tag }
  }
}
