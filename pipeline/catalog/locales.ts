import { originOf } from '../language/registry.ts'
import type { Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'

/** The locales that hold the texts of a publication's editions, its source aside: those written by people, and those that override a derived text. */
export function localesOf({ editions }: Publication, source: Tag): Tag[] {
  const needed = editions.flatMap((tag) => [tag, originOf(tag) ?? tag])
  return [...new Set(needed)].filter((tag) => tag !== source)
}

/** True if a locale’s files list every key. Derived locales list only overrides. */
export function isComplete(tag: Tag): boolean {
  return originOf(tag) === undefined
}
