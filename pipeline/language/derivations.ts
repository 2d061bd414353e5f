import type { Derivation } from './derivation.ts'
import { gajCyrillicFacts, gajCyrillicParts, toGajCyrillic } from './gaj-cyrillic.ts'
import { serbianLatinParts, toSerbianLatin } from './serbian-latin.ts'

/** The capabilities of packs that no table can hold, by the name under which a pack asks for one. */
export const DERIVATIONS: Readonly<Record<string, Derivation>> = {
  'serbian-latin': { write: toSerbianLatin, parts: serbianLatinParts, facts: toSerbianLatin },
  'gaj-cyrillic': { write: toGajCyrillic, parts: gajCyrillicParts, facts: gajCyrillicFacts },
}
