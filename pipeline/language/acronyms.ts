import type { Tag } from '../model/language.ts'
import type { Pack } from './pack.ts'
import { ofPack, packOf } from './registry.ts'
import { toSerbianLatin } from './serbian-latin.ts'

/** Those that every language keeps, in its own letters or in Latin ones. */
const KEPT: ReadonlySet<string> = new Set(
  'NATO KFOR UNMIK EULEX EUROPOL INTERPOL FRONTEX EUROJUST UNHCR UNICEF UNDP IPA USAID CEFTA CARDS PHARE TAIEX OLAF ISO IBAN ISBN ISSN NASA FIFA UEFA FBI CIA GPS SMS PDF'.split(
    ' ',
  ),
)

/** Those of numbers and marks of books, accounts and standards, which are in Latin letters everywhere. */
const MARKS: ReadonlySet<string> = new Set(['ISO', 'IBAN', 'ISBN', 'ISSN'])

/** Whether a text of acronyms and numbers is the same in a language, so that nobody need translate it: “NATO” in Albanian, “ISO 9001” in all. */
export function staysAsItIs(tag: Tag, text: string): boolean {
  const { script, derivedFrom } = packOf(tag)
  const known = script === 'Latin' ? KEPT : MARKS
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  return (
    !/[*_`[\]<>\\&]/.test(text) &&
    words.some((word) => known.has(word)) &&
    words.every((word) => known.has(word) || /^\p{N}+$/u.test(word)) &&
    derivedFrom === undefined
  )
}

/** Those that mean several things, or words that are said in many ways: an ID is a number, a name, a card. */
const AMBIGUOUS: ReadonlySet<string> = new Set(['ID', 'MP', 'PC', 'AC', 'PR', 'UI', 'URL', 'FAQ'])

/** Whether it is known what an English acronym is in a language. */
export function isWellKnown(tag: Tag, acronym: string): boolean {
  const known = counterpartsOf(tag)
  const singular = acronym.replace(/S$/, '')
  return [acronym, singular].some((each) => KEPT.has(each) || (known.has(each) && !AMBIGUOUS.has(each)))
}

const counterpartsOf = ofPack(({ acronyms = {} }: Pack): ReadonlyMap<string, readonly string[]> => {
  return new Map(Object.entries(acronyms).map(([acronym, forms]) => [acronym, forms.split('|')] as const))
})

const CYRILLIC: Readonly<Record<string, string>> = {
  A: 'А', B: 'Б', C: 'Ц', D: 'Д', E: 'Е', F: 'Ф', G: 'Г', H: 'Х', I: 'И', J: 'Ј', K: 'К', L: 'Л', M: 'М', N: 'Н', O: 'О', P: 'П', R: 'Р',
  Q: 'К', S: 'С', T: 'Т', U: 'У', V: 'В', W: 'В', X: 'КС', Y: 'И', Z: 'З',
} // prettier-ignore

/** What the language says for an English acronym, in the singular or the plural; nothing where it has none of its own. */
function ownAcronyms(tag: Tag, acronym: string): readonly string[] {
  const known = counterpartsOf(tag)
  const upper = acronym.toUpperCase()
  return [upper, upper.replace(/S$/, '')].map((each) => known.get(each)).find((forms) => forms !== undefined) ?? []
}

/** What may stand for an English acronym in a language: itself, its letters in Cyrillic, or what the language says. */
export function acronymForms(tag: Tag, acronym: string): string[] {
  const own = ownAcronyms(tag, acronym)
  const { script, derivedFrom } = packOf(tag)
  const isCyrillic = script === 'Cyrillic'
  if (!isCyrillic && (derivedFrom === undefined || packOf(derivedFrom.language).script !== 'Cyrillic')) return [acronym, ...own]
  // UNESCO is УНЕСКО, UNHCR is УНХЦР; EULEX is ЕУЛЕКС, XML is ХМЛ or ИксМЛ.
  const spelled = [CYRILLIC, { ...CYRILLIC, C: 'К' }, { ...CYRILLIC, X: 'Х' }, { ...CYRILLIC, X: 'ИКС', Y: 'Ј' }].map(
    (letters: Readonly<Record<string, string>>) => Array.from(acronym, (letter) => letters[letter] ?? letter).join(''),
  )
  // A Cyrillic text may keep the language’s own in Latin letters: PDV.
  const inLatin = own.filter((form) => form === form.toUpperCase()).map(toSerbianLatin)
  return [...new Set([acronym, ...(isCyrillic ? spelled : spelled.map(toSerbianLatin)), ...own, ...inLatin])]
}
