import type { Failure } from '../problem.ts'
import type { Artifact } from '../model/edition.ts'
import type { Editions } from '../model/outcome.ts'
import type { Published } from './manifest.ts'

/** Pages that lead to all editions of an output folder, and the facts that they show. */
export interface Front {
  /** Each is made when it is asked for: those of many documents do not fit into memory together. */
  readonly artifacts: Iterable<Artifact>
  /** Paths of files that stay as they are. */
  readonly standing: readonly string[]
  readonly editions: Editions
  /**
   * Malformed texts of the interface, as far as artifacts were made; what stands in their place is said in the source’s language.
   */
  readonly failures: readonly Failure[]
}

/** An output folder, when all but its front is made. */
export interface Stand {
  /** All files after the build, whichever build made them. */
  readonly files: ReadonlyMap<string, Published>
  /** All files before it. Empty after a build that was cut short. */
  readonly before: ReadonlyMap<string, Published>
  /** True if a file of the build before is still there, as far as its size tells. */
  readonly isStanding: (path: string) => boolean
  /** What the editions told before it. */
  readonly editions: Editions
  /** The text of a file of the folder, or of one that is to be there. Empty if it cannot be read. */
  readonly textOf: (path: string) => string
}

/** Creates the front of an output folder. */
export type MakeFront = (stand: Stand) => Front
