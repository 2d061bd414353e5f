import type { Tag } from '../model/language.ts'
import { ofPack } from './registry.ts'

/** Two standards of a language, such as ekavian and ijekavian Serbian, told apart by beginnings of frequent words. */
interface Dialects {
  readonly names: readonly [string, string]
  readonly words: readonly (readonly [one: string, other: string])[]
  readonly expressions: readonly [RegExp, RegExp]
}

/** Left out are pairs of which one is a right word of the other standard too. */
const dialectsOf = ofPack(({ dialects }): Dialects | undefined => {
  if (!dialects) return undefined
  const words = dialects.words.map((pair) => pair.split(' ') as [string, string])
  const beginnings = (which: 0 | 1): RegExp => new RegExp(`^(?:${words.map((pair) => pair[which]).join('|')})`, 'u')
  return { names: dialects.names, words, expressions: [beginnings(0), beginnings(1)] }
})

/** Which standard of its language a word in lower case belongs to; nothing where it is the same in both. */
export function dialectOfWord(tag: Tag, lower: string): string | undefined {
  const known = dialectsOf(tag)
  const at = known?.expressions.findIndex((expression) => expression.test(lower)) ?? -1
  return at < 0 ? undefined : known!.names[at]
}

/** A word of a standard, as an example. */
export function exampleOf(tag: Tag, dialect: string): string | undefined {
  const known = dialectsOf(tag)
  return known?.words[1]?.[known.names.indexOf(dialect)]?.replace(/\$$/, '')
}

/** The standard that a text keeps to, by the count of its words; nothing where none of them tells. */
export function dialectOf(tag: Tag, vocabulary: ReadonlyMap<string, number>): string | undefined {
  const known = dialectsOf(tag)
  if (!known) return undefined
  const counts = [0, 0]
  for (const [word, count] of vocabulary) {
    const at = known.expressions.findIndex((expression) => expression.test(word))
    if (at >= 0) counts[at]! += count
  }
  return counts[0] === counts[1] ? undefined : known.names[counts[0]! > counts[1]! ? 0 : 1]
}
