import { syntaxError } from '../icu.ts'
import type { TranslationRule } from '../rule.ts'

/** Placeholders and strokes of the space bar. */
export const blank: TranslationRule = {
  id: 'blank',
  looksAt: 'translation',
  severity: 'error',
  meaning: 'a translation has no words, and the edition would show an empty place',
  example: { bad: '"…"', good: '"Hapja"' },
  // Of a malformed message nothing can be read, which a rule of its own says.
  find: ({ prose, english, kind }) =>
    /\p{L}/u.test(english.raw) &&
    !/[\p{L}\p{N}\uFFFC]/u.test(prose.visible) &&
    !(kind === 'message' && syntaxError(prose.raw) !== undefined)
      ? [
          {
            message: 'The translation has no words.',
            found: JSON.stringify(prose.raw),
            expected: 'a translation, or "" where there is none yet',
            remedy: 'Write the translation between the quotation marks.',
          },
        ]
      : [],
}
