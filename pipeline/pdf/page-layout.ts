import type { Anchored } from './notes/anchors.ts'

/** How a page was laid out. */
export interface PageLayout {
  readonly pages: number
  /** On which page each heading of the contents stands, by its id. */
  readonly headings: ReadonlyMap<string, number>
  /** The first block that begins on each page, by its anchor. Of long texts few are known. */
  readonly beginnings: ReadonlyMap<string, number>
  /** The notes that have found no place at the foot of the page that calls them. */
  readonly misplaced: readonly MisplacedNote[]
  /** Whether the last page has no room for what is to stand at its foot. */
  readonly isFootCrowded: boolean
  /** Whether the text ends with little on its last page, which it may do without where it is set tighter. */
  readonly isEndShort: boolean
}

/** The same as it was learnt, before it is printed. */
export interface LearntLayout extends Omit<PageLayout, 'misplaced'> {
  /** What each note is to stand with, as far as the print tells its place. */
  readonly anchors: readonly Anchored[]
  /** The names of the notes that stand below what calls them, and of those that stand on another page. */
  readonly below: readonly string[]
  readonly apart: readonly string[]
  /** The numbers of the blocks that begin a page in the middle of a session: its label stands beside them again. */
  readonly inside: readonly number[]
  /** How many paragraphs the parting of notes has made. */
  readonly paragraphs: number
}

/** A note that has found no place at the foot of the page that calls it. */
export interface MisplacedNote {
  /** What it says. */
  readonly text: string
  /** Below what calls it, or on another page than that. */
  readonly place: 'below' | 'elsewhere'
}
