import { createHash } from 'node:crypto'
import { digestNow, lookAt, namesBelow } from './disk.ts'

/** A file as it was read. An unchanged stamp means that the file is untouched since. */
export interface Seen {
  readonly stamp: string
  readonly sha256: string
}

/** Files seen by another run, by path. */
export type Known = Readonly<Record<string, Seen>>

/** A memory of files by absolute path, so that untouched files need not be read again. */
export interface Inputs {
  /** Begins a look at the files. It gives the same answer for a file each time. */
  look(): Look
  /** Adds files seen by another run. */
  learn(known: Known): void
}

/** The state of the files at one moment. */
export interface Look {
  /** Digest of files and folders, including the contents of folders and the absence of files. */
  digest(paths: readonly string[]): string
  /** The remembered files among those that were asked for. */
  known(): Known
}

/**
 * Age in milliseconds below which a stamp is not trusted. A second change may leave the same time: FAT has a resolution of two
 * seconds.
 */
const YOUNG = 2_000

/**
 * Opens the memory of files, the only means to detect changed files.
 * @param before files seen by another run
 */
export function openInputs(before: Known = {}): Inputs {
  const settled = new Map(Object.entries(before))
  const digestOf = (path: string, sawAt: (path: string) => string): string => {
    const found = lookAt(path)
    if (found.kind === 'other')
      return namesBelow(path)
        .map((name) => `${name} ${sawAt(`${path}/${name}`)}`)
        .join('\n')
    if (found.kind === 'nothing') return 'nothing'
    const known = settled.get(path)
    if (known?.stamp === found.stamp) return known.sha256
    settled.delete(path)
    const sha256 = digestNow(path)
    // A file that cannot be read now may become readable without a change to it.
    if (sha256 === undefined) return `unread ${found.stamp}`
    if (Date.now() - found.changed > YOUNG) settled.set(path, { stamp: found.stamp, sha256 })
    return sha256
  }
  return {
    learn: (known) => Object.entries(known).forEach(([path, seen]) => settled.has(path) || settled.set(path, seen)),
    look: () => {
      const looked = new Map<string, string>()
      const sawAt = (path: string): string => {
        const known = looked.get(path) ?? digestOf(path, sawAt)
        looked.set(path, known)
        return known
      }
      return {
        digest: (paths) =>
          createHash('sha256')
            .update(paths.map((path) => `${path}\n${sawAt(path)}`).join('\n'))
            .digest('hex'),
        known: () => Object.fromEntries([...settled].filter(([path]) => looked.has(path)).sort(([a], [b]) => (a < b ? -1 : 1))),
      }
    },
  }
}
