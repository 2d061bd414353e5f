import { join } from 'node:path'
import { readBytes, readText } from '../disk.ts'
import type { Draft, Picture, Publication } from '../model.ts'
import { refuseMergeMarks } from '../merge-marks.ts'
import { failure } from '../problem.ts'
import { parseDocument } from './document.ts'
import { refuseLinks } from './links.ts'
import { isOfType, isWhole } from './picture-file.ts'
import { mediaType, pictureNames } from './pictures.ts'

/**
 * Reads one document's folder.
 * @throws Failure where `document.md` or a picture is missing, or a file is malformed
 */
export async function readDocument({ root }: Publication, id: string): Promise<Draft> {
  const folder = `content/${id}`
  const [document, programme] = await Promise.all(
    [`${folder}/document.md`, `${folder}/programme.yaml`].map(async (file) => {
      const text = await readText(join(root, file))
      return text === undefined ? undefined : { file, text }
    }),
  )
  if (!document) {
    throw failure({
      rule: 'no-document',
      file: `${folder}/document.md`,
      message: 'This folder of content/ has no document.md.',
      remedy: 'Add the document, or remove the folder.',
    })
  }
  refuseMergeMarks(document.text, document.file, 'Keep the right version of the text, and remove the lines with the marks.')
  const draft = parseDocument({ id, document, programme })
  refuseLinks(draft.tree, document.file)
  const names = pictureNames(draft, document.file)
  const pictures = await Promise.all(
    [...names].map(async ([name, place]): Promise<Picture> => {
      const bytes = await readBytes(join(root, folder, name))
      const type = mediaType(name)!
      if (bytes && isOfType(bytes, type)) {
        if (isWhole(bytes, type)) return { name, mediaType: type, bytes }
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
      if (bytes) {
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
      throw failure({
        rule: 'picture',
        file: place.file,
        position: place,
        message: 'The picture is not there.',
        found: name,
        expected: `a file ${folder}/${name}`,
        remedy: 'Add the file, or correct the name.',
      })
    }),
  )
  return { ...draft, pictures }
}
