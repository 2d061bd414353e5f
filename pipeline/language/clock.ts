import type { Tag } from '../model/language.ts'
import { toSerbianLatin } from './serbian-latin.ts'

/** What a language says of hours beside their number. */
export interface ClockWords {
  /** In the second half of the day. */
  readonly later: RegExp
  /** A half hour: „pesë e gjysmë“, „пола шест“ is half past five. */
  readonly half: RegExp
  readonly quarter: RegExp
}

const SERBIAN = [
  'поподне|по подне|после подне|увече|навече|вечерас|ноћу|предвече',
  'пола(?= )|пола$|полов|пол ',
  'четврт|фртаљ|кварт',
] as const

const WORDS: Readonly<Record<Tag, ClockWords>> = {
  en: clock('pm|p\\.m\\.|afternoon|evening', 'half', 'quarter'),
  sq: clock('pasdite|mbasdite|mbrëmje|darkë|drekë|mbrëmë', 'gjysm', 'çerek|çerék|e katërta'),
  mk: clock('попладне|навечер|вечер|ноќ', '(?<!\\p{L})пол(?!\\p{L})|полов', 'четврт|фртал|кварт'),
  'sr-Cyrl': clock(...SERBIAN),
  'sr-Latn': clock(toSerbianLatin(SERBIAN[0]), toSerbianLatin(SERBIAN[1]), toSerbianLatin(SERBIAN[2])),
}

function clock(later: string, half: string, quarter: string): ClockWords {
  return { later: new RegExp(later, 'iu'), half: new RegExp(half, 'iu'), quarter: new RegExp(quarter, 'iu') }
}

/** The words of a language for the halves of the day and of the hour, and for a half and a quarter of anything. */
export function clockWords(tag: Tag): ClockWords {
  return WORDS[tag]
}
