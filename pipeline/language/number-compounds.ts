import type { Tag } from '../model/language.ts'
import type { Pack } from './pack.ts'
import { ofPack } from './registry.ts'

interface Expressions {
  readonly compound: RegExp
  readonly units: readonly RegExp[]
  readonly tens: readonly RegExp[]
  readonly parts: readonly (readonly [value: number, expression: RegExp])[]
}

/** The number that a word says within another: the five of “pesëvjeçar”, the three of „трећина“. Nothing for other words. */
export function compoundNumber(tag: Tag, lowerCase: string): number | undefined {
  const expressions = expressionsOf(tag)
  if (!expressions) return undefined
  const { compound, units, tens, parts } = expressions
  const part = parts.find(([, expression]) => expression.test(lowerCase))
  if (part) return part[0]
  const [, ten, unit] = compound.exec(lowerCase) ?? []
  if (ten === undefined && unit === undefined) return undefined
  const value = (of: readonly RegExp[], word: string | undefined): number =>
    word === undefined ? -1 : of.findIndex((expression) => expression.test(word))
  const [tenth, one] = [value(tens, ten), value(units, unit)]
  return (tenth < 0 ? 0 : (tenth + 2) * 10) + (one < 0 ? 0 : one + 1)
}

const expressionsOf = ofPack(({ numbers }: Pack): Expressions | undefined => {
  const own = numbers?.compounds
  if (!own) return undefined
  const longest = (words: readonly string[]): string =>
    words
      .flatMap((each) => each.split('|'))
      .sort((a, b) => b.length - a.length)
      .join('|')
  const whole = (words: readonly string[]): RegExp[] => words.map((each) => new RegExp(`^(?:${each})$`, 'u'))
  return {
    compound: new RegExp(`^(${longest(own.tens)})?[-и e]?(${longest(own.units)})?-?(?:${own.counted})`, 'u'),
    units: whole(own.units),
    tens: whole(own.tens),
    parts: Object.entries(own.parts).map(([value, words]) => [Number(value), new RegExp(`^(?:${words})`, 'u')] as const),
  }
})
