/** What an element of the page becomes in the PDF's structure, where the browser by itself would lose it. */
export interface Marker {
  /** A standard structure type (ISO 32000-1, 14.8.4). */
  readonly type: string
  /** A name of the element in the PDF: notes must have one (ISO 14289-1, 7.9). */
  readonly id?: string | undefined
  /** The name of the note that it calls. */
  readonly calls?: string | undefined
  readonly alternative?: string | undefined
  /** What an abbreviation stands for. */
  readonly expansion?: string | undefined
}

/** What the page says of itself, and what its preparation left to be done in the PDF. */
export interface Preparation {
  readonly title: string
  /** A BCP 47 tag. */
  readonly language: string
  readonly description: string | undefined
  readonly publisher: string | undefined
  readonly authors: readonly string[]
  /** How the page asks to be numbered, as the model has it; nothing for a page that does not. */
  readonly numbering: string | undefined
  /** The words of each heading that is shown, for the bookmarks. */
  readonly headings: readonly string[]
  /** By number: the element's alternative text in the printed PDF is `MARK` and the index. */
  readonly markers: readonly Marker[]
  /** The families of faces that the page brings. */
  readonly families: readonly string[]
  /** What the page does that no PDF can hold, in words for who made it. */
  readonly faults: readonly string[]
  /** The text that is shown and hidden from readers on purpose, without spaces. */
  readonly hidden: string
  /**
   * The texts that readers are shown, a block each, in their order, with the numbers of the items of a list: the print has
   * these and no others. The number of a page stands there as the id of what begins on it, between two signs `MARK`.
   */
  readonly texts: readonly string[]
}

/** The same, and for each text in which unit of the document’s text it stands: these are its children, each with the notes that follow it. */
export interface PreparedPage extends Preparation {
  /** Numbers from 0, which the units have as `data-unit`; −1 before them, more than any after them. */
  readonly units: readonly number[]
}

/** What begins the alternative text of a marked element: a private character, which no text of the page keeps. */
export const MARK = '\u{F8FF}'

/** Stands in the label of an element that goes on with one before it, after the number of that. */
export const CONTINUED = '+'
