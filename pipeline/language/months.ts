import type { Tag } from '../model.ts'
import { toSerbianLatin } from './serbian-latin.ts'

/** Month names as regular expressions, January first, with their inflected forms. */
const MONTHS: Readonly<Record<Exclude<Tag, 'sr-Latn'>, readonly string[]>> = {
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  sq: ['janar', 'shkurt', 'mars', 'prill', 'maj', 'qershor', 'korrik', 'gusht', 'shtator', 'tetor', 'nëntor', 'dhjetor'].map(
    (stem) => `${stem}(?:i|it|in|u|un|ut)?`,
  ),
  mk: ['јануари', 'февруари', 'март', 'април', 'мај', 'јуни', 'јули', 'август', 'септември', 'октомври', 'ноември', 'декември'],
  'sr-Cyrl': ['јануар', 'фебруар', 'март', 'април', 'мај', 'јун', 'јул', 'август', 'септемб', 'октоб', 'новемб', 'децемб'].map((stem) =>
    stem.endsWith('б') ? `${stem}(?:ар|р(?:а|у|ом))` : `${stem}(?:а|у|ом|ем)?`,
  ),
}

/** What finds a month's name, one expression a language; group 1 is the name. English months are capitalised, the others not. */
export function monthExpression(tag: Tag): string {
  return (alternatives[tag] ??= `(${namesFor(tag).join('|')})`)
}

/** 1 to 12 for a month's name in any of its forms; nothing for another word. */
export function monthNumber(tag: Tag, name: string): number | undefined {
  const expressions = (compiled[tag] ??= namesFor(tag).map((each) => new RegExp(`^(?:${each})$`, 'iu')))
  const index = expressions.findIndex((expression) => expression.test(name))
  return index < 0 ? undefined : index + 1
}

/** Whether a text may name a month: a quick look, for most name none. */
export function mayNameMonth(tag: Tag, text: string): boolean {
  const known = (stems[tag] ??= namesFor(tag).map((name) => name.replace(/\(.*$/, '')))
  return known.some((stem) => text.includes(stem))
}

const stems: Partial<Record<Tag, readonly string[]>> = {}

const alternatives: Partial<Record<Tag, string>> = {}

const compiled: Partial<Record<Tag, RegExp[]>> = {}

function namesFor(tag: Tag): readonly string[] {
  return tag === 'sr-Latn' ? MONTHS['sr-Cyrl'].map(toSerbianLatin) : MONTHS[tag]
}
