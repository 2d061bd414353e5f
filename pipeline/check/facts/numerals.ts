import { clockWords } from '../../language/clock.ts'
import { compoundNumber } from '../../language/number-compounds.ts'
import { numberWord, saysNone } from '../../language/number-words.ts'
import { romanFromCyrillic } from '../../language/roman.ts'
import { timeWordsOf, type TimeUnit } from '../../language/time-units.ts'
import type { Tag } from '../../model/language.ts'
import { meantProse, type Prose, type Word } from '../prose.ts'
import { daysIn, type Day } from './days.ts'
import { figuresIn, type Figure } from './figures.ts'
import { spelledNumbers, type SpelledNumbers } from './spelled.ts'

/** The numbers of a text, however it says them. */
export class Numerals {
  readonly figures: readonly Figure[]
  readonly spelled: SpelledNumbers
  /** The first Roman numeral of each value. */
  readonly roman: ReadonlyMap<number, { readonly text: string; readonly start: number }>
  /** Values of the numbers in words. */
  readonly words: ReadonlySet<number>
  readonly days: readonly Day[]
  /** The text as it was meant: look-alikes of the other script are told by themselves, and make no other number. */
  readonly visible: string
  readonly #tag: Tag
  readonly #words: Prose['words']
  #within: ReadonlySet<number> | undefined

  constructor(tag: Tag, prose: Prose, english: Prose) {
    const { visible, words } = meantProse(tag, prose)
    const hasDigit = /[\d¼-¾⅐-⅞]/.test(visible)
    this.#tag = tag
    this.visible = visible
    this.#words = words
    this.figures = hasDigit ? figuresIn(tag, visible, english.visible) : []
    this.spelled = spelledNumbers(tag, words)
    this.roman = romanNumbers(visible)
    this.words = new Set(this.spelled.numbers.map(({ value }) => value))
    this.days = hasDigit ? daysIn(tag, visible) : []
  }

  // Most texts are settled without what follows.

  /** Values within other words, which count where a number is looked for: тригодишен, третина, “mother-of-three”. */
  get within(): ReadonlySet<number> {
    return (this.#within ??= numbersWithin(this.#tag, this.#words))
  }

  /** True if the text has a word for none. */
  get hasNone(): boolean {
    return saysNone(this.#tag).test(this.visible)
  }

  /** True if the text mentions a half. */
  get hasHalf(): boolean {
    return clockWords(this.#tag).half.test(this.visible)
  }

  /** True if the text names a unit of time. */
  namesUnit(unit: TimeUnit): boolean {
    return timeWordsOf(this.#tag)?.(this.visible).has(unit) ?? false
  }

  /** True if the text mentions a quarter. */
  get hasQuarter(): boolean {
    return clockWords(this.#tag).quarter.test(this.visible)
  }
}

/** True if a text says a number, in figures or in words. */
export function says({ figures, words, roman, within }: Numerals, value: number): boolean {
  return words.has(value) || roman.has(value) || within.has(value) || figures.some((figure) => figure.value === String(value))
}

const read = new WeakMap<Prose, Numerals>()

/** The figures, number words and days of a text; `english` is what it answers. */
export function numeralsOf(tag: Tag, prose: Prose, english = prose): Numerals {
  const known = read.get(prose)
  if (known) return known
  const numerals = new Numerals(tag, prose, english)
  read.set(prose, numerals)
  return numerals
}

const compounds: Partial<Record<Tag, Map<string, number | null>>> = {}

function numbersWithin(tag: Tag, words: readonly Word[]): Set<number> {
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

function romanNumbers(visible: string): Numerals['roman'] {
  return new Map(
    [...visible.matchAll(ROMAN)]
      .flatMap(({ 0: text, index }) => {
        if (LETTER_OR_FIGURE.test(visible[index - 1] ?? '') || LETTER_OR_FIGURE.test(visible[index + text.length] ?? '')) return []
        const values = Array.from(romanFromCyrillic(text) ?? text, (sign) => ROMAN_VALUES[sign] ?? 0)
        const sum = values.reduce((whole, value, at) => whole + (value < (values[at + 1] ?? 0) ? -value : value), 0)
        return [[sum, { text, start: index }] as const]
      })
      .toReversed(),
  )
}
