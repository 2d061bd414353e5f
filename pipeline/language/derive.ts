import type { Tag } from '../model/language.ts'
import { DERIVATIONS } from './derivations.ts'
import type { Derivation } from './derivation.ts'
import { packOf } from './registry.ts'

/** What writes the texts of a language’s origin in its script. @throws for a language that is derived from none */
export function derivationOf(tag: Tag): Derivation {
  const { derivedFrom } = packOf(tag)
  if (!derivedFrom) throw new Error(`${tag} is derived from no other language.`)
  return DERIVATIONS[derivedFrom.by]!
}

/** A value for a language, or that of its origin, written in its script. */
export function ownOrDerived<T>(
  tag: Tag,
  valueOf: (tag: Tag) => T | undefined,
  write: (value: T, text: (text: string) => string) => T,
): T | undefined {
  const own = valueOf(tag)
  const origin = packOf(tag).derivedFrom?.language
  if (own !== undefined || origin === undefined) return own
  const original = valueOf(origin)
  return original === undefined ? undefined : write(original, derivationOf(tag).write)
}
