import { createHash } from 'node:crypto'
import { digestNow, lookAt, namesBelow } from './disk.ts'

/** A file as it was read: its stamp, by which the system tells that nobody has touched it since, and its SHA-256. */
export interface Seen {
  readonly stamp: string
  readonly sha256: string
}

/** Path → file, as another run has seen it. */
export type Known = Readonly<Record<string, Seen>>

/** What is remembered of files, so that one which nobody has touched need not be read again. Paths are absolute. */
export interface Inputs {
  /** Looks at files from now on: what it is asked twice, it answers as the first time. */
  look(): Look
  /** Takes for known what another run has seen. */
  learn(known: Known): void
}

/** The files at one moment. */
export interface Look {
  /** A digest of files and folders, with all that is in these, and of what is not there. */
  digest(paths: readonly string[]): string
  /** What is known of the files that were asked for. */
  known(): Known
}

/** A file that was changed less long ago, in milliseconds, may change once more without another time: FAT counts in steps of two seconds. */
const YOUNG = 2_000

/** The one place through which it is told whether files have changed. @param before what another run has seen */
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
    // What cannot be read now may be readable later, though nobody has touched it.
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
