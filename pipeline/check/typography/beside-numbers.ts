import { monthExpression } from '../../language/months.ts'
import { NOTHING } from '../../language/pack.ts'
import { ofPack } from '../../language/registry.ts'

/** What finds the places where a space lacks between a number and a word. */
interface BesideNumbers {
  /** Months, what is counted, and the percent sign: 15April, Article5, 50%of. */
  readonly spaced: RegExp
  /** Units of time, which some languages make adjectives of, with a hyphen: 20years. */
  readonly parted: RegExp
}

/** Ends of what is no part of a longer number, a name with figures, an address or code. */
const FREE = String.raw`(?<![\p{L}\p{N}.,:/\\_#@=&%+~-])`
const END = String.raw`(?![\p{L}\p{M}\p{N}_/\\=@(-]|\.[\p{L}\p{N}])`
/** A shorter word may be a unit or a name. */
const WORD = String.raw`(?=\p{L}{4})`

export const besideNumbersOf = ofPack(({ tag, typography, timeUnits, dates }): BesideNumbers => {
  const months = dates?.months ? monthExpression(tag).replace('(', '(?:') : NOTHING
  const counted = `${WORD}(?:${typography?.ranged ?? NOTHING})`
  const units = `${WORD}(?:${Object.values(timeUnits ?? {}).join('|') || NOTHING})`
  return {
    spaced: new RegExp(
      [
        String.raw`(?<=${FREE}\d{1,4}\.?)(?=${months}${END})`,
        String.raw`(?<=${FREE}${months})(?=(?:19|20)\d{2}${END})`,
        String.raw`(?<=${FREE}${counted})(?=\d{1,3}${END})`,
        String.raw`(?<=\d%)(?=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{2})`,
      ].join('|'),
      'giu',
    ),
    parted: new RegExp(String.raw`(?<=${FREE}\d{1,4})(?=${units}${END})`, 'giu'),
  }
})
