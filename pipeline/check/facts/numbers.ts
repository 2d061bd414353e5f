import type { Observation, Translation, TranslationRule } from '../rule.ts'
import { compareNumbers } from './compare-numbers.ts'
import { numeralsOf } from './numerals.ts'
import { turnedNumbers } from './turned.ts'
import { wording } from '../../wording.ts'

/** True for a figure that only that number can express. Small and round ones may be words: none, both, dozen, year, all, half. */
function isTelling(value: string): boolean {
  return DECIMAL.test(value) || (Number(value) > 12 && !ROUND.has(Number(value)))
}

/** Decimals that no words for a half or a quarter express. */
const DECIMAL = /^\d+\.(?!0+$|50?$|25$|75$)\d+$/

/** Numbers that are said by other words too: hours of a day, days of weeks and months, halves and wholes. */
const ROUND: ReadonlySet<number> = new Set([14, 21, 24, 28, 30, 31, 36, 48, 50, 60, 72, 90, 100, 120, 180, 200, 300, 360, 365])

/** True for a year that a translation says by its decade: in 1950, „педесетих година“; in the 2000s, „в началото на века“. */
function isDecadeSaid(year: string, { tag, prose, english }: Translation): boolean {
  if (year === '2000' && english.visible.includes('2000s')) return true
  return /^(?:1[89]|20)[3-9]0$/.test(year) && numeralsOf(tag, prose, english).spelled.round.has(Number(year) % 100)
}

/** True for ratios that a translation gives in parts of a hundred: 1:2 as 50%. */
function isRatioSaid(added: readonly { readonly end: number }[], { prose, english }: Translation): boolean {
  return (
    /(?<!\d)\d{1,3}:\d{1,3}(?![\d:])/.test(english.visible) && added.every(({ end }) => /^[\s\u00A0]?%/u.test(prose.visible.slice(end)))
  )
}

/** True for an example, which a translator may replace by one of the language's country: “e.g. 123 Main St”, “+1 234 567 8900”. */
function isExample(visible: string): boolean {
  return /^\W*e\.g\.[^.]{1,40}$/iu.test(visible) || /^1?2345678/.test(visible.replaceAll(/\D/g, ''))
}

/** True for a bound that a translation says from its other side: 1 or more, greater than 0. Of other numbers, one beside the right one is a slip. */
function isBoundSaid(lost: readonly { readonly value: string }[], added: readonly { readonly value: string }[], visible: string): boolean {
  const values = [...lost, ...added].map(({ value }) => value).sort()
  return values.join() === '0,1' && /\b(?:or more|at least|(?:more|greater) than|over)\b/iu.test(visible)
}

/** Numbers that a translation lost, changed or added, in figures or in words. */
export const numbers: TranslationRule = {
  id: 'numbers',
  looksAt: 'translation',
  severity: 'error',
  meaning: 'a number of the source is not in the translation, or one is there that the source lacks',
  example: { bad: '19 speakers → 18 folës', good: '19 speakers → 19 folës, nëntëmbëdhjetë folës' },
  find: (translation) => {
    const { lost, added } = compareNumbers(translation)
    if (lost.length + added.length === 0) return turnedNumbers(translation)
    // A word for a number, and a small or round figure, may be said otherwise (14 days are two weeks, 100 % is all), and a
    // translator may explain something by a number; that a telling figure is gone, or that one number stands for another, is sure.
    const { visible } = translation.english
    const isSure =
      !isExample(visible) &&
      !isBoundSaid(lost, added, visible) &&
      (lost.some(({ isFigure, value }) => isFigure && isTelling(value) && !isDecadeSaid(value, translation)) ||
        (lost.length > 0 && added.length > 0 && !isRatioSaid(added, translation)))
    const severity = isSure ? undefined : 'warning'
    const names = lost.map(({ text }) => text).join(', ')
    if (added.length === 0) {
      return [
        {
          message: wording`The source says ${{ names }}; the translation does not.`,
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
      remedy:
        lost.length > 0
          ? 'Write the number of the source, in figures or in words.'
          : 'Remove the number, or look whether the source means it too.',
      severity,
      start,
      end,
    }))
  },
}
