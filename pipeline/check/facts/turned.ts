import type { Observation, Translation } from '../rule.ts'
import { zerosInWords, type Figure } from './figures.ts'
import { numeralsOf } from './numerals.ts'
import { wording } from '../../wording.ts'

/** As far as the word after a number is read. */
const NEAR = 16
/** A negative amount: -5 °C. */
const NEGATIVE = /(?<=^|[\s(“„"])[-−](\d+(?:[.,]\d+)?)[ \u00A0]?[°%€$]/gu
/** What says that a number is below zero. */
const BELOW = /[-−–\u2011]\d|minus|минус|zero|нул|nul|sıfır|eksi/iu
/** A ratio, 1:3, and no time of day. */
const RATIO = /(?<![\d:.])(\d{1,3}):(\d)(?![\d:])/gu

/** Numbers whose figures are those of the source, and which say something else: 5 million as 5 billion, -5 as 5, 1:3 as 3:1. */
export function turnedNumbers(translation: Translation): Observation[] {
  const { english } = translation
  if (!/\d/.test(english.visible)) return []
  return [...otherMagnitudes(translation), ...lostSigns(translation), ...turnedRatios(translation)]
}

function otherMagnitudes({ tag, sourceTag, prose, english }: Translation): Observation[] {
  const zerosOf = (language: string, visible: string, { end }: Figure): number | undefined =>
    zerosInWords(language, visible.slice(end, end + NEAR))
  const theirs = numeralsOf(sourceTag, english).figures.flatMap((figure) => {
    const zeros = zerosOf(sourceTag, english.visible, figure)
    return zeros === undefined ? [] : [{ ...figure, zeros }]
  })
  if (theirs.length === 0) return []
  const own = numeralsOf(tag, prose, english).figures
  return theirs.flatMap(({ value, zeros, start, end }): Observation[] => {
    const same = own.filter((figure) => figure.value === value)
    const other = same.find((figure) => ![undefined, zeros].includes(zerosOf(tag, prose.visible, figure)))
    if (!other || same.some((figure) => zerosOf(tag, prose.visible, figure) === zeros)) return []
    return [
      {
        message: 'The word after this number makes another number of it than the source says.',
        found: wordsAt(prose.visible, other),
        expected: wordsAt(english.visible, { start, end }),
        remedy: 'Write the word for as many zeros as in the source: million, or a thousand times that.',
        start: other.start,
        end: other.end,
      },
    ]
  })
}

/** A number and the word after it. */
function wordsAt(visible: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return visible.slice(start, end) + /^[ \u00A0-]?\p{L}*/u.exec(visible.slice(end))![0]
}

function lostSigns({ tag, prose, english }: Translation): Observation[] {
  const negative = [...english.visible.matchAll(NEGATIVE)]
  if (negative.length === 0 || BELOW.test(prose.visible)) return []
  return negative.flatMap(({ 0: found, 1: digits }): Observation[] => {
    const value = digits!.replace(',', '.')
    const own = numeralsOf(tag, prose, english).figures.find((figure) => figure.value === value)
    if (!own) return []
    const { start, end } = own
    return [
      {
        message: 'The number of the source is below zero, and this one is not.',
        found: prose.visible.slice(start, end),
        expected: found,
        remedy: 'Write − before the number.',
        severity: 'warning',
        start,
        end,
      },
    ]
  })
}

function turnedRatios({ prose, english }: Translation): Observation[] {
  return [...english.visible.matchAll(RATIO)].flatMap(({ 0: ratio, 1: first, 2: second }): Observation[] => {
    const turned = `${second}:${first}`
    const start =
      first === second || prose.visible.includes(ratio) ? -1 : prose.visible.search(new RegExp(`(?<![\\d:])${turned}(?![\\d:])`, 'u'))
    if (start < 0) return []
    return [
      {
        message: wording`The source says ${{ ratio }}, with the numbers in the other order.`,
        found: turned,
        expected: ratio,
        remedy: 'Write the numbers in the order of the source, unless what they count is in the other order too.',
        severity: 'warning',
        start,
        end: start + turned.length,
      },
    ]
  })
}
