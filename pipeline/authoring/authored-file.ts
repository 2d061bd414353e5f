/** A file as its author gave it. */
export interface AuthoredFile {
  /** For messages. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** Stands for the name of a file that another program gives. */
export const PIPED = 'what was given'
