import type { Reading } from './reading.ts'

/** A requirement of a standard and how a PDF is held against it. */
export interface Rule {
  /** The clause: of ISO 14289-1 after `ua`, of ISO 19005-2 after `a`. */
  readonly id: string
  /** What must be so, as half a sentence. */
  readonly expected: string
  /** What is found to be otherwise, a line each; none where all is well. */
  readonly check: (pdf: Reading) => string[]
}
