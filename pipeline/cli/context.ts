import { resolve } from 'node:path'
import type { Publication } from '../model/publication.ts'

/** Options of every command. */
export interface GlobalOptions {
  readonly root: string
}

/** Opens the publication of a command. Removes files that killed commands left among its texts. */
export async function openPublication({ root }: GlobalOptions): Promise<Publication> {
  const [{ readPublication }, { localeFolders }, { clearAbandoned }] = await Promise.all([
    import('../publication/publication.ts'),
    import('../catalog/store.ts'),
    import('../files/unfinished.ts'),
  ])
  const publication = await readPublication(resolve(root))
  await clearAbandoned(localeFolders(publication))
  return publication
}

/** Splits a list such as `sq,mk`. */
export function commaList(value: string): string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** Exit code of a command: 0 for success, 1 for findings, 2 for a failure. A failure of the whole command is thrown instead. */
export type ExitCode = 0 | 1 | 2
