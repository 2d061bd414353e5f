import { asProgramsRead, isSlipInCode } from './copied-code.ts'
import { withoutLanguageNames } from './language-of-address.ts'
import { compareMarks } from './same-marks.ts'
import type { TranslationRule } from '../rule.ts'

/** Quotation marks around the whole of a piece: „dconf“. */
const QUOTED = /^[„“«](.+)[“”»]$/u

/** Code between backticks. */
export const code: TranslationRule = {
  id: 'code',
  looksAt: 'translation',
  severity: 'error',
  meaning: 'code is not copied as it is',
  example: { bad: '`ndërto`', good: '`build`' },
  find: (translation) =>
    compareMarks(translation, 'code', {
      message: 'The pieces of code are not those of the source.',
      remedy: 'Copy what stands between the backticks.',
      isSure: isSlipInCode,
      alike: withoutWords,
    }),
}

/** Code without what says nothing to a program. Words between quotation marks are for readers: `"tea"` → `"čaj"`. */
function withoutWords(piece: string): string {
  const bare = piece.replace(QUOTED, '$1').replaceAll(/"[^"]*"|'[^']*'|“[^”]*”|<[^<>]*>/g, '""')
  return asProgramsRead(withoutLanguageNames(bare))
}
