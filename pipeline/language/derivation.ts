/** A letter in another script, or what stands between two as it is written; `start` is where it begins in the original. */
export interface DerivedPart {
  readonly text: string
  readonly start: number
  readonly isLetter: boolean
}

/** What writes a text in another script. Addresses and file names stay as they are. */
export interface Derivation {
  /** @param source the text that this one translates: what it keeps of that is a foreign name */
  readonly write: (text: string, source?: string) => string
  /** The same in parts, in order. */
  readonly parts: (text: string, source?: string) => readonly DerivedPart[]
  /** The same of what a pack says, in which there are expressions and words of the tool’s own. */
  readonly facts: (text: string) => string
}
