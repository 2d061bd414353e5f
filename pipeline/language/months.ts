import type { Tag } from '../model/language.ts'
import { toSerbianLatin } from './serbian-latin.ts'

/** Month names, January first: the stem of each, and what may follow it. */
const MONTHS: Readonly<Record<Exclude<Tag, 'sr-Latn'>, readonly (readonly [stems: string, endings: string])[]>> = {
  en: [['January February March April May June July August September October November December', '-']],
  sq: [['janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor', '- i it in u un ut']],
  mk: [['јануари февруари март април мај јуни јули август септември октомври ноември декември', '-']],
  'sr-Cyrl': [
    ['јануар фебруар март април мај јун јул август', '- а у ом ем'],
    ['септемб октоб новемб децемб', 'ар ра ру ром'],
  ],
}

interface Months {
  /** Each form of each name in small letters, and the month. */
  readonly forms: ReadonlyMap<string, number>
  readonly stems: readonly string[]
  readonly expression: string
}

const read: Partial<Record<Tag, Months>> = {}

function monthsOf(tag: Tag): Months {
  return (read[tag] ??= readMonths(tag))
}

function readMonths(tag: Tag): Months {
  const inScript = tag === 'sr-Latn' ? toSerbianLatin : (name: string) => name
  const rows = MONTHS[tag === 'sr-Latn' ? 'sr-Cyrl' : tag].map(
    ([stems, endings]) => [inScript(stems).split(' '), inScript(endings).split(' ')] as const,
  )
  const stems = rows.flatMap(([each]) => each)
  const named = rows.flatMap(([each, endings]) => each.map((stem) => endings.map((ending) => (ending === '-' ? stem : `${stem}${ending}`))))
  return {
    forms: new Map(named.flatMap((names, index) => names.map((name) => [name.toLowerCase(), index + 1] as const))),
    stems,
    // Of two forms that begin alike the longer is tried first.
    expression: `(${named.flatMap((names) => names.toReversed()).join('|')})`,
  }
}

/** What finds a month's name, one expression a language; group 1 is the name. English months are capitalised, the others not. */
export function monthExpression(tag: Tag): string {
  return monthsOf(tag).expression
}

/** 1 to 12 for a month's name in any of its forms; nothing for another word. */
export function monthNumber(tag: Tag, name: string): number | undefined {
  return monthsOf(tag).forms.get(name.toLowerCase())
}

/** Whether a text may name a month: a quick look, for most name none. */
export function mayNameMonth(tag: Tag, text: string): boolean {
  return monthsOf(tag).stems.some((stem) => beginsWord(text, stem))
}

const LETTER = /\p{L}/u

function beginsWord(text: string, stem: string): boolean {
  for (let at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + 1)) if (at === 0 || !LETTER.test(text[at - 1]!)) return true
  return false
}
