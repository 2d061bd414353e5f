import { join } from 'node:path'
import { readBytes } from '../disk.ts'
import type { Picture, Place } from '../model.ts'
import { Failure, failure, type Problem } from '../problem.ts'
import { locate, type Beside } from './beside.ts'
import { isOfType, isWhole } from './picture-file.ts'
import { SVG, foreignFormat, mediaType, misplacedPicture } from './pictures.ts'

/**
 * Reads the pictures of a document.
 * @param addresses as the Markdown has them, each with its place
 * @returns the pictures by their addresses; one that several addresses name is read once
 * @throws Failure that names each that is no picture beside the document: a page that is printed reaches no network and no other file
 */
export async function readPictures(
  root: string,
  id: string,
  addresses: ReadonlyMap<string, Place>,
  beside: Beside,
): Promise<ReadonlyMap<string, Picture>> {
  const folder = `content/${id}`
  const problems: Problem[] = []
  const names = new Map<string, string>()
  for (const [address, place] of addresses) {
    const file = locate(id, address, beside)
    if (file.kind === 'nowhere') problems.push(misplacedPicture(address, file, place, folder))
    else if (mediaType(file.name) === undefined) problems.push(foreignFormat(file.name, place))
    else names.set(address, file.name)
  }
  if (problems.length > 0) throw new Failure(...problems)
  const read = new Map<string, Promise<Picture>>()
  return new Map(
    await Promise.all(
      [...names].map(async ([address, name]): Promise<[string, Picture]> => {
        if (!read.has(name)) read.set(name, readPicture(join(root, folder, beside.files.get(name)!), name, addresses.get(address)!, folder))
        return [address, await read.get(name)!]
      }),
    ),
  )
}

async function readPicture(path: string, name: string, place: Place, folder: string): Promise<Picture> {
  const bytes = (await readBytes(path))!
  const type = mediaType(name)!
  // What reads XML is loaded where there is any.
  if (type === SVG) return { name, mediaType: type, bytes: (await import('./svg.ts')).sanitizedSvg(bytes, `${folder}/${name}`) }
  if (!isOfType(bytes, type)) {
    throw failure({
      rule: 'picture',
      file: place.file,
      position: place,
      message: 'The picture’s file is not of the kind that its name says.',
      found: name,
      expected: `a file that begins as ${type} does`,
      remedy: 'Save the picture anew in this format, or give its name the ending of the format that it has.',
    })
  }
  if (!isWhole(bytes, type)) {
    throw failure({
      rule: 'picture',
      file: place.file,
      position: place,
      message: 'The picture’s file is damaged: it was cut short, or changed on its way.',
      found: `${folder}/${name}, ${bytes.length} bytes`,
      expected: `a whole file, as ${type} is written`,
      remedy: 'Fetch the file again from where it came, or save the picture anew.',
    })
  }
  return { name, mediaType: type, bytes }
}
