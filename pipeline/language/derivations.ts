import { serbianLatinParts, toSerbianLatin } from './serbian-latin.ts'

/** A letter in another script, or what stands between two as it is written; `start` is where it begins in the original. */
export interface DerivedPart {
  readonly text: string
  readonly start: number
  readonly isLetter: boolean
}

/** What writes a text in another script. Addresses and file names stay as they are. */
export interface Derivation {
  readonly write: (text: string) => string
  /** The same in parts, in order. */
  readonly parts: (text: string) => readonly DerivedPart[]
}

/** The capabilities of packs that no table can hold, by the name under which a pack asks for one. */
export const DERIVATIONS: Readonly<Record<string, Derivation>> = {
  'serbian-latin': { write: toSerbianLatin, parts: serbianLatinParts },
}
