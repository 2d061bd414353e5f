import type { Image } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Draft, Place } from '../model.ts'
import { failure } from '../problem.ts'
import { shown } from '../identifier.ts'

/** The kinds of picture that browsers and the PDF show, by the ending of the file's name. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
}

const FILE_NAME = /^[\w-]+(?:\.[\w-]+)*\.(\w+)$/

/**
 * The pictures that a document shows, on its cover too: file names in the document's own folder, each once.
 * @throws Failure for an address elsewhere: a page that is printed reaches no network and no other file
 */
export function pictureNames({ tree, front: { cover } }: Pick<Draft, 'tree' | 'front'>, file: string): Map<string, Place> {
  const names = new Map<string, Place>()
  const add = (name: string, place: Place): void => {
    if (mediaType(name) === undefined) {
      throw failure({
        rule: 'picture',
        file,
        position: place,
        message: 'A picture must be a file in the document’s own folder.',
        found: shown(name),
        expected: `a file name that ends in ${Object.keys(MEDIA_TYPES).join(', ')}`,
        remedy: 'Put the picture beside document.md and write its name alone.',
      })
    }
    names.set(name, place)
  }
  if (cover) add(cover.picture, cover.place)
  visit(tree, 'image', (node: Image) => add(node.url, { file, ...node.position!.start }))
  return names
}

/** The media type of a picture's file name; nothing for an address, a path or another kind of file. */
export function mediaType(name: string): string | undefined {
  const ending = FILE_NAME.exec(name)?.[1]?.toLowerCase()
  return ending !== undefined && Object.hasOwn(MEDIA_TYPES, ending) ? MEDIA_TYPES[ending] : undefined
}
