import { NOTHING } from './pack.ts'
import { ofPack } from './registry.ts'

/** How a language denies something. */
export interface Denials {
  /** The first word that surely denies something; idioms that have one, such as “not only”, do not count. */
  readonly sureIn: (visible: string) => { readonly word: string; readonly index: number } | undefined
  /** True if anything in a text may deny something, such as a prefix, or a verb as “refuse”. */
  readonly mayBeIn: (visible: string) => boolean
}

/** The denials of a language, if its pack tells them. */
export const denialsOf = ofPack(({ negation }): Denials | undefined => {
  if (!negation) return undefined
  const [sure, idioms, any] = [negation.sure, negation.idioms ?? NOTHING, negation.any].map(
    (words, at) => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, at === 1 ? 'giu' : 'iu'),
  ) as [RegExp, RegExp, RegExp]
  return {
    sureIn: (visible) => {
      // Most texts deny nothing.
      if (!sure.test(visible)) return undefined
      const found = sure.exec(visible.replaceAll(idioms, (idiom) => ' '.repeat(idiom.length)))
      return found ? { word: found[0], index: found.index } : undefined
    },
    mayBeIn: (visible) => sure.test(visible) || any.test(visible),
  }
})
