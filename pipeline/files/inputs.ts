import { hash } from 'node:crypto'
import { dirname, relative } from 'node:path'
import { digestNow, namesBelow } from './disk.ts'
import { lookAt } from './sighting.ts'

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
  /**
   * Digest of files and folders, including the contents of folders and the absence of files.
   * @param below a folder by which paths are told, so that the same files are told alike wherever they stand
   */
  digest(paths: readonly string[], below?: string): string
  /** Digest that also changes if a file was written and has its former content again. */
  stamp(paths: readonly string[]): string
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
  const see = (path: string, sawAt: (path: string) => Seen): Seen => {
    const found = lookAt(path)
    if (found.kind === 'other') return joined(namesBelow(path).map((name) => [name, sawAt(`${path}/${name}`)]))
    if (found.kind === 'nothing') return NOTHING
    const known = settled.get(path)
    if (known?.stamp === found.stamp) return known
    settled.delete(path)
    const sha256 = digestNow(path)
    // A file that cannot be read now may become readable without a change to it.
    if (sha256 === undefined) return { stamp: found.stamp, sha256: `unread ${found.stamp}` }
    const seen = { stamp: found.stamp, sha256 }
    if (Date.now() - found.changed > YOUNG) settled.set(path, seen)
    return seen
  }
  return {
    learn: (known) => Object.entries(known).forEach(([path, seen]) => settled.has(path) || settled.set(path, seen)),
    look: () => {
      const looked = new Map<string, Seen>()
      const folders = new Map<string, boolean>()
      // Most languages have no folder: nothing below one that is missing is looked for, or remembered.
      const isThere = (folder: string): boolean => {
        const known = folders.get(folder) ?? lookAt(folder).kind !== 'nothing'
        folders.set(folder, known)
        return known
      }
      const sawAt = (path: string): Seen => {
        const known = looked.get(path)
        if (known) return known
        if (!isThere(dirname(path))) return NOTHING
        const seen = see(path, sawAt)
        looked.set(path, seen)
        return seen
      }
      return {
        digest: (paths, below = '') => {
          const nameOf = (path: string): string => (below === '' ? path : relative(below, path))
          return hash('sha256', paths.map((path) => `${nameOf(path)}\n${sawAt(path).sha256}`).join('\n'))
        },
        stamp: (paths) => hash('sha256', paths.map((path) => `${path}\n${sawAt(path).sha256} ${sawAt(path).stamp}`).join('\n')),
        known: () => Object.fromEntries([...settled].filter(([path]) => looked.has(path)).sort(([a], [b]) => (a < b ? -1 : 1))),
      }
    },
  }
}

const NOTHING: Seen = { stamp: 'nothing', sha256: 'nothing' }

/** A folder, by the files in it. */
function joined(files: readonly (readonly [name: string, seen: Seen])[]): Seen {
  const say = (what: keyof Seen): string => files.map(([name, seen]) => `${name} ${seen[what]}`).join('\n')
  return { stamp: say('stamp'), sha256: say('sha256') }
}
