import type { Columns } from './columns.ts'
import type { NotesAsked } from './asked.ts'

/** A place in a line, at which floats may stand. */
export interface Place {
  readonly probe: HTMLElement
  /** The block that holds the line. */
  readonly block: HTMLElement
}

/** A note with its call. */
export interface Entry extends Place {
  readonly call: HTMLElement
  /** Where the line of the call begins and ends on its page, without the floats of that. */
  line: { readonly top: number; readonly bottom: number }
  /** The note, and those that are called in it. */
  readonly notes: readonly HTMLElement[]
  /** Its own float, where it is short enough for the margin. */
  margin: HTMLElement | undefined
}

/** What stands at the foot of a page. */
export interface Plan {
  readonly foot: readonly HTMLElement[]
  /** How much of the page they take, in pixels. */
  readonly height: number
  /** How many of the entries stand on the page. */
  readonly count: number
  /** What goes on overleaf. */
  readonly rest: readonly HTMLElement[]
}

/** Undoes what was done for a page, in the turned order. */
export type Undo = (() => void)[]

/** A text whose notes are to be placed. */
export interface NotedText {
  readonly asked: NotesAsked
  readonly text: HTMLElement
  /** How many paragraphs are marked as such. */
  paragraphs: number
}

/** What functions that run in the page call one another by: it is brought there with them. */
export interface Using<Tools> {
  readonly tools: Tools
}

/** The same, laid out in columns. Lengths are in pixels. */
export interface Placing extends NotedText {
  readonly columns: Columns
  readonly width: number
  readonly height: number
  readonly aside: number
  readonly gutter: number
  /** Where notes are measured that have no place yet. */
  readonly shelf: HTMLElement
  /** What parts the notes of a page from its text. */
  readonly above: number
  /** What reaches into the margin. */
  readonly broad: readonly Element[]
  /** The blocks of the text, but for those in tables and notes, and on turned pages. */
  readonly flowing: readonly HTMLElement[]
  /** Those whose notes have no place yet. */
  readonly entries: Entry[]
  /** What goes on from the page before. */
  carried: HTMLElement[]
  /** What turned out to have no room in the margin. */
  readonly crowded: Entry[]
}
