import type { Observation, Translation, TranslationRule } from '../rule.ts'
import { numeralsOf, type Day, type Figure } from './numerals.ts'

type Numerals = ReturnType<typeof numeralsOf>

/** A word for one is often an article, and one for two stands in many turns of phrase. */
const TELLING = 3

/** English words that say a number which another language spells out. */
const SAID: readonly (readonly [word: RegExp, value: number])[] = [
  [/\bdozens?\b/i, 12], [/\bdecades?\b/i, 10], [/\bfortnight/i, 14], [/\bquarter/i, 3], [/\bquarter/i, 4], [/\bhalf a dozen\b/i, 6],
  [/\b(?:tripl|trilateral|threefold|thrice)/i, 3], [/\b(?:quadrupl|fourfold)/i, 4], [/\bweeks?\b/i, 7], [/\bnoon\b|\bmidday\b|\bmidnight\b/i, 12],
] // prettier-ignore

/** Numbers that a translation lost, changed or added, in figures or in words. */
export const numbers: TranslationRule = {
  id: 'numbers',
  looksAt: 'translation',
  severity: 'error',
  meaning: 'a number of the English is not in the translation, or one is there that the English lacks',
  example: { bad: '19 speakers → 18 folës', good: '19 speakers → 19 folës, nëntëmbëdhjetë folës' },
  find: (translation) => {
    const { tag, prose, english } = translation
    const [theirs, own] = [numeralsOf('en', english), numeralsOf(tag, prose)]
    if (theirs.figures.length + own.figures.length + theirs.words.size + own.words.size === 0) return []
    const { lost, left } = compare(theirs, own, english.visible)
    const added = [...left.filter((figure) => !isAccountedFor(figure, theirs, own)), ...addedWords(translation, theirs)]
    if (added.length === 0 && lost.length > 0) {
      return [
        {
          message: `The English says ${lost.join(', ')}; the translation does not.`,
          expected: lost.join(', '),
          remedy: 'Write the number, in figures or in words.',
        },
      ]
    }
    return added.map(({ start, end }): Observation => ({
      message: 'The English does not have this number.',
      found: prose.visible.slice(start, end),
      expected: lost.length > 0 ? lost.join(', ') : 'no such number',
      remedy: 'Put the number right.',
      start,
      end,
    }))
  },
}

/** The numbers of the English that the translation lacks, and the figures of the translation that answer none of it. */
function compare(theirs: Numerals, own: Numerals, visible: string): { lost: string[]; left: readonly Figure[] } {
  const left = [...own.figures]
  const take = (value: string): boolean => {
    const at = left.findIndex((figure) => figure.value === value)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }
  const lost: string[] = []
  for (const figure of theirs.figures) {
    const value = Number(figure.value)
    if (take(figure.value) || take(afternoon(figure, visible)) || isSpelled(value, own)) continue
    const isOtherwise = own.figures.some(({ readings }) => readings.some((reading) => reading.includes(figure.value)))
    const isMeant = figure.readings.some((reading) =>
      reading.every((each) => left.some((other) => other.value === each) || isSpelled(Number(each), own)),
    )
    if (!isOtherwise && !isMeant && !isInDay(figure, theirs.days)) lost.push(visible.slice(figure.start, figure.end))
  }
  for (const { value, isCardinal, text } of theirs.spelled.numbers) {
    // Ordinals stand in turns of phrase: at first, on second thought, two thirds.
    if (value < TELLING || !isCardinal || own.words.has(value) || take(String(value))) continue
    if (own.figures.some((figure) => figure.value === String(value))) continue
    // Beyond twenty, languages join the words of a number in their own ways; what is sure is that another number stands there.
    if (value > 20 && !own.spelled.numbers.some((other) => other.value > 20 && !theirs.words.has(other.value))) continue
    lost.push(text)
  }
  return { lost, left }
}

/** Whether a figure of the translation stands in the English in words, twice, within a list or in a date. */
function isAccountedFor(figure: Figure, theirs: Numerals, own: Numerals): boolean {
  const value = Number(figure.value)
  const isThere = (each: string): boolean =>
    theirs.figures.some((other) => other.value === each || other.readings.some((reading) => reading.includes(each)))
  return (
    isSpelled(value, theirs) ||
    isThere(figure.value) ||
    figure.readings.some((reading) => reading.every(isThere)) ||
    isInDay(figure, own.days)
  )
}

/** Cardinals in words that the English has in no form. */
function addedWords({ tag, prose, english }: Translation, theirs: Numerals): { start: number; end: number }[] {
  // Of larger numbers, the English may say a part in words and a part in figures: “2.5 million”.
  if (theirs.spelled.round.size > 0) return []
  const known = new Set(theirs.words)
  for (const { value, readings } of theirs.figures)
    for (const each of [value, ...readings.flat()]) known.add(Number(each)).add(Number(each) + 12)
  return numeralsOf(tag, prose).spelled.numbers.filter(
    ({ value, isCardinal }) =>
      isCardinal &&
      value >= TELLING &&
      value <= 20 &&
      !known.has(value) &&
      !SAID.some(([word, said]) => said === value && word.test(english.visible)),
  )
}

/** Whether a text has a number in words or in Roman figures; of thousands, a word for a thousand is enough. */
function isSpelled(value: number, { words, roman, spelled }: Numerals): boolean {
  return words.has(value) || roman.has(value) || spelled.round.has(value) || (value > 0 && value % 1000 === 0 && spelled.round.has(1000))
}

/** “5 pm” is 17. */
function afternoon(figure: Figure, visible: string): string {
  return /^\s?(?:pm|p\.m\.)/i.test(visible.slice(figure.end)) ? String(Number(figure.value) + 12) : ''
}

function isInDay({ start }: Figure, days: readonly Day[]): boolean {
  return days.some((day) => start >= day.start && start < day.end)
}
