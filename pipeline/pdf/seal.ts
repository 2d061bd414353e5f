import { join } from 'node:path'
import { digestFile, readText, walk } from '../files/disk.ts'
import { stampOf } from '../files/sighting.ts'
import { writeIfChanged } from '../files/write.ts'

/** What was unpacked: written last, so that a folder without it is incomplete. */
const SEAL = 'unpacked.json'

/** A file as it was unpacked: its SHA-256, and the stamp by which the system tells that nobody has touched it since. */
interface Sealed {
  readonly sha256: string
  readonly stamp: string
}

/** Path in the folder → file. */
type Seal = Readonly<Record<string, Sealed>>

/** Notes what the files of a folder are, so that damage is found later. */
export async function sealFolder(folder: string): Promise<void> {
  const { files } = walk(folder)
  const sealed = await Promise.all(
    files.filter((name) => name !== SEAL).map(async (name) => [name, await sealFile(join(folder, name))] as const),
  )
  await writeIfChanged(join(folder, SEAL), `${JSON.stringify(Object.fromEntries(sealed), null, 1)}\n`)
}

/**
 * Whether the files of a folder are those that were sealed. A file whose stamp is the same is taken to be the same: the
 * system changes it with every byte, and the digest of a browser takes as long as a page to print.
 * @param careful whether the digests are compared all the same: a disk may lose what nobody wrote
 */
export async function isIntact(folder: string, careful: boolean): Promise<boolean> {
  const seal = await readSeal(folder)
  if (!seal) return false
  const files = await Promise.all(
    Object.entries(seal).map(async ([name, { sha256, stamp }]) => {
      const path = join(folder, name)
      const present = await stampOf(path)
      if (present === undefined || rightsIn(present) !== rightsIn(stamp)) return 'damaged'
      if (present === stamp && !careful) return 'same'
      return (await digestFile(path)) === sha256 ? 'moved' : 'damaged'
    }),
  )
  if (files.includes('damaged')) return false
  // A folder that was copied or restored has new stamps: the next command need not read it again.
  if (files.includes('moved')) await sealFolder(folder).catch(() => undefined)
  return true
}

async function readSeal(folder: string): Promise<Seal | undefined> {
  try {
    const seal = JSON.parse((await readText(join(folder, SEAL))) ?? '') as Seal
    return Object.keys(seal).length > 0 &&
      Object.values(seal).every(({ sha256, stamp }) => typeof sha256 === 'string' && typeof stamp === 'string')
      ? seal
      : undefined
  } catch {
    return undefined
  }
}

async function sealFile(path: string): Promise<Sealed> {
  return { sha256: await digestFile(path), stamp: (await stampOf(path))! }
}

/** A stamp begins with the rights: a program that may not be run any more is none. */
function rightsIn(stamp: string): string {
  return stamp.split(' ', 1)[0]!
}
