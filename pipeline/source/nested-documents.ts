import { join } from 'node:path'
import { walk } from '../files/disk.ts'

/**
 * The documents that lie in a folder within another document’s folder, where nothing reads them.
 * @param documents ids
 * @returns their paths below `content/`
 * @throws Failure for a folder that cannot be read
 */
export function nestedDocuments(root: string, documents: readonly string[]): string[] {
  return documents.flatMap((id) =>
    walk(join(root, 'content', id))
      .files.filter((file) => /[/\\]document\.md$/.test(file))
      .map((file) => `${id}/${file.replaceAll('\\', '/')}`),
  )
}
