/** The programme of an event. */

export type Gender = 'female' | 'male'

/** A person on the programme. `language` is that of the name’s own spelling, if it is certain. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly gender: Gender
  readonly language?: string | undefined
  readonly role?: string | undefined
  readonly organisation?: string | undefined
}

/** One item of a day: of a kind that every language has words for, or with a label of its own. Panels are numbered in order through all days. */
export interface Session {
  readonly id: string
  readonly kind?: 'opening' | 'panel' | 'closing' | undefined
  readonly label?: string | undefined
  readonly subject?: string | undefined
  readonly chair?: string | undefined
  readonly speakers: readonly string[]
}

/** A day of the event. `date` is ISO 8601. */
export interface Day {
  readonly date: string
  readonly sessions: readonly Session[]
}

/**
 * The programme of the event that a document is about, from `content/<document>/programme.yaml`. Organisations and people are by
 * id.
 */
export interface Programme {
  readonly place: string
  readonly organisers: readonly string[]
  /** The framework of the event, such as a project or programme. */
  readonly framework?: string | undefined
  readonly organisations: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, Person>
  readonly days: readonly Day[]
}
