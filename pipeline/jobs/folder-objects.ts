import { dirname, join, resolve } from 'node:path'
import { createFile, removeFile } from '../files/create.ts'
import { makeFolders, makeFoldersLike, readBytes, realPath } from '../files/disk.ts'
import { refused } from '../files/file-errors.ts'
import { pathOf, type Objects } from './objects.ts'

/**
 * Opens a folder that machines share, such as one on NFS. Nothing is asked but single files by name: listings may come late.
 * @throws Failure where it cannot be made
 */
export async function openFolderObjects(folder: string): Promise<Objects> {
  const place = await realPath(resolve(folder))
  await makeFolders(place).catch((error: unknown) => {
    throw refused(place, 'written', error)
  })
  return {
    place,
    read: (kind, digest) => readBytes(join(place, pathOf(kind, digest))),
    create: async (kind, digest, bytes) => {
      const path = join(place, pathOf(kind, digest))
      // Builds and workers may run as different users.
      await makeFoldersLike(place, dirname(path))
      return createFile(path, bytes)
    },
    remove: (kind, digest) => removeFile(join(place, pathOf(kind, digest))),
    close: () => undefined,
  }
}
