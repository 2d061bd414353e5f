import type { Image, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Place } from '../model.ts'
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
 * The pictures that a tree shows: file names in the document's own folder, each once.
 * @throws Failure for an address elsewhere: a page that is printed reaches no network and no other file
 */
export function pictureNames(tree: Root, file: string): Map<string, Place> {
  const names = new Map<string, Place>()
  visit(tree, 'image', (node: Image) => {
    const place = { file, ...node.position!.start }
    if (mediaType(node.url) === undefined) {
      throw failure({
        rule: 'picture',
        file,
        position: place,
        message: 'A picture must be a file in the document’s own folder.',
        found: shown(node.url),
        expected: `a file name that ends in ${Object.keys(MEDIA_TYPES).join(', ')}`,
        remedy: 'Put the picture beside document.md and write its name alone.',
      })
    }
    names.set(node.url, place)
  })
  return names
}

/** The media type of a picture's file name; nothing for an address, a path or another kind of file. */
export function mediaType(name: string): string | undefined {
  const ending = FILE_NAME.exec(name)?.[1]?.toLowerCase()
  return ending !== undefined && Object.hasOwn(MEDIA_TYPES, ending) ? MEDIA_TYPES[ending] : undefined
}
