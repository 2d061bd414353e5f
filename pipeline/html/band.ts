import { packOf } from '../language/registry.ts'
import type { Tag } from '../model/language.ts'
import type { Publication } from '../model/publication.ts'

/** Each language’s own word for “language”, where covers have them; a single word would be no band. @param current languages of the edition */
export function bandOf({ look, editions }: Publication, current: readonly Tag[]) {
  const words = editions.flatMap((tag) => {
    const { word } = packOf(tag)
    return word === undefined ? [] : [{ tag, current: current.includes(tag), word }]
  })
  return look.band && words.length > 1 && words
}

/** A language as pages show it among others. */
export function languageView(tag: Tag, current: Tag): { tag: Tag; current: boolean } {
  return { tag, current: tag === current }
}
