import type { Tag } from '../model/language.ts'
import { NOTHING } from './pack.ts'
import { ofPack, packOf } from './registry.ts'

/** A word for a number. */
export interface NumberWord {
  readonly value: number
  /** How many, rather than the how-manieth. */
  readonly isCardinal: boolean
}

/** Whether a language’s words for numbers are known. */
export function knowsNumbers(tag: Tag): boolean {
  return packOf(tag).numbers !== undefined
}

/** The value of a number word, cardinal, ordinal or collective, in any of its forms, from 1 to 20. */
export function numberWord(tag: Tag, lowerCase: string): NumberWord | undefined {
  return wordsOf(tag).get(lowerCase)
}

/** The value of a word for nought, one of the tens from thirty, a hundred or a thousand (and what is larger). */
export function roundNumber(tag: Tag, lowerCase: string): number | undefined {
  const { any, rows } = roundsOf(tag)
  return any.test(lowerCase) ? rows.find(([, expression]) => expression.test(lowerCase))?.[0] : undefined
}

/** Finds a word that says that there is none of something. */
export const saysNone = ofPack(({ numbers }) => new RegExp(`(?<!\\p{L})(?:${numbers?.none ?? NOTHING})(?!\\p{L})`, 'iu'))

const roundsOf = ofPack(({ numbers }) => {
  const rows = Object.entries(numbers?.round ?? {})
  return {
    // Most words are none of them.
    any: new RegExp(`^(?:${rows.map(([, stems]) => stems).join('|') || NOTHING})`, 'u'),
    rows: rows.map(([value, stems]) => [Number(value), new RegExp(`^(?:${stems})`, 'u')] as const),
  }
})

const wordsOf = ofPack(({ numbers }): ReadonlyMap<string, NumberWord> => {
  const { cardinals = [], ordinals = [], endings = {} } = numbers ?? {}
  const valued = (rows: readonly string[], isCardinal: boolean) =>
    rows.flatMap((row, index) => formsIn(row, endings).map((word) => [word, { value: index + 1, isCardinal }] as const))
  // A word that is both is a cardinal.
  return new Map([...valued(ordinals, false), ...valued(cardinals, true)])
})

/** The words of a row, where “stem+name” stands for the stem with each of the endings of that name. */
function formsIn(row: string, endings: Readonly<Record<string, string>>): string[] {
  return row.split(' ').flatMap((word) => {
    const [stem, name] = word.split('+') as [string, string?]
    const own = name === undefined ? ['-'] : (endings[name] ?? '-').split(' ')
    return own.map((ending) => (ending === '-' ? stem : `${stem}${ending}`))
  })
}
