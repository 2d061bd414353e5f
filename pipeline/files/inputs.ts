import { createHash } from 'node:crypto'
import { digestNow, lookAt, namesBelow } from './disk.ts'

/** A file as it was read: its stamp, by which the system tells that nobody has touched it since, and its SHA-256. */
export interface Seen {
  readonly stamp: string
  readonly sha256: string
}

/** Path → file, as another run has seen it. */
export type Known = Readonly<Record<string, Seen>>

/** The one place through which it is told whether files have changed. Paths are absolute. */
export interface Inputs {
  /** A digest of files and folders, with all that is in these, and of what is not there. */
  digest(paths: readonly string[]): string
  /** Forgets what was looked at in this run: it may change from now on. */
  forget(): void
  /** What is known of the files that were asked for. */
  known(): Known
}

/** A file that was changed less long ago, in milliseconds, may change once more without another time: FAT counts in steps of two seconds. */
const YOUNG = 2_000

/**
 * Opens the inputs. A file whose stamp is known need not be read again.
 * @param before what another run has seen
 */
export function openInputs(before: Known): Inputs {
  const settled = new Map(Object.entries(before))
  let looked = new Map<string, string>()

  const digestOf = (path: string): string => {
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
    // What cannot be read now may be readable later, though nobody has touched it.
    if (sha256 === undefined) return `unread ${found.stamp}`
    if (Date.now() - found.changed > YOUNG) settled.set(path, { stamp: found.stamp, sha256 })
    return sha256
  }
  const sawAt = (path: string): string => {
    const known = looked.get(path) ?? digestOf(path)
    looked.set(path, known)
    return known
  }
  return {
    digest: (paths) =>
      createHash('sha256')
        .update(paths.map((path) => `${path}\n${sawAt(path)}`).join('\n'))
        .digest('hex'),
    forget: () => (looked = new Map()),
    known: () => Object.fromEntries([...settled].filter(([path]) => looked.has(path)).sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}
