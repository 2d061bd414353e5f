import type { Interface } from '../edition/interface.ts'
import type { Edition } from '../model/edition.ts'

/** An edition in a column beside others. */
export interface Column {
  readonly edition: Edition
  readonly words: Interface
}
