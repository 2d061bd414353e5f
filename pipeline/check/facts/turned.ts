import type { Observation, Translation } from '../rule.ts'
import { zerosInWords, type Figure } from './figures.ts'
import { numeralsOf, says } from './numerals.ts'
import { wording } from '../../wording.ts'

/** As far as the word after a number is read. */
const NEAR = 16
/** The sign of a currency, before its amount. */
const MONEY = /\p{Sc}[ \u00A0]?$/u
/** A negative amount: -5 °C. */
const NEGATIVE = /(?<=^|[\s(“„"])[-−](\d+(?:[.,]\d+)?)[ \u00A0]?[°%€$]/gu
/** What says that a number is below zero. */
const BELOW = /[-−–\u2011]\d|minus|минус|zero|нул|nul|sıfır|eksi/iu
/** A ratio, 1:3, and no time of day; a score or a range, 3–2. */
const RATIO = /(?<![\d:.–-])(?:(\d{1,3}):(\d)|(\d{1,3})–(\d{1,3}))(?![\d:–-])/gu

/** Numbers whose figures are those of the source, and which say something else: 5 million as 5 billion, -5 as 5, 1:3 as 3:1. */
export function turnedNumbers(translation: Translation): Observation[] {
  const { english } = translation
  if (!/[\dIVX]/.test(english.visible)) return []
  return [...otherMagnitudes(translation), ...lostSigns(translation), ...turnedRatios(translation), ...otherRoman(translation)]
}

function otherMagnitudes({ tag, sourceTag, prose, english }: Translation): Observation[] {
  const zerosOf = (language: string, visible: string, { start, end }: Figure): number | undefined =>
    zerosInWords(language, visible.slice(end, end + NEAR), MONEY.test(visible.slice(Math.max(0, start - 2), start)))
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
  return [...english.visible.matchAll(RATIO)].flatMap(({ 0: ratio, 1: over, 2: under, 3: from = over!, 4: to = under! }): Observation[] => {
    const joined = (one: string, other: string): RegExp =>
      new RegExp(`(?<![\\d:.,–-])${one}[ \\u00A0]?[:–-][ \\u00A0]?${other}(?![\\d:–-])`, 'u')
    const [turned] = (from !== to && !joined(from, to).test(prose.visible) && joined(to, from).exec(prose.visible)) || []
    if (turned === undefined) return []
    const start = prose.visible.search(joined(to, from))
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

/** A Roman numeral that stands for another: Louis XIV as Luigji XVI. */
function otherRoman({ tag, sourceTag, prose, english }: Translation): Observation[] {
  const [theirs, own] = [numeralsOf(sourceTag, english), numeralsOf(tag, prose, english)]
  // “I” is a word in many languages.
  const lost = [...theirs.roman.keys()].find((value) => value > 1 && !says(own, value))
  const wrong = [...own.roman.keys()].find((value) => value > 1 && !says(theirs, value))
  if (lost === undefined || wrong === undefined) return []
  const [found, expected] = [own.roman.get(wrong)!, theirs.roman.get(lost)!]
  return [
    {
      message: 'The source does not have this number.',
      found: found.text,
      expected: expected.text,
      remedy: 'Write the number of the source, in figures or in words.',
      start: found.start,
      end: found.start + found.text.length,
    },
  ]
}
