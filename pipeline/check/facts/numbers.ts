import { numberWord } from '../../language/number-words.ts'
import type { Observation, TranslationRule } from '../rule.ts'
import { numeralsOf, type Day, type Figure } from './numerals.ts'

/** A word for one is often an article, and one for two stands in many turns of phrase. */
const TELLING = 3

/** Numbers that a translation lost, changed or added, in figures or in words. */
export const numbers: TranslationRule = {
  id: 'numbers',
  looksAt: 'translation',
  severity: 'error',
  meaning: 'a number of the English is not in the translation, or one is there that the English lacks',
  example: { bad: '19 speakers → 18 folës', good: '19 speakers → 19 folës, nëntëmbëdhjetë folës' },
  find: ({ tag, prose, english }) => {
    const [theirs, own] = [numeralsOf('en', english), numeralsOf(tag, prose)]
    if (theirs.figures.length + own.figures.length + theirs.words.size === 0) return []
    const open = [...own.figures]
    const take = (value: string): boolean => {
      const at = open.findIndex((figure) => figure.value === value)
      if (at >= 0) open.splice(at, 1)
      return at >= 0
    }
    const findings: Observation[] = []
    const lost: string[] = []
    for (const figure of theirs.figures) {
      if (take(figure.value) || own.words.has(Number(figure.value)) || take(afternoon(figure, english.visible))) continue
      if (!isInDay(figure, theirs.days)) lost.push(figure.value)
    }
    for (const { lower } of english.words) {
      const value = numberWord('en', lower)
      if (value === undefined || value < TELLING || isOrdinal(lower) || own.words.has(value) || take(String(value))) continue
      if (!own.figures.some((figure) => figure.value === String(value))) lost.push(lower)
    }
    const added = open.filter(
      (figure) =>
        !theirs.words.has(Number(figure.value)) &&
        !theirs.figures.some(({ value }) => value === figure.value) &&
        !isInDay(figure, own.days),
    )
    for (const figure of added) {
      findings.push({
        message: 'The English does not have this number.',
        found: prose.visible.slice(figure.start, figure.end),
        expected: lost.length > 0 ? lost.join(', ') : 'no such number',
        remedy: 'Put the number right.',
        start: figure.start,
        end: figure.end,
      })
    }
    if (added.length === 0 && lost.length > 0) {
      findings.push({
        message: `The English says ${lost.join(', ')}; the translation does not.`,
        expected: lost.join(', '),
        remedy: 'Write the number, in figures or in words.',
      })
    }
    return findings
  },
}

/** “5 pm” is 17. */
function afternoon(figure: Figure, visible: string): string {
  return /^\s?(?:pm|p\.m\.)/i.test(visible.slice(figure.end)) ? String(Number(figure.value) + 12) : ''
}

function isInDay({ start }: Figure, days: readonly Day[]): boolean {
  return days.some((day) => start >= day.start && start < day.end)
}

/** Ordinals stand in turns of phrase: at first, on second thought, two thirds. */
function isOrdinal(word: string): boolean {
  return /(?:th|first|second|third)$/.test(word)
}
