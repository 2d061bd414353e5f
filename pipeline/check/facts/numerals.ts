import { clockWords } from '../../language/clock.ts'
import { compoundNumber } from '../../language/number-compounds.ts'
import { numberWord, saysNone } from '../../language/number-words.ts'
import { romanFromCyrillic } from '../../language/roman.ts'
import type { Tag } from '../../model/language.ts'
import type { Prose } from '../prose.ts'
import { daysIn, type Day } from './days.ts'
import { figuresIn, type Figure } from './figures.ts'
import { spelledNumbers, type SpelledNumbers } from './spelled.ts'

/** The numbers of a text, however it says them. */
export interface Numerals {
  readonly figures: readonly Figure[]
  readonly spelled: SpelledNumbers
  /** Values of Roman numerals. */
  readonly roman: ReadonlySet<number>
  /** Values of the numbers in words. */
  readonly words: ReadonlySet<number>
  /** Values within other words, which count where a number is looked for: тригодишен, третина, “mother-of-three”. */
  readonly within: ReadonlySet<number>
  readonly days: readonly Day[]
  /** True if the text has a word for none. */
  readonly hasNone: boolean
  /** True if the text mentions a half or a quarter. */
  readonly hasHalf: boolean
  readonly hasQuarter: boolean
}

const read = new WeakMap<Prose, Numerals>()

/** The figures, number words and days of a text; `english` is what it answers. */
export function numeralsOf(tag: Tag, prose: Prose, english = prose): Numerals {
  const known = read.get(prose)
  if (known) return known
  const { visible } = prose
  const hasDigit = /[\d¼-¾⅐-⅞]/.test(visible)
  const spelled = spelledNumbers(tag, prose.words)
  let within: ReadonlySet<number> | undefined
  const numerals: Numerals = {
    figures: hasDigit ? figuresIn(tag, visible, english.visible) : [],
    spelled,
    roman: romanNumbers(visible),
    words: new Set(spelled.numbers.map(({ value }) => value)),
    // Most texts are settled without these.
    get within() {
      return (within ??= numbersWithin(tag, prose))
    },
    days: hasDigit ? daysIn(tag, visible) : [],
    get hasNone() {
      return saysNone(tag).test(visible)
    },
    get hasHalf() {
      return clockWords(tag).half.test(visible)
    },
    get hasQuarter() {
      return clockWords(tag).quarter.test(visible)
    },
  }
  read.set(prose, numerals)
  return numerals
}

const compounds: Partial<Record<Tag, Map<string, number | null>>> = {}

function numbersWithin(tag: Tag, { words }: Prose): Set<number> {
  const known = (compounds[tag] ??= new Map())
  const values = new Set<number>()
  for (const { lower } of words) {
    let value = known.get(lower)
    if (value === undefined) known.set(lower, (value = compoundNumber(tag, lower) ?? null))
    if (value !== null) values.add(value)
    for (const part of lower.includes('-') ? lower.split('-') : []) {
      const said = numberWord(tag, part)?.value
      if (said !== undefined) values.add(said)
    }
  }
  return values
}

/** Letters of a Roman numeral. The characters around a match are tested afterwards, because few texts have a match. */
const ROMAN = /[IVXХІ]+/gu
const LETTER_OR_FIGURE = /[\p{L}\p{N}]/u
const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 }

function romanNumbers(visible: string): Set<number> {
  return new Set(
    [...visible.matchAll(ROMAN)].flatMap(({ 0: text, index }) => {
      if (LETTER_OR_FIGURE.test(visible[index - 1] ?? '') || LETTER_OR_FIGURE.test(visible[index + text.length] ?? '')) return []
      const values = Array.from(romanFromCyrillic(text) ?? text, (sign) => ROMAN_VALUES[sign] ?? 0)
      return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0)
    }),
  )
}
