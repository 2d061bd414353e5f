import { originOf } from '../language/registry.ts'
import type { Tag } from '../model/language.ts'
import type { ParsedDocument, Picture } from '../model/document.ts'

/** The name of the picture that stands in the place of another in one language: `map.png` → `map.mk.png`. */
export function pictureNameIn(name: string, tag: Tag): string {
  const dot = name.lastIndexOf('.')
  return `${name.slice(0, dot)}.${tag}${name.slice(dot)}`
}

/**
 * The pictures of an edition by address: those of its language, else those of the language that it is derived from, else the
 * document’s.
 */
export function picturesFor(
  { pictures, localPictures }: Pick<ParsedDocument, 'pictures' | 'localPictures'>,
  tag: Tag,
): ReadonlyMap<string, Picture> {
  const origin = originOf(tag)
  const local = [...(origin === undefined ? [] : (localPictures.get(origin) ?? [])), ...(localPictures.get(tag) ?? [])]
  return new Map([...pictures, ...local.map(([url, picture]) => [url, { ...picture, edition: tag }] as const)])
}
