import { kindOfFile } from './file-kinds.ts'
import { join } from 'node:path'
import { readBytes } from '../files/disk.ts'
import type { Tag } from '../model/language.ts'
import type { ParsedDocument, Picture, Place } from '../model/document.ts'
import { Failure, problem, type Problem } from '../problem.ts'
import { locateNamed, type Beside } from './beside.ts'
import { pictureNameIn } from './local-pictures.ts'
import { isDrawn, isOfType, isWhole } from './picture-file.ts'
import { SVG, mediaType, misplacedPicture, placePictures, type PictureAt } from './pictures.ts'

/**
 * Reads the pictures of a document. Only files beside it are read, so that printing needs neither the network nor other files.
 * @param tags languages whose own pictures are looked for
 * @returns the pictures, and the problems of the others; a file with several addresses is read once
 */
export async function readPictures(
  root: string,
  { id, language }: Pick<ParsedDocument, 'id' | 'language'>,
  shown: readonly PictureAt[],
  beside: Beside,
  tags: readonly Tag[],
): Promise<Pick<ParsedDocument, 'pictures' | 'localPictures' | 'missing'>> {
  const folder = `content/${id}`
  const { names, missing } = placePictures({ id, language }, shown, beside)
  const read = new Map<string, Promise<Picture | readonly Problem[]>>()
  const places = new Map(shown.toReversed().map(({ url, place }) => [url, place]))
  const tell = (each: Problem): Problem => Object.assign(each, { edition: language, document: id })
  const readAll = async (named: ReadonlyMap<string, string>): Promise<Map<string, Picture>> => {
    const pictures = new Map<string, Picture>()
    await Promise.all(
      [...named].map(async ([url, name]) => {
        const isFirst = !read.has(name)
        if (isFirst) read.set(name, readPicture(join(root, folder, beside.files.get(name)!), name, places.get(url)!, folder))
        const picture = await read.get(name)!
        if ('bytes' in picture) pictures.set(url, picture)
        else missing.set(named === names ? url : name, isFirst ? picture.map(tell) : [])
      }),
    )
    return pictures
  }
  const localNames = (tag: Tag): ReadonlyMap<string, string> =>
    new Map(
      [...names].flatMap(([url, name]) => {
        const local = pictureNameIn(name, tag)
        const located = locateNamed(local, beside)
        if (located.kind === 'file') return [[url, local] as const]
        if (located.fault !== 'missing') missing.set(local, [tell(misplacedPicture(local, located, places.get(url)!, folder))])
        return []
      }),
    )
  const [pictures, ...local] = await Promise.all([names, ...tags.map(localNames)].map(readAll))
  const localPictures = new Map(local.flatMap((all, at) => (all.size > 0 ? [[tags[at]!, all] as const] : [])))
  return { pictures: pictures!, localPictures, missing }
}

/** Reads a picture’s file, or returns its problems. */
export async function readPicture(path: string, name: string, place: Place, folder: string): Promise<Picture | readonly Problem[]> {
  const bytes = (await readBytes(path))!
  const type = mediaType(name)!
  if (type === SVG) {
    // The XML modules are loaded only if needed.
    const { sanitizedSvg } = await import('./svg.ts')
    try {
      return { name, mediaType: type, bytes: sanitizedSvg(bytes, `${folder}/${name}`) }
    } catch (error) {
      if (error instanceof Failure) return error.problems
      throw error
    }
  }
  const about = { rule: 'picture', file: place.file, position: place }
  if (!isOfType(bytes, type)) {
    const kind = kindOfFile(bytes)
    return [
      problem({
        ...about,
        message: `The picture’s file is not of the kind that its name says${kind ? `: it is ${kind.name}` : ''}.`,
        found: name,
        expected: kind?.ending ? name.replace(/[^.]*$/, kind.ending) : `a file that begins as ${type} does`,
        remedy: kind?.remedy ?? 'Save the picture anew in this format, or give its name the ending of the format that it has.',
      }),
    ]
  }
  if (!isWhole(bytes, type)) {
    return [
      problem({
        ...about,
        message: 'The picture’s file is damaged: it was cut short, or changed on its way.',
        found: `${folder}/${name}, ${bytes.length} bytes`,
        expected: `a whole file, as ${type} is written`,
        remedy: 'Fetch the file again from where it came, or save the picture anew.',
      }),
    ]
  }
  if (!isDrawn(bytes, type)) {
    return [
      problem({
        ...about,
        message: 'The file holds no picture that browsers can read.',
        found: `${folder}/${name}`,
        expected: `a picture of the usual kind of ${type}, with a height and a width`,
        remedy: 'Open the picture in a program for pictures, and save it anew as PNG or JPEG.',
      }),
    ]
  }
  return { name, mediaType: type, bytes }
}
