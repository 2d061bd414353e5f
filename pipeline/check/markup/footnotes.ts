import { compareMarks } from './same-marks.ts'
import type { TranslationRule } from '../rule.ts'

/** References to footnotes. */
export const footnotes: TranslationRule = {
  id: 'footnotes',
  looksAt: 'translation',
  severity: 'error',
  meaning: 'a footnote of the source is not called, or one is called that it lacks',
  example: { bad: 'raporti', good: 'raporti[^1]' },
  find: (translation) =>
    compareMarks(translation, 'footnotes', {
      message: 'The footnotes are not those of the source.',
      remedy: 'Write the mark, such as [^1], where the translation has the words that it explains.',
    }),
}
