import type { Library } from '../catalog/library.ts'
import type { Publication, Tag } from '../model.ts'
import type { Problem } from '../problem.ts'

/** What a rule looks at: the publication's texts, and the editions that are asked about. */
export interface Examined {
  readonly publication: Publication
  readonly library: Library
  readonly editions: readonly Tag[]
}

/** One check of one thing. */
export interface Rule {
  readonly id: string
  /** What it finds, in one line. */
  readonly meaning: string
  readonly find: (examined: Examined) => Problem[]
}
