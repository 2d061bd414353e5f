import { join } from 'node:path'
import type { Picture } from '../model/document.ts'
import type { Publication } from '../model/publication.ts'
import { Failure } from '../problem.ts'
import { PUBLICATION_FILE } from '../publication/publication.ts'
import { listBeside, locate } from './beside.ts'
import { mediaType, notShown } from './pictures.ts'
import { readPicture } from './read-pictures.ts'

/**
 * Reads the publisher’s logo. Absent if a publication has none.
 * @throws Failure if it is not a picture beside `publication.yaml`
 */
export async function readLogo({ root, look: { logo } }: Publication): Promise<Picture | undefined> {
  if (!logo) return undefined
  const beside = await listBeside(root, '')
  const located = locate('', logo.file, beside)
  const place = { file: PUBLICATION_FILE, ...logo.position }
  if (located.kind !== 'file' || mediaType(located.name) === undefined) throw new Failure(notShown(logo.file, located, place, 'content'))
  const picture = await readPicture(join(root, 'content', beside.files.get(located.name)!), located.name, place, 'content')
  if ('bytes' in picture) return picture
  throw new Failure(...picture)
}
