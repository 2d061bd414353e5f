import type { Label } from '../edition/interface.ts'
import type { Tag } from '../model/language.ts'
import type { Phrase } from '../model/edition.ts'

/** A phrase without its markup, as a line of the contents shows it. */
export function labelOf({ text, language, fallback }: Phrase, tag: Tag): Label {
  return { text, language, fallback: fallback || language !== tag }
}
