import { compareMarks } from './same-marks.ts'
import type { TranslationRule } from '../rule.ts'

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
      // Words between quotation marks are for readers: `"tea"` → `"čaj"`.
      alike: (piece) => piece.replaceAll(/"[^"]*"|'[^']*'|“[^”]*”|<[^<>]*>/g, '""'),
    }),
}
