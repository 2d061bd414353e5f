/** What the placing of notes is told. */
export interface NotesAsked {
  /** The selector of the page’s blocks, which are told by their numbers. */
  readonly blocks: string
  /** Where on its first page the text begins, as a destination tells it: in points, less than the paper is high by what is above it between the margins. */
  readonly beginning: number
  /** What the label of a marked element begins with, how many there are, and what stands in that of one that goes on. */
  readonly mark: string
  readonly marked: number
  readonly continued: string
  /** Whether words at the ends of pages are kept whole, and that no word of so many letters is. */
  readonly keepsWords: boolean
  readonly overlong: number
  /**
   * The numbers of the blocks that were moved since notes were placed before: they are placed anew where that changes pages.
   * Without them all are.
   */
  readonly moved: readonly number[] | undefined
  /** The names of notes that turned out to stand on another page than their call: they stand below its block. */
  readonly strayed: readonly string[]
}

/** Where notes came to stand. */
export interface NotesPlaced {
  /** The names of those that were placed; others stand where they stood. */
  readonly names: readonly string[]
  /** The numbers of the blocks at the ends of pages, in which no word is parted any more. */
  readonly ends: readonly number[]
  /** The numbers of all blocks whose place is settled with the notes. */
  readonly settled: readonly number[]
  /** How many paragraphs were marked as such, since something else has come to stand in them. */
  readonly paragraphs: number
  /**
   * The names of the notes that stand on the page of their call, and those of their calls. Not of headings: of one at the top of a page the
   * browser may name the page before.
   */
  readonly pairs: readonly (readonly [note: string, call: string])[]
  /** The names of the notes that stand in the text, below what calls them, for want of a place at the foot of a page. */
  readonly below: readonly string[]
}
