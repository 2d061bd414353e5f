import { join } from 'node:path'
import type { Interface } from '../edition/interface.ts'
import { digestNow, readBytes } from '../files/disk.ts'
import { PAGE_NAME } from '../html/file-names.ts'
import type { Theme } from '../html/theme.ts'
import { citedAsVersion } from '../html/version-citation.ts'
import { asFormer, versionLead } from '../html/version-note.ts'
import type { Artifact } from '../model/edition.ts'
import type { PublishedFile } from '../model/outcome.ts'
import type { Output } from '../publish/output.ts'
import { filesIn, type Version } from './versions.ts'

/** Files of former versions: new ones, and those that stand. */
export interface VersionFiles {
  readonly artifacts: readonly Artifact[]
  readonly standing: readonly PublishedFile[]
}

/** Gives the files of an edition’s former versions. Of one that is replaced they are read, and its page says what it is, and is cited by its own address. */
export async function versionFiles(
  versions: readonly Version[],
  { folder: output, published }: Output,
  words: Interface,
  theme: Theme,
): Promise<VersionFiles> {
  const copies = versions
    .filter(({ isNew }) => isNew)
    .flatMap(({ of, folder, day }) =>
      filesIn(of, published).map((path) => ({ from: path, path: folder + path.slice(of.length), folder, day, of })),
    )
  const copied = copies.map(async ({ from, path, folder, day, of }): Promise<Artifact> => {
    const bytes = (await readBytes(join(output, from)))!
    if (from !== `${of}/${PAGE_NAME}`) return { path, bytes }
    const lead = versionLead(of, (page) => page === from)
    const page = citedAsVersion(new TextDecoder().decode(bytes), folder)
    return { path, bytes: new TextEncoder().encode(asFormer(page, day, lead, words, theme)) }
  })
  const standing = versions.filter(({ isNew }) => !isNew).flatMap(({ folder }) => filesIn(folder, published))
  // One that was changed since cannot be made again: it stays, and does not verify.
  const isThere = ({ path }: PublishedFile): boolean => digestNow(join(output, path)) !== undefined
  return {
    artifacts: await Promise.all(copied),
    standing: standing.map((path) => ({ path, ...published.get(path)! })).filter(isThere),
  }
}
