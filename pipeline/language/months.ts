import type { Tag } from '../model/language.ts'
import type { Pack } from './pack.ts'
import { ofPack, packOf } from './registry.ts'

interface Months {
  /** Each form of each name in small letters, and the month. */
  readonly forms: ReadonlyMap<string, number>
  /** Beginnings of the twelve names in small letters, where no other forms are known. */
  readonly beginnings: readonly string[]
  /** As they begin in a text: with a capital, or without. */
  readonly stems: readonly string[]
  /** The names by themselves, January first. */
  readonly names: readonly string[]
  readonly expression: string
}

const monthsOf = ofPack((pack): Months => {
  const { dates } = pack
  const rows = (dates?.months ?? cldrMonths(pack)).map(({ names, endings = '-' }) => [names.split(' '), endings.split(' ')] as const)
  const given = rows.flatMap(([each]) => each)
  // Of names that CLDR has in one form or two, the others begin alike.
  const stems = dates?.months ? given : given.map(beginningOf)
  const named = rows.flatMap(([each, endings]) => each.map((stem) => endings.map((ending) => (ending === '-' ? stem : `${stem}${ending}`))))
  return {
    forms: new Map(named.flatMap((names, index) => names.map((name) => [lowered(pack, name), (index % 12) + 1] as const))),
    beginnings: dates?.months ? [] : stems.slice(0, 12).map((stem) => lowered(pack, stem)),
    stems: dates?.capitals || !dates?.months ? stems.flatMap((stem) => [capitalised(pack, stem), lowered(pack, stem)]) : stems,
    names: named.slice(0, 12).map(([name]) => name!),
    // Of two forms that begin alike the longer is tried first.
    expression: `(${named.flatMap((names) => names.toReversed()).join('|')})`,
  }
})

/** Most letters of a name cut short for a table: “Sept”. */
const LONGEST_CUT = 4

/** 1 to 12 for the beginning of a month’s name, as tables and dates cut it: “Feb”, „авг“; nothing for another word. */
export function shortMonth(tag: Tag, word: string): number | undefined {
  const lower = lowered(packOf(tag), word)
  const at = word.length > LONGEST_CUT ? -1 : monthsOf(tag).names.findIndex((name) => lowered(packOf(tag), name).startsWith(lower))
  return at < 0 ? undefined : at + 1
}

/** What inflected forms of a name have too: junij, junija; marec, marca. */
function beginningOf(name: string): string {
  return name.slice(0, Math.max(3, name.length - 2))
}

/** How many letters an inflected form may have beyond the beginning of a name. */
const LONGEST_REST = 5

/** The names that CLDR has, within a date and by themselves. */
function cldrMonths({ locale }: Pack): { names: string; endings?: string }[] {
  const named = (options: Intl.DateTimeFormatOptions): { names: string } => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
    const name = (month: number): string =>
      format.formatToParts(new Date(Date.UTC(2001, month, 1))).find(({ type }) => type === 'month')!.value
    return { names: Array.from({ length: 12 }, (_, month) => name(month).replaceAll(' ', '')).join(' ') }
  }
  return [named({ day: 'numeric', month: 'long' }), named({ month: 'long' })]
}

function capitalised({ locale }: Pack, text: string): string {
  return `${text.slice(0, 1).toLocaleUpperCase(locale)}${text.slice(1)}`
}

/** Languages with small letters of their own (Unicode, SpecialCasing). For the others the usual way is faster. */
const OWN_CASE = /^(?:az|lt|tr)\b/

/** In small letters, as the language has them: İ is i in Turkish, and I is ı. */
function lowered({ locale }: Pack, text: string): string {
  return OWN_CASE.test(locale) ? text.toLocaleLowerCase(locale) : text.toLowerCase()
}

/** The names of the months by themselves, January first. */
export function monthNames(tag: Tag): readonly string[] {
  return monthsOf(tag).names
}

/** What finds a month's name, one expression a language; group 1 is the name. English months are capitalised, the others not. */
export function monthExpression(tag: Tag): string {
  return monthsOf(tag).expression
}

/** 1 to 12 for a month's name in any of its forms; nothing for another word. */
export function monthNumber(tag: Tag, name: string): number | undefined {
  const { forms, beginnings } = monthsOf(tag)
  const lower = lowered(packOf(tag), name)
  const known = forms.get(lower)
  if (known !== undefined || beginnings.length === 0) return known
  const alike = beginnings.flatMap((stem, month) =>
    lower.startsWith(stem) && lower.length <= stem.length + LONGEST_REST ? [month + 1] : [],
  )
  return alike.length === 1 ? alike[0] : undefined
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
