import { ofPack } from './registry.ts'

/** What a language says of hours beside their number. */
export interface ClockWords {
  /** In the second half of the day. */
  readonly later: RegExp
  /** A half hour: „pesë e gjysmë“, „пола шест“ is half past five. */
  readonly half: RegExp
  readonly quarter: RegExp
}

/** What finds nothing. */
const NOTHING = '(?!)'

/** The words of a language for the halves of the day and of the hour, and for a half and a quarter of anything. */
export const clockWords = ofPack(({ clock }): ClockWords => {
  const { later, half, quarter } = clock ?? { later: NOTHING, half: NOTHING, quarter: NOTHING }
  return { later: new RegExp(later, 'iu'), half: new RegExp(half, 'iu'), quarter: new RegExp(quarter, 'iu') }
})
