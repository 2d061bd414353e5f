import { acronymForms, ownAcronyms } from '../../language/acronyms.ts'
import { standsAmong } from '../../language/inflection.ts'
import type { Facts } from '../facts-of.ts'
import type { Prose } from '../prose.ts'
import type { TranslationRule } from '../rule.ts'
import { acronymsIn, usageOf } from './acronym-usage.ts'

/** Acronyms, in their own letters or in those of the language. */
export const acronyms: TranslationRule = {
  id: 'acronyms',
  looksAt: 'translation',
  severity: 'error',
  meaning: 'an acronym of the English is not in the translation, neither as it is nor as the language has it',
  example: { bad: 'the EU → Evropa', good: 'the EU → BE-ja' },
  find: ({ prose, english }, facts) => {
    if (english.visible === english.visible.toUpperCase()) return []
    const theirs = new Set(acronymsIn(english.visible))
    if (theirs.size === 0) return []
    const own = prose.words.map(({ lower }) => lower)
    return [...theirs]
      .filter((acronym) => !formsOf(acronym, facts).some((form) => stands(form, prose, own)))
      .filter((acronym) => !isEmphasis(acronym, facts) && !isSettledByUse(acronym, prose, facts))
      .map((acronym) => ({
        message: `The acronym ${acronym} of the English is not in the translation.`,
        expected: [...new Set(formsOf(acronym, facts))].join(', '),
        remedy: 'Write the acronym; where the language has its own, add the term to locales/glossary.yaml.',
      }))
  },
}

function stands(form: string, prose: Prose, own: readonly string[]): boolean {
  if (/\p{Ll}/u.test(form)) return standsAmong(own, form)
  if (prose.visible.includes(form) && new RegExp(`(?<![\\p{L}\\d])${form}(?!\\p{Lu}|\\d)`, 'u').test(prose.visible)) return true
  // Some are written as the words that they have become: Унеско, Натоа.
  const word = form[0]! + form.slice(1).toLowerCase()
  return word.length >= 4 && prose.words.some(({ text }) => text.startsWith(word) && text.length <= word.length + 4)
}

/** What the language has for an acronym: the forms of the glossary’s term that it abbreviates, and those that are known of the language. */
function formsOf(acronym: string, facts: Facts): string[] {
  return [...acronymForms(facts.tag, acronym), ...settledForms(acronym, facts)]
}

function settledForms(acronym: string, { terms, names }: Facts): string[] {
  const bracketed = `(${acronym})`
  const settled = terms.flatMap(({ term, accepted, stems }) => (term.includes(bracketed) ? [...accepted, ...stems] : []))
  const named = names.flatMap(({ english, settled: name }) => (english.includes(bracketed) ? [name] : []))
  const own = [...settled, ...named].flatMap((form) => acronymsIn(form))
  return [...own, ...settled.filter((form) => /\p{Ll}/u.test(form))]
}

/** Whether it is a word in capitals, which stands elsewhere in small letters: NOTE, ALL. */
function isEmphasis(acronym: string, facts: Facts): boolean {
  return acronym.length >= 3 && usageOf(facts).words.has(acronym.toLowerCase())
}

/** Whether the document keeps to an acronym of its own for one that nobody has settled: OVL for LVM. */
function isSettledByUse(acronym: string, prose: Prose, facts: Facts): boolean {
  if (ownAcronyms(facts.tag, acronym).length + settledForms(acronym, facts).length > 0) return false
  const used = usageOf(facts).own.get(acronym) ?? []
  return used.some((form) => stands(form, prose, []))
}
