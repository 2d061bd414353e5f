import { join } from 'node:path'
import { list, readBytes, realPath, walk } from '../files/disk.ts'
import { BUILT_IN_TEMPLATES } from './overlay.ts'

/** Where the documents lie that show what a publication may hold: each a tree of files as they stand below a root. */
const EXAMPLES = join(BUILT_IN_TEMPLATES, 'examples')

/** The names of the examples, sorted; each is the id of its document. */
export async function exampleNames(): Promise<readonly string[]> {
  return (await list(await realPath(EXAMPLES)))?.folders ?? []
}

/**
 * The files of an example: the document, what lies beside it, and its translations.
 * @param name one of the names
 * @param tags the languages whose translations are wanted
 * @returns path relative to a root → content
 */
export async function readExample(name: string, tags: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const folder = join(await realPath(EXAMPLES), name)
  const { files } = await walk(folder)
  const wanted = files.filter((path) => path.startsWith('content/') || tags.some((tag) => path.startsWith(`locales/${tag}/`)))
  return new Map(await Promise.all(wanted.map(async (path) => [path, (await readBytes(join(folder, path)))!] as const)))
}
