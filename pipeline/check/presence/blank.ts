import type { TranslationRule } from '../rule.ts'

/** Placeholders and strokes of the space bar. */
export const blank: TranslationRule = {
  id: 'blank',
  looksAt: 'translation',
  severity: 'error',
  meaning: 'a translation has no words, and the edition would show an empty place',
  example: { bad: '"…"', good: '"Hapja"' },
  find: ({ prose, english }) =>
    /\p{L}/u.test(english.raw) && !/[\p{L}\p{N}\uFFFC]/u.test(prose.visible)
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
