import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCache } from '../files/cache.js'
import { list, makeFolders, removeFolder } from '../files/disk.ts'
import { hasRoom, makeFolderFor } from '../files/programs.ts'
import { isAlive } from '../files/unfinished.ts'

/** Where a browser keeps what it must write while it runs. */
export interface Profile {
  /** Nothing where no folder can be made: then the browser’s driver makes one of its own. */
  readonly folder: string | undefined
  /** What tells the browser where its temporary files go, where that is not the usual place. */
  readonly environment: Readonly<Record<string, string>>
  remove(): Promise<void>
}

/**
 * A folder for one browser. Its name tells the process that it serves: what builds that were killed have left is removed
 * by the next one.
 */
export async function makeProfile(): Promise<Profile> {
  const cache = openCache().folder
  if (cache === undefined) return { folder: undefined, environment: {}, remove: async () => undefined }
  const profiles = join(cache, 'profiles')
  const abandoned = ((await list(profiles).catch(() => undefined))?.folders ?? []).filter(
    (name) => OWN_NAME.test(name) && !isAlive(Number.parseInt(name, 10)),
  )
  await Promise.all(abandoned.map((name) => removeFolder(join(profiles, name)).catch(() => undefined)))
  const folder = await makeFolders(profiles, 0o700)
    .then(() => makeFolderFor(join(profiles, `${process.pid}-`)))
    .catch(() => undefined)
  const environment = folder === undefined || (await hasRoom(tmpdir(), ROOM)) ? {} : { TMPDIR: folder }
  return { folder, environment, remove: async () => void (folder !== undefined && (await removeFolder(folder))) }
}

/** What a browser writes as it starts, and more, in bytes: without room for it, it ends, and says nothing of that. */
const ROOM = 1 << 20

/** The number of a process, and six letters or digits that make the name new (mkdtemp(3)). */
const OWN_NAME = /^\d+-[A-Za-z0-9]{6}$/
