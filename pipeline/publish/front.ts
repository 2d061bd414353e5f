import type { Failure } from '../problem.ts'
import type { Artifact } from '../model/edition.ts'
import type { Editions } from '../model/outcome.ts'
import type { Published } from './manifest.ts'

/** Pages that lead to all editions of an output folder, and the facts that they show. */
export interface Front {
  readonly artifacts: readonly Artifact[]
  readonly editions: Editions
  /** Malformed texts of the interface; what stands in their place is said in the source’s language. */
  readonly failures: readonly Failure[]
}

/**
 * Creates the front of an output folder.
 * @param files all files of the folder after the build, whichever build made them
 * @param editions what the editions told before the build
 */
export type MakeFront = (files: ReadonlyMap<string, Published>, editions: Editions) => Front
