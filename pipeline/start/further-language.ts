import { knownTags } from '../language/registry.ts'
import type { Tag } from '../model/language.ts'

/** A language that a publication may get next, for a message: the first by the alphabet that it has not. */
export function furtherLanguage(editions: readonly Tag[]): Tag {
  const all = knownTags()
  return all.find((tag) => !editions.includes(tag)) ?? all[0]!
}
