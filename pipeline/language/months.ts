import type { Tag } from '../model/language.ts'
import type { Pack } from './pack.ts'
import { ofPack, packOf } from './registry.ts'

interface Months {
  /** Each form of each name in small letters, and the month. */
  readonly forms: ReadonlyMap<string, number>
  /** As they begin in a text: with a capital, or without. */
  readonly stems: readonly string[]
  /** The names by themselves, January first. */
  readonly names: readonly string[]
  readonly expression: string
}

const monthsOf = ofPack((pack): Months => {
  const { dates } = pack
  const rows = (dates?.months ?? cldrMonths(pack)).map(({ names, endings = '-' }) => [names.split(' '), endings.split(' ')] as const)
  const stems = rows.flatMap(([each]) => each)
  const named = rows.flatMap(([each, endings]) => each.map((stem) => endings.map((ending) => (ending === '-' ? stem : `${stem}${ending}`))))
  return {
    forms: new Map(named.flatMap((names, index) => names.map((name) => [lowered(pack, name), (index % 12) + 1] as const))),
    stems:
      dates?.capitals || !dates?.months
        ? [...stems, ...stems.map((stem) => capitalised(pack, stem)), ...stems.map((stem) => lowered(pack, stem))]
        : stems,
    names: named.slice(0, 12).map(([name]) => name!),
    // Of two forms that begin alike the longer is tried first.
    expression: `(${named.flatMap((names) => names.toReversed()).join('|')})`,
  }
})

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

/** In small letters, as the language has them: İ is i in Turkish, and I is ı. */
function lowered({ locale }: Pack, text: string): string {
  return text.toLocaleLowerCase(locale)
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
  return monthsOf(tag).forms.get(lowered(packOf(tag), name))
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
