import { weekdaysOf } from '../../language/weekdays.ts'
import type { Observation, Translation } from '../rule.ts'

/**
 * Finds a day of the week that stands for another: the source names one that the translation lacks, and the translation one that
 * the source lacks. Words for Sunday also mean a week in some languages, so that one of both alone tells nothing.
 */
export function otherWeekdays({ tag, sourceTag, prose, english }: Translation): Observation[] {
  const theirs = weekdaysOf(sourceTag)(english.visible)
  if (theirs.length === 0) return []
  const own = weekdaysOf(tag)(prose.visible)
  const lost = theirs.find(({ weekday }) => !own.some((each) => each.weekday === weekday))
  const wrong = own.find(({ weekday }) => !theirs.some((each) => each.weekday === weekday))
  if (!lost || !wrong) return []
  return [
    {
      message: 'The translation names another day of the week than the source.',
      severity: 'warning',
      found: wrong.word,
      expected: lost.word,
      remedy: 'Write the day of the week that the source names.',
      start: wrong.index,
      end: wrong.index + wrong.word.length,
    },
  ]
}
