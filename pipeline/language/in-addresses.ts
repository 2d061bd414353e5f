import { knownTags, packOf } from './registry.ts'
import { languageOf } from './territories.ts'

let known: { readonly tags: string; readonly names: readonly string[] } | undefined

/** What addresses on the web call the languages that have a pack, as parts of an expression: en, en-gb, shqip. */
export function languageNamesInAddresses(): readonly string[] {
  const tags = knownTags().join(' ')
  if (known?.tags !== tags) {
    const names = knownTags().flatMap((tag) => [
      tag.toLowerCase(),
      `${languageOf(tag)}-[a-z]{2}`,
      languageOf(tag),
      ...(packOf(tag).inAddresses?.split(' ') ?? []),
    ])
    known = { tags, names: [...new Set(names)] }
  }
  return known.names
}
