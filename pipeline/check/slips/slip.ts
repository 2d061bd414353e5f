import type { Nodes } from 'mdast'
import type { Words } from '../../wording.ts'

/** Something in a document that its reader would see as typed, or that comes out as something else than was meant. */
export interface Slip {
  /** The offset in the source at which it stands. */
  readonly offset: number
  /** Its end, if known. */
  readonly length?: number
  /** Block with the slip. */
  readonly block?: Nodes
  /** True if it is a slip in 999 of 1,000 documents. */
  readonly sure: boolean
  readonly message: Words
  readonly found: string
  readonly expected: Words
  readonly remedy: Words
}

/** Texts of a slip’s problem, without its place. */
export type Saying = Pick<Slip, 'sure' | 'message' | 'expected' | 'remedy'>
