import { resolve } from 'node:path'
import type { Publication } from '../model/publication.ts'

/** What every command takes. */
export interface GlobalOptions {
  readonly root: string
}

/** The publication that a command works on. What commands that were killed have left among its texts is cleared away. */
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

/** What a command ends with: 0 fine, 1 findings, 2 a failure, which is otherwise thrown. */
export type ExitCode = 0 | 1 | 2
