import type { Observation, TranslationRule } from '../rule.ts'
import { compareNumbers } from './compare-numbers.ts'

/** Numbers that a translation lost, changed or added, in figures or in words. */
export const numbers: TranslationRule = {
  id: 'numbers',
  looksAt: 'translation',
  severity: 'error',
  meaning: 'a number of the source is not in the translation, or one is there that the source lacks',
  example: { bad: '19 speakers → 18 folës', good: '19 speakers → 19 folës, nëntëmbëdhjetë folës' },
  find: (translation) => {
    const { lost, added } = compareNumbers(translation)
    if (lost.length + added.length === 0) return []
    // A word for a number may be said otherwise, and a translator may explain something by a number; that a figure is gone,
    // or that one number stands for another, is sure.
    const isSure = lost.some(({ isFigure }) => isFigure) || (lost.length > 0 && added.length > 0)
    const severity = isSure ? undefined : 'warning'
    const names = lost.map(({ text }) => text).join(', ')
    if (added.length === 0) {
      return [
        {
          message: `The source says ${names}; the translation does not.`,
          expected: names,
          remedy: 'Write the number, in figures or in words.',
          severity,
        },
      ]
    }
    return added.map(({ start, end }): Observation => ({
      message: 'The source does not have this number.',
      found: translation.prose.visible.slice(start, end),
      expected: lost.length > 0 ? names : 'no such number',
      remedy: 'Put the number right.',
      severity,
      start,
      end,
    }))
  },
}
