/** A span of a content stream. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A marked-content sequence with an identifier: what one element of the structure has painted (ISO 32000-1, 14.7.4). */
export interface MarkedContent {
  readonly mcid: number
  readonly open: Span
  close: Span
  text: string
  /** Whether lines or areas are painted in it. */
  draws: boolean
  /** Whether pictures or forms are. */
  shows: boolean
  /** Hyphens that the browser put at line ends, each a text object of its own. */
  readonly hyphens: Span[]
}
