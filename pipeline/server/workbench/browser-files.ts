import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { list, readBytes } from '../../files/disk.ts'

/** What runs in the pages, and how they look. */
const FOLDER = fileURLToPath(new URL('browser', import.meta.url))
const KINDS = /\.(?:js|css)$/

/** A file of the pages, by its name in their folder; nothing where there is none of that name. */
export async function browserFile(name: string): Promise<Uint8Array | undefined> {
  const { files = [] } = (await list(FOLDER)) ?? {}
  return KINDS.test(name) && files.includes(name) ? readBytes(join(FOLDER, name)) : undefined
}
