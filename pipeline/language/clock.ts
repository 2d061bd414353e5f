import { NOTHING } from './pack.ts'
import { ofPack } from './registry.ts'

/** What a language says of hours beside their number. */
export interface ClockWords {
  /** In the second half of the day. */
  readonly later: RegExp
  /** A half hour: „pesë e gjysmë“, „пола шест“ is half past five. */
  readonly half: RegExp
  readonly quarter: RegExp
  /** What stands between the hour and the minutes in figures: 17.30, 17:30, 17 h 30, 17 ч. 30. */
  readonly separator: string
}

/** The words of a language for the halves of the day and of the hour, and for a half and a quarter of anything. */
export const clockWords = ofPack(({ clock, numbers }): ClockWords => {
  const { later, half, quarter, hours = NOTHING } = clock ?? { later: NOTHING, half: NOTHING, quarter: NOTHING }
  const and = numbers?.and?.replaceAll(' ', '|') ?? NOTHING
  return {
    later: new RegExp(later, 'iu'),
    half: new RegExp(half, 'iu'),
    quarter: new RegExp(quarter, 'iu'),
    separator: `(?:[.:]|[ \\u00A0]?(?:h|${hours})[ \\u00A0]?(?:${and})?[ \\u00A0]?)`,
  }
})
