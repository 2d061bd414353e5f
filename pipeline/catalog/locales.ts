import { originOf } from '../language/registry.ts'
import { SOURCE_TAG, type Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'

/** The locales that hold the texts of a publication's editions, English aside: those written by people, and those that override a derived text. */
export function localesOf({ editions }: Publication): Tag[] {
  const needed = editions.flatMap((tag) => [tag, originOf(tag) ?? tag])
  return [...new Set(needed)].filter((tag) => tag !== SOURCE_TAG)
}

/** Whether a locale's files list every key: a derived one holds overrides alone. */
export function isComplete(tag: Tag): boolean {
  return originOf(tag) === undefined
}
